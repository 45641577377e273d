import type { HoursOfDay } from "../parts-of-day";
import type { EgvSeries } from "../reading";
import { bestDay } from "./best-day";
import { UNLIKELY_BELOW } from "./chance";
import { dawnRise } from "./dawn-rise";
import { daytimePattern } from "./daytime";
import { HIGHS, LOWS } from "./excursions";
import { episodeMsBySlot, halfHoursOf } from "./half-hours";
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
  /** Level 1 episodes: below 70 and above 180 mg/dL for at least 15 minutes, in any order. */
  readonly episodes: { readonly lows: readonly EpisodeSpan[]; readonly highs: readonly EpisodeSpan[] };
  /** Taken to the half hour. An end at or before the start means over midnight. */
  readonly night: HoursOfDay;
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
 * Looks for all ten rules (`PATTERN_IDS`) in one period: eight are tested against chance, two describe (`best-day`,
 * `most-variable-hour`). Rules about lows and highs are found by how often something happens, and say beside it
 * whether chance would do the same; rules about differences are found only where chance would not (below 0.05).
 *
 * Each probability is a rule's own. Of eight tests at most 0.4 are below 0.05 by chance, which `unlikely` and
 * `unlikelyByChance` let a page say. No cause is implied and no advice given.
 *
 * Glucose is mg/dL; each reading counts on the date and time that its own display offset gives. Nothing is thrown for
 * missing data: a rule without enough of it says what is missing. Linear in the number of readings.
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
  const { readings, firstDay, days, episodes, night } = input;
  const halfHours = halfHoursOf(readings, input);
  const judgedDates = judgedDatesOf(halfHours);
  const lows = onWallClock(readings, episodes.lows, firstDay);
  const highs = onWallClock(readings, episodes.highs, firstDay);
  const inLows = { halfHours, episodeMs: episodeMsBySlot(lows, days), night };
  const inHighs = { halfHours, episodeMs: episodeMsBySlot(highs, days), night };
  const look: Readonly<Record<PatternId, () => PatternResult>> = {
    "night-lows": () => nightPattern("night-lows", LOWS, inLows),
    "day-lows": () => daytimePattern("day-lows", LOWS, inLows),
    "night-highs": () => nightPattern("night-highs", HIGHS, inHighs),
    "day-highs": () => daytimePattern("day-highs", HIGHS, inHighs),
    "rebound-highs": () => reboundHighs(halfHours, { lows, highs }),
    "dawn-rise": () => dawnRise(halfHours),
    "weekend-difference": () => weekendDifference(judgedDates, firstDay),
    "weekday-difference": () => weekdayDifference(judgedDates, firstDay),
    "best-day": () => bestDay(halfHours, judgedDates),
    "most-variable-hour": () => mostVariableHour(halfHours),
  };
  return PATTERN_IDS.map((id) => look[id]());
}

const RANK_OF_KIND: Readonly<Record<PatternId, number>> = {
  "night-lows": 0,
  "day-lows": 0,
  "night-highs": 1,
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
