import type { Threshold } from "./episode-scan";
import { type EpisodeRules, searchEpisodes } from "./episode-search";
import { type EpisodeSet, type EpisodeSets, setsOf } from "./episode-sets";
import type { GlucoseGrid } from "./grid";
import { RANGE_BOUNDS, type RangeBounds } from "./ranges";

export interface Episodes {
  readonly hypo: EpisodeSets;
  readonly hyper: EpisodeSets;
  /** Slots with a value times the step. */
  readonly recordedDays: number;
  /** Null without a grid, and so is the next. */
  readonly stepMinutes: number | null;
  /** Slots in a row that make 15 min. */
  readonly confirmingReadings: number | null;
}

const CONFIRMING_MINUTES = 15;
const LONG_MINUTES = 120;
const EXTENDED_HYPER_MINUTES = 90;
const MINUTES_PER_DAY = 1_440;

const NO_EPISODES: EpisodeSet = { count: 0, perDay: null, perWeek: null, meanMinutes: null, list: [] };
const NO_SETS: EpisodeSets = {
  level1: NO_EPISODES,
  level2: NO_EPISODES,
  level1Exclusive: NO_EPISODES,
  extended: NO_EPISODES,
  prolonged: NO_EPISODES,
};

/**
 * Episodes of low and high glucose on a grid in its own step and in real time; without a grid there are none. Linear.
 *
 * "15 min" is that many slots in a row, rounded up: three at 5 min, one at 15. A shorter recovery belongs to the
 * episode; a gap ends it, and what lies on both sides of a gap is never joined. An episode begins where its first long
 * enough run begins. Level 1 (below 70, above 180) contains level 2 (below 54, above 250), and each ends at its own
 * threshold: from 120 over 200 to 300 and back is one episode of each. A slot at a threshold is not beyond it.
 *
 * - `level1Exclusive`: level 1 episodes that contain none of level 2.
 * - `extended`: below 70 for more than 120 min in a row; above 250 for 90 min within any 120, until back at 180. What
 *   lies before a recovery and what lies after it are not added up.
 * - `prolonged`: beyond level 2 for at least 120 min in a row.
 *
 * `bounds` are the edges of the ranges in mg/dL; a source that speaks mmol/L has its own.
 *
 * Battelino 2023, doi 10.1016/S2213-8587(22)00319-9; `prolonged`: Danne 2017, doi 10.2337/dc17-1600, but ending at 54
 * like every level 2 episode; `level1Exclusive`: Broll 2021, doi 10.1371/journal.pone.0248560.
 */
export function episodesOf(grid: GlucoseGrid | null, bounds: RangeBounds = RANGE_BOUNDS["mg/dL"]): Episodes {
  if (grid === null) {
    return { hypo: NO_SETS, hyper: NO_SETS, recordedDays: 0, stepMinutes: null, confirmingReadings: null };
  }
  const { stepMinutes, present } = grid;
  const confirmingSlots = Math.ceil(CONFIRMING_MINUTES / stepMinutes);
  const prolongedSlots = Math.ceil(LONG_MINUTES / stepMinutes);
  const longSlotsMax = Math.floor(LONG_MINUTES / stepMinutes);
  const low: Threshold = { mgDl: bounds.low1, sign: -1 };
  const veryHigh: Threshold = { mgDl: bounds.high2, sign: 1 };
  const episodesBy = (rules: EpisodeRules) =>
    setsOf(grid, searchEpisodes(grid.values, rules), rules.level1.sign);
  return {
    hypo: episodesBy({
      level1: low,
      level2: { mgDl: bounds.low2, sign: -1 },
      extended: low,
      confirmingSlots,
      extendedFor: { slots: longSlotsMax + 1, within: longSlotsMax + 1 },
      prolongedSlots,
    }),
    hyper: episodesBy({
      level1: { mgDl: bounds.high1, sign: 1 },
      level2: veryHigh,
      extended: veryHigh,
      confirmingSlots,
      extendedFor: { slots: Math.ceil(EXTENDED_HYPER_MINUTES / stepMinutes), within: longSlotsMax },
      prolongedSlots,
    }),
    recordedDays: (present * stepMinutes) / MINUTES_PER_DAY,
    stepMinutes,
    confirmingReadings: confirmingSlots,
  };
}
