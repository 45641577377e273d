import { figureNumber, figureUnitLabel } from "@/components/figures/figure-writing";
import type { GlucoseUnit } from "@/lib/format/unit";
import { type Difference, INTERVAL_DAYS_MIN } from "@/lib/glucose/compare/compare-periods";
import type { FigureUnit } from "@/lib/glucose/compare/compared-figures";
import type { Words } from "@/lib/i18n/translate";

/** A difference without its sign and unit, and where it points; null where it rounds to 0. */
interface Written {
  readonly number: string;
  readonly direction: "higher" | "lower" | null;
}

function written(value: number, of: FigureUnit, unit: GlucoseUnit, { locale }: Words): Written {
  const number = figureNumber(Math.abs(value), of, unit, locale);
  const zero = figureNumber(0, of, unit, locale);
  return { number, direction: number === zero ? null : value > 0 ? "higher" : "lower" };
}

/** "12 mg/dL lower", "about the same"; null where a side has no value. */
export function changeWords(
  { difference, unit: of }: Difference,
  unit: GlucoseUnit,
  words: Words,
): string | null {
  const { t } = words;
  if (difference === null) return null;
  const { number, direction } = written(difference, of, unit, words);
  if (direction === null) return t("compare.same");
  const amount = `${number} ${figureUnitLabel(of, unit, words, "difference")}`.trimEnd();
  return t(`compare.${direction}`, { amount });
}

/** "13.6 lower to 11.9 higher", "4 to 20 lower": the interval of the difference in its unit; null without one. */
export function intervalWords(
  { interval, unit: of }: Difference,
  unit: GlucoseUnit,
  words: Words,
): string | null {
  if (interval === null) return null;
  const { t } = words;
  const low = written(interval.low, of, unit, words);
  const high = written(interval.high, of, unit, words);
  const directed = ({ number, direction }: Written) =>
    direction === null ? number : t(`compare.${direction}`, { amount: number });
  // The direction that both ends have is said once, the smaller amount first; 0 has either.
  const direction = low.direction ?? high.direction;
  const isOneWay = low.direction === null || high.direction === null || low.direction === high.direction;
  if (direction === null) return low.number;
  if (!isOneWay) return t("compare.range", { from: directed(low), to: directed(high) });
  const [least, most] = direction === "higher" ? [low.number, high.number] : [high.number, low.number];
  const amount = least === most ? most : t("compare.range", { from: least, to: most });
  return t(`compare.${direction}`, { amount });
}

/** How the difference stands to the usual variation, or why nobody can say: "More than usual". */
export function judgementWords(compared: Difference, { t }: Words): string {
  const { judgement, noIntervalReason, status, bothSufficient } = compared;
  if (!bothSufficient) return t(`compare.tooLittle.${sidesWhere(status, (side) => side === "insufficient")}`);
  switch (judgement) {
    case "beyond-usual":
      return t("compare.beyond");
    case "within-usual":
      return t("compare.within");
    case "not-comparable":
      return t(`compare.noValue.${sidesWhere(compared, (value) => value === null)}`);
    case "no-interval":
      return noIntervalReason === "days"
        ? t("compare.noInterval.days", { days: INTERVAL_DAYS_MIN })
        : t("compare.noInterval.figure");
  }
}

/** Which side may not be representative; null where that is not in doubt, or nothing is compared. */
export function doubtWords({ status, judgement }: Difference, { t }: Words): string | null {
  if (judgement === "not-comparable") return null;
  if (status.before === "sufficient" && status.after === "sufficient") return null;
  return t(`compare.doubt.${sidesWhere(status, (side) => side !== "sufficient")}`);
}

/** The sides of which something is true; it must be true of one. */
function sidesWhere<T>(
  sides: { readonly before: T; readonly after: T },
  isTrue: (side: T) => boolean,
): "before" | "after" | "both" {
  if (!isTrue(sides.before)) return "after";
  return isTrue(sides.after) ? "both" : "before";
}
