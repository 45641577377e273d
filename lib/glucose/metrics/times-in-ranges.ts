import { BANDS, type BandShare } from "../figures";
import { wholePercents } from "../percent";
import { BAND_GOALS, bandIndex, meetsGoal, RANGE_BOUNDS } from "../ranges";

/** Readings in each of the five bands, in the order of `BANDS`. */
export type BandCounts = readonly [number, number, number, number, number];

const MINUTES_PER_DAY = 1_440;

/** Counts mg/dL readings by the consensus bands, unrounded (see `ranges.ts`). */
export function countBands(values: Float64Array): BandCounts {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const value of values) counts[bandIndex(value, RANGE_BOUNDS["mg/dL"])] += 1;
  return counts;
}

/**
 * Times in ranges: the share of readings in each band, in the order of `BANDS`. Whole percentages total 100 unless
 * there are no readings, when all are 0.
 *
 * `goals`: "none" where the consensus goals do not apply (single days), "withheld" where the readings are too few to
 * judge (`met` is null), "tested" otherwise. A goal is tested on the exact share, together with the band it includes.
 */
export function timesInRanges(counts: BandCounts, goals: "none" | "withheld" | "tested"): BandShare[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const share = (i: number) => (total === 0 ? 0 : (counts[i] ?? 0) / total);
  const rounded = wholePercents(counts);
  return BANDS.map((band, i) => {
    const { includes, ...goal } = BAND_GOALS[band];
    const together = (counts[i] ?? 0) + (includes === null ? 0 : (counts[BANDS.indexOf(includes)] ?? 0));
    const met = goals === "tested" && total > 0 ? meetsGoal((100 * together) / total, goal) : null;
    return {
      band,
      count: counts[i] ?? 0,
      share: share(i),
      percent: rounded[i]?.percent ?? 0,
      underOne: rounded[i]?.underOne ?? false,
      minutesPerDay: share(i) * MINUTES_PER_DAY,
      goal: goals === "none" ? null : { ...goal, met, includes },
    };
  });
}
