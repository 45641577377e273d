import { formatNumber } from "@/lib/format/number";
import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import { type Difference, INTERVAL_DAYS_MIN, type NoIntervalReason } from "./compare-periods";
import type { FigureUnit } from "./compared-figures";
import { FIGURE_NAMES } from "./figure-names";

/** What a judgement with an interval says to the person whose glucose it is. It names no cause and gives no praise. */
const JUDGEMENT_WORDS = {
  "beyond-usual": "more than your usual day-to-day variation",
  "within-usual": "within your usual day-to-day variation",
} as const;

const NO_INTERVAL_WORDS: Readonly<Record<NoIntervalReason, string>> = {
  figure: "no interval for this figure",
  days: `no interval, because it takes ${INTERVAL_DAYS_MIN} days with readings in each period`,
};

interface Writing {
  /** How often the unit of glucose is a factor in it. */
  readonly power: 0 | 1 | 2;
  readonly decimals: Readonly<Record<GlucoseUnit, number>>;
  readonly label: Readonly<Record<GlucoseUnit, string>>;
}

const WRITINGS: Readonly<Record<FigureUnit, Writing>> = {
  "mg/dL": ofGlucose(1, { "mg/dL": 0, "mmol/L": 1 }, (unit) => unit),
  "mg/dL per hour": ofGlucose(1, { "mg/dL": 0, "mmol/L": 1 }, (unit) => `${unit} per hour`),
  "mg/dL per minute": ofGlucose(1, { "mg/dL": 2, "mmol/L": 3 }, (unit) => `${unit} per minute`),
  "(mg/dL)² per hour": ofGlucose(2, { "mg/dL": 0, "mmol/L": 1 }, (unit) => `(${unit})² per hour`),
  "%": withoutGlucose(1, "percentage points"),
  "mmol/mol": withoutGlucose(1, "mmol/mol"),
  "per week": withoutGlucose(1, "per week"),
  min: withoutGlucose(0, "min"),
  "": withoutGlucose(2, ""),
};

function ofGlucose(
  power: Writing["power"],
  decimals: Writing["decimals"],
  label: (unit: GlucoseUnit) => string,
): Writing {
  return { power, decimals, label: { "mg/dL": label("mg/dL"), "mmol/L": label("mmol/L") } };
}

function withoutGlucose(decimals: number, label: string): Writing {
  return {
    power: 0,
    decimals: { "mg/dL": decimals, "mmol/L": decimals },
    label: { "mg/dL": label, "mmol/L": label },
  };
}

/**
 * One difference as one sentence, glucose in `unit`. The second period is said to be higher or lower than the first, or
 * about the same where the rounded difference is 0; a difference in % is in percentage points.
 */
export function differenceWords(compared: Difference, unit: GlucoseUnit, locale?: string): string {
  const { before, after, difference, status } = compared;
  const name = FIGURE_NAMES[compared.figure];
  if (!compared.bothSufficient) {
    const withheld = sidesWhere(status, (side) => side === "insufficient");
    return `${name} is not comparable: ${withheld} ${withheld === BOTH ? "have" : "has"} too little data.`;
  }
  if (difference === null) {
    const without = sidesWhere({ before, after }, (value) => value === null);
    return `${name} is not comparable: there is no value for ${without}.`;
  }
  const write = writerOf(WRITINGS[compared.unit], unit, locale);
  const { amount, direction } = write(difference);
  const change = direction === null ? "about the same" : `${amount} ${direction}`;
  return `${name} was ${change} in the second period; ${judged(compared, write)}${doubtOf(status)}.`;
}

/** A difference without its sign, with its unit and its direction; null where it rounds to 0. */
interface Written {
  readonly number: string;
  readonly amount: string;
  readonly direction: "higher" | "lower" | null;
}

function writerOf({ power, decimals, label }: Writing, unit: GlucoseUnit, locale?: string) {
  const write = (value: number) => formatNumber(Math.abs(value), decimals[unit], locale);
  const zero = write(0);
  return (difference: number): Written => {
    let value = difference;
    for (let factor = 0; factor < power; factor += 1) value = inUnit(value, unit);
    const number = write(value);
    const direction = number === zero ? null : value > 0 ? "higher" : "lower";
    return { number, amount: `${number} ${label[unit]}`.trimEnd(), direction };
  };
}

function judged(
  { interval, judgement, noIntervalReason }: Difference,
  write: (value: number) => Written,
): string {
  if (interval === null || judgement === "no-interval" || judgement === "not-comparable") {
    return NO_INTERVAL_WORDS[noIntervalReason ?? "figure"];
  }
  const range = between(write(interval.low), write(interval.high));
  return `95 % of resampled differences lie ${range}: ${JUDGEMENT_WORDS[judgement]}`;
}

function between(low: Written, high: Written): string {
  const lowest = [low.amount, low.direction].filter((part) => part !== null).join(" ");
  const highest = [high.amount, high.direction].filter((part) => part !== null).join(" ");
  if (lowest === highest) return `at ${highest}`;
  // The direction that both ends have is said once; 0 has either.
  const oneDirection = low.direction === null || high.direction === null || low.direction === high.direction;
  if (!oneDirection) return `between ${lowest} and ${highest}`;
  return `between ${low.number} and ${high.amount} ${low.direction ?? high.direction}`;
}

function doubtOf(status: Difference["status"]): string {
  if (status.before === "sufficient" && status.after === "sufficient") return "";
  return ` (${sidesWhere(status, (side) => side !== "sufficient")} may not be representative)`;
}

const BOTH = "both periods";

/** The periods of which something is true; it must be true of one. */
function sidesWhere<T>(
  sides: { readonly before: T; readonly after: T },
  isTrue: (side: T) => boolean,
): string {
  if (!isTrue(sides.before)) return "the second period";
  return isTrue(sides.after) ? BOTH : "the first period";
}
