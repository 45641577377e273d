import type { HoursOfDay } from "../parts-of-day";
import { RANGE_BOUNDS, type RangeBounds } from "../ranges";
import type { EgvSeries } from "../reading";
import { bestDay } from "./best-day";
import { postBreakfastHighs } from "./breakfast";
import { UNLIKELY_BELOW } from "./chance";
import { dawnRise } from "./dawn-rise";
import { daytimePattern } from "./daytime";
import { highsAbove, lowsBelow } from "./excursions";
import { episodeMsBefore, halfHoursOf } from "./half-hours";
import { judgedDatesOf } from "./judged-dates";
import { type EpisodeSpan, onWallClock } from "./local-episodes";
import { mostVariableHour } from "./most-variable-hour";
import { nightPattern } from "./night";
import { PATTERN_IDS, type Pattern, type PatternId, type PatternResult, type TooLittleData } from "./pattern";
import { reboundHighs } from "./rebound-highs";
import { weekdayDifference } from "./weekday-difference";
import { weekendDifference } from "./weekend-difference";

export interface PatternInput {
  /** Ascending, one sensor at a time, cut to the period (`CoveredPeriod.readings`). */
  readonly readings: Pick<EgvSeries, "length" | "systemTime" | "displayOffsetMinutes" | "value">;
  /** Epoch day of the period's first date. */
  readonly firstDay: number;
  /** Dates in the period. */
  readonly days: number;
  readonly cadenceMinutes: number;
  /** Level 1 episodes: below `low1` and above `high1` for at least 15 minutes, in any order. */
  readonly episodes: { readonly lows: readonly EpisodeSpan[]; readonly highs: readonly EpisodeSpan[] };
  /** Taken to the half hour. An end at or before the start means over midnight. */
  readonly night: HoursOfDay;
  /**
   * Edges of the target range, mg/dL: those of the unit that the source speaks, so 70.26 and 180.16 for 3.9 and 10.0
   * mmol/L (`boundsInMgDl`). 70 and 180 when left out.
   */
  readonly bounds?: Pick<RangeBounds, "low1" | "high1">;
}

/** Every rule in one of three states. */
export interface Patterns {
  /** Lows before highs before the rest; within them the less probable first, then the larger effect. */
  readonly found: readonly Pattern[];
  /** Looked for with enough data and not there, in the order of `PATTERN_IDS`. */
  readonly notFound: readonly Pattern[];
  readonly tooLittleData: readonly TooLittleData[];
  /** Rules in all. */
  readonly lookedFor: number;
  /** Rules that had enough data and have a probability, found or not. */
  readonly tested: number;
  /** Of those tested, the rules with a probability below 0.05, and how many chance gives: at most 0.05 each. */
  readonly unlikely: number;
  readonly unlikelyByChance: number;
}

/**
 * Looks for all eleven rules (`PATTERN_IDS`) in one period: nine are tested against chance, two describe (`best-day`,
 * `most-variable-hour`). Rules about lows and highs are found by how often something happens, and say beside it
 * whether chance would do the same; rules about differences are found only where chance would not (below 0.05).
 *
 * Each probability is a rule's own. Of nine tests at most 0.45 are below 0.05 by chance, which `unlikely` and
 * `unlikelyByChance` let a page say. `post-breakfast-highs` and `day-highs` can be the same highs seen twice: 06:00 to
 * 11:00 overlaps two of the day's blocks of three hours. No cause is implied and no advice given.
 *
 * Glucose is mg/dL; each reading counts on the date and time that its own display offset gives. Nothing is thrown for
 * missing data: a rule without enough of it says what is missing. Linear in the number of readings, but
 * for sorting the dates by their means.
 */
export function findPatterns(input: PatternInput): Patterns {
  const results = lookForAll(input);
  const judged = results.filter((result) => result.state !== "too-little-data");
  const probabilities = judged.map(({ chance }) => chance.probability).filter((p) => p !== null);
  return {
    found: judged.filter(({ state }) => state === "found").sort(byImportance),
    notFound: judged.filter(({ state }) => state === "not-found"),
    tooLittleData: results.filter((result) => result.state === "too-little-data"),
    lookedFor: PATTERN_IDS.length,
    tested: probabilities.length,
    unlikely: probabilities.filter((p) => p < UNLIKELY_BELOW).length,
    unlikelyByChance: probabilities.length * UNLIKELY_BELOW,
  };
}

function lookForAll(input: PatternInput): PatternResult[] {
  const { readings, firstDay, days, cadenceMinutes, episodes, night, bounds = RANGE_BOUNDS["mg/dL"] } = input;
  const halfHours = halfHoursOf(readings, { firstDay, days, cadenceMinutes, bounds });
  const judgedDates = judgedDatesOf(halfHours);
  const lows = onWallClock(readings, episodes.lows, firstDay);
  const highs = onWallClock(readings, episodes.highs, firstDay);
  const low = lowsBelow(bounds.low1);
  const high = highsAbove(bounds.high1);
  const inLows = { halfHours, episodeMs: episodeMsBefore(lows, days), night };
  const inHighs = { halfHours, episodeMs: episodeMsBefore(highs, days), night };
  const look: Readonly<Record<PatternId, () => PatternResult>> = {
    "night-lows": () => nightPattern("night-lows", low, inLows),
    "day-lows": () => daytimePattern("day-lows", low, inLows),
    "night-highs": () => nightPattern("night-highs", high, inHighs),
    "post-breakfast-highs": () => postBreakfastHighs(high, inHighs),
    "day-highs": () => daytimePattern("day-highs", high, inHighs),
    "rebound-highs": () => reboundHighs(halfHours, { lows, highs }, bounds),
    "dawn-rise": () => dawnRise(halfHours),
    "weekend-difference": () => weekendDifference(judgedDates),
    "weekday-difference": () => weekdayDifference(judgedDates),
    "best-day": () => bestDay(halfHours, judgedDates, bounds),
    "most-variable-hour": () => mostVariableHour(halfHours),
  };
  return PATTERN_IDS.map((id) => look[id]());
}

const RANK_OF_KIND: Readonly<Record<PatternId, number>> = {
  "night-lows": 0,
  "day-lows": 0,
  "night-highs": 1,
  "post-breakfast-highs": 1,
  "day-highs": 1,
  "rebound-highs": 1,
  "dawn-rise": 2,
  "weekend-difference": 2,
  "weekday-difference": 2,
  "best-day": 2,
  "most-variable-hour": 2,
};

function byImportance(a: Pattern, b: Pattern): number {
  const kind = RANK_OF_KIND[a.id] - RANK_OF_KIND[b.id];
  if (kind !== 0) return kind;
  // What was not tested comes after everything that was.
  const chance = (a.chance.probability ?? 2) - (b.chance.probability ?? 2);
  if (chance !== 0) return chance;
  return Math.abs(b.effect?.value ?? 0) - Math.abs(a.effect?.value ?? 0);
}
