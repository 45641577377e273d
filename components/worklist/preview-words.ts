import { setRange } from "@/components/statistics/set-range";
import { formatDateRange } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import { oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import { localDateOf } from "@/lib/glucose/local-time";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { Preview } from "@/lib/worklist/preview";
import type { RaisedFlag } from "@/lib/worklist/row";

/** "Shares reports, always the last 90 days, until Feb 20, 2027". */
export function sharedInWords(
  {
    scope,
    sharedFrom,
    sharedDays,
    expiresAt,
    displayOffsetMinutes,
  }: Pick<Preview, "scope" | "sharedFrom" | "sharedDays" | "expiresAt" | "displayOffsetMinutes">,
  { t, locale }: Words,
): string {
  const dateOf = (date: ReturnType<typeof localDateOf>) => formatDateRange(date, date, { locale });
  const which =
    sharedDays !== null
      ? t("worklistPreview.shares.last", { count: sharedDays })
      : sharedFrom !== null
        ? t("worklistPreview.shares.from", { date: dateOf(sharedFrom) })
        : t("worklistPreview.shares.all");
  const until =
    expiresAt === null
      ? t("worklistPreview.shares.open")
      : t("worklistPreview.shares.until", { date: dateOf(localDateOf(expiresAt, displayOffsetMinutes)) });
  return [t(`worklistPreview.shares.${scope}`), which, until].join(", ");
}

/**
 * A flag as it is read: "Very low 12.9 %". What lies below a bound is rounded down, so that no number seems to say the
 * opposite of its flag.
 */
export function flagInWords({ flag, value }: RaisedFlag, { t, locale }: Words): string {
  if (flag === "connection") return t("worklistPreview.flags.connection");
  if (value === null) {
    if (flag === "no-data") return t("worklistPreview.flags.no-data-ever");
    return t(flag === "low" ? "worklistPreview.flags.low-episode" : "worklistPreview.flags.very-low-episode");
  }
  if (flag === "no-data") return t("worklistPreview.flags.no-data", { days: value });
  return t(`worklistPreview.flags.${flag}`, { value: flagValue(flag, value, locale) });
}

function flagValue(flag: RaisedFlag["flag"], value: number, locale: string): string {
  if (flag === "very-low") return oneDecimal(value, locale);
  // Beside it the same share stands as a whole number, of which 69.6 may be 70.
  if (flag === "below-goal") return oneDecimal(Math.floor(value * 10) / 10, locale);
  return formatNumber(flag === "low-wear" ? Math.floor(value) : value, 0, locale);
}

/** "Pregnancy with type 1 diabetes · 63–140 mg/dL". */
export function targetsInWords(targets: Preview["targets"], unit: GlucoseUnit, words: Words): string {
  const range = setRange("target", RANGE_SETS[targets], unit, words);
  return `${words.t(`statistics.sets.${targets}.name`)} · ${range} ${unit}`;
}

/** "+8", "−33", "0". */
export function signed(points: number, locale: string): string {
  const whole = formatNumber(points, 0, locale).replace("-", "−");
  return Math.round(points) > 0 ? `+${whole}` : whole;
}
