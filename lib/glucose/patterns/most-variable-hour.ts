import { type HalfHours, meansByDate, SLOT_MINUTES } from "./half-hours";
import { DAYS_MIN, type PatternResult } from "./pattern";

const HOURS = 24;
const HOUR_MINUTES = 60;

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
export function mostVariableHour(halfHours: HalfHours): PatternResult {
  const hours = Array.from({ length: HOURS }, (_, hour) => middleHalfOf(halfHours, hour));
  const fewest = hours.reduce((least, { dates }) => Math.min(least, dates), halfHours.days);
  const rule = {
    id: "most-variable-hour",
    title: ["The hour that differs most from date to date"],
    rule: [
      "The hour with the widest middle half (25th to 75th percentile) of its daily means, over dates with ",
      { percent: 70 },
      " of the hour's readings.",
    ],
  } as const;
  const [first, ...others] = hours;
  if (fewest < DAYS_MIN || first === undefined) {
    const missing = [
      `${DAYS_MIN} dates with `,
      { percent: 70 },
      ` of the readings of each hour; the hour with the fewest has ${fewest}.`,
    ];
    return { ...rule, daysLooked: fewest, state: "too-little-data", daysMin: DAYS_MIN, missing };
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
    finding: [
      "Between ",
      { minuteOfDay: fromMinute },
      " and ",
      { minuteOfDay: toMinute },
      " the middle half of the dates lies from ",
      { mgDl: widest.low },
      " to ",
      { mgDl: widest.high },
      ".",
    ],
    dates: [],
    fromMinute,
    toMinute,
    effect: { value: widest.high - widest.low, unit: "mg/dL" },
    chance: { probability: null, method: ["Not tested: one hour always has the widest middle half."] },
  };
}

function middleHalfOf(halfHours: HalfHours, hour: number): MiddleHalf {
  const slotsPerHour = HOUR_MINUTES / SLOT_MINUTES;
  // Sorting puts the hours without a mean (NaN) last.
  const sorted = meansByDate(halfHours, hour * slotsPerHour, (hour + 1) * slotsPerHour).sort();
  let dates = sorted.length;
  while (dates > 0 && Number.isNaN(sorted[dates - 1])) dates -= 1;
  const means = sorted.subarray(0, dates);
  return { hour, dates, low: quantileOf(means, 0.25), high: quantileOf(means, 0.75) };
}

function quantileOf(sorted: Float64Array, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const value = sorted[below] ?? Number.NaN;
  return value + ((sorted[below + 1] ?? value) - value) * (position - below);
}
