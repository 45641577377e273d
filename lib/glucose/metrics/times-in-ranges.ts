import { BANDS, type Band, type BandShare } from "../bands";
import type { Distribution } from "../distribution";
import { wholePercents } from "../percent";
import { BAND_GOALS, type BandGoals, bandIndex, meetsGoal, RANGE_BOUNDS, type RangeBounds } from "../ranges";

/** Readings in each of the five bands, in the order of `BANDS`. */
export type BandCounts = readonly [number, number, number, number, number];

const MINUTES_PER_DAY = 1_440;

/** Counts mg/dL readings by the consensus bands, unrounded (see `ranges.ts`); or by those between other `bounds`. */
export function countBands(values: Float64Array, bounds: RangeBounds = RANGE_BOUNDS["mg/dL"]): BandCounts {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const value of values) counts[bandIndex(value, bounds)] += 1;
  return counts;
}

/** Counts readings by the bands between `bounds`, which are in the unit of the values (mg/dL: `boundsInMgDl`). */
export function countBandsOf({ values, counts: readings }: Distribution, bounds: RangeBounds): BandCounts {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (let i = 0; i < values.length; i += 1) counts[bandIndex(values[i] ?? 0, bounds)] += readings[i] ?? 0;
  return counts;
}

/**
 * Times in ranges: the share of readings in each band that the set has, in the order of `BANDS`. Whole percentages
 * total 100 unless there are no readings, when all are 0.
 *
 * `goals`: "none" where no goals apply (single days), "withheld" where the readings are too few to judge (`met` is
 * null), "tested" otherwise. A goal is tested on the exact share, together with the band it includes. `bandGoals` are
 * those of the range set whose bounds the readings were counted with; a band that they leave out is not in the result,
 * and readings counted in it are an error of the caller, which throws.
 */
export function timesInRanges(
  counts: BandCounts,
  goals: "none" | "withheld" | "tested",
  bandGoals: BandGoals = BAND_GOALS,
): BandShare[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const countOf = (band: Band) => counts[BANDS.indexOf(band)] ?? 0;
  const bands = BANDS.filter((band) => bandGoals[band] !== undefined);
  if (bands.reduce((sum, band) => sum + countOf(band), 0) !== total) {
    throw new Error("Readings were counted in a band that these goals do not have.");
  }
  const rounded = wholePercents(bands.map(countOf));
  return bands.map((band, i) => {
    const count = countOf(band);
    const share = total === 0 ? 0 : count / total;
    const goal = goals === "none" ? null : (bandGoals[band] ?? null);
    const together = count + (goal === null || goal.includes === null ? 0 : countOf(goal.includes));
    const isTested = goals === "tested" && total > 0;
    return {
      band,
      count,
      share,
      percent: rounded[i]?.percent ?? 0,
      underOne: rounded[i]?.underOne ?? false,
      minutesPerDay: share * MINUTES_PER_DAY,
      goal: goal && { ...goal, met: isTested ? meetsGoal((100 * together) / total, goal) : null },
    };
  });
}
