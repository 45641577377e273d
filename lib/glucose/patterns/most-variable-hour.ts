import { type HalfHours, meansByDate, SLOT_MINUTES } from "./half-hours";
import { DAYS_MIN, type PatternResultOf } from "./pattern";

const HOURS = 24;
const HOUR_MINUTES = 60;
const LOW_PERCENTILE = 25;
const HIGH_PERCENTILE = 75;

interface MiddleHalf {
  readonly hour: number;
  /** Dates with 70 % of the hour's readings. */
  readonly dates: number;
  /** 25th and 75th percentile (type 7) of their means, mg/dL; NaN without any. */
  readonly low: number;
  readonly high: number;
}

/**
 * The hour of the day that differs most from date to date (`most-variable-hour`): the widest distance between the 25th
 * and 75th percentile (type 7) of the hour's means over dates with 70 % of the hour's readings, mg/dL; the earliest of
 * equals. Descriptive: there always is one. Too little data unless each of the 24 hours has 7 such dates.
 */
export function mostVariableHour(halfHours: HalfHours): PatternResultOf<"most-variable-hour"> {
  const hours = Array.from({ length: HOURS }, (_, hour) => middleHalfOf(halfHours, hour));
  const fewest = hours.reduce((least, { dates }) => Math.min(least, dates), halfHours.days);
  const rule = {
    id: "most-variable-hour",
    rule: { lowPercentile: LOW_PERCENTILE, highPercentile: HIGH_PERCENTILE },
  } as const;
  const [first, ...others] = hours;
  if (fewest < DAYS_MIN || first === undefined) {
    return { ...rule, daysLooked: fewest, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: null };
  }
  const widest = others.reduce(
    (best, each) => (each.high - each.low > best.high - best.low ? each : best),
    first,
  );
  const fromMinute = widest.hour * HOUR_MINUTES;
  const toMinute = fromMinute + HOUR_MINUTES;
  return {
    ...rule,
    daysLooked: widest.dates,
    state: "found",
    finding: { fromMinute, toMinute, lowMgDl: widest.low, highMgDl: widest.high },
    dates: [],
    fromMinute,
    toMinute,
    effect: { value: widest.high - widest.low, unit: "mg/dL" },
    chance: { probability: null, looks: 1 },
  };
}

function middleHalfOf(halfHours: HalfHours, hour: number): MiddleHalf {
  const slotsPerHour = HOUR_MINUTES / SLOT_MINUTES;
  // Sorting puts the hours without a mean (NaN) last.
  const sorted = meansByDate(halfHours, hour * slotsPerHour, (hour + 1) * slotsPerHour).sort();
  let dates = sorted.length;
  while (dates > 0 && Number.isNaN(sorted[dates - 1])) dates -= 1;
  const means = sorted.subarray(0, dates);
  return {
    hour,
    dates,
    low: quantileOf(means, LOW_PERCENTILE / 100),
    high: quantileOf(means, HIGH_PERCENTILE / 100),
  };
}

function quantileOf(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const value = sorted[below] ?? Number.NaN;
  return value + ((sorted[below + 1] ?? value) - value) * (position - below);
}
