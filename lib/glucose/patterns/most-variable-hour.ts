import { type HalfHours, meansByDate, SLOT_MINUTES } from "./half-hours";
import { DAYS_MIN, type PatternResult } from "./pattern";

const HOURS = 24;
const HOUR_MINUTES = 60;

interface MiddleHalf {
  readonly hour: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The hour of the day that differs most from date to date (`most-variable-hour`): the widest distance between the 25th
 * and 75th percentile (type 7) of the hour's means over dates with 70 % of the hour's readings, mg/dL; the earliest of
 * equals. Descriptive: there always is one. Too little data unless each of the 24 hours has 7 such dates.
 */
export function mostVariableHour(halfHours: HalfHours): PatternResult {
  const perHour = Array.from({ length: HOURS }, (_, hour) => {
    const slotsPerHour = HOUR_MINUTES / SLOT_MINUTES;
    const means = meansByDate(halfHours, hour * slotsPerHour, (hour + 1) * slotsPerHour);
    return means.filter((mean) => !Number.isNaN(mean));
  });
  const fewest = perHour.reduce((least, { length }) => Math.min(least, length), halfHours.days);
  const rule = {
    id: "most-variable-hour",
    title: ["The hour that differs most from date to date"],
    rule: [
      "The hour with the widest middle half (25th to 75th percentile) of its daily means, over dates with ",
      { percent: 70 },
      " of the hour's readings.",
    ],
  } as const;
  const [first, ...others] = perHour
    .map((means, hour) => middleHalf(means, hour))
    .filter((half) => half !== null);
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
    daysLooked: perHour[widest.hour]?.length ?? 0,
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

/** 25th and 75th percentile (type 7) of an hour's means; null without any. */
function middleHalf(means: Float64Array, hour: number): MiddleHalf | null {
  if (means.length === 0) return null;
  const sorted = means.toSorted();
  const at = (p: number) => {
    const position = (sorted.length - 1) * p;
    const below = Math.floor(position);
    const value = sorted[below] ?? 0;
    return value + ((sorted[below + 1] ?? value) - value) * (position - below);
  };
  return { hour, low: at(0.25), high: at(0.75) };
}
