import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { SlotRun, Threshold } from "./episode-scan";
import type { FoundEpisodes } from "./episode-search";
import type { GlucoseGrid } from "./grid";

export interface Episode {
  /** The first slot beyond the threshold. */
  readonly start: Instant;
  /** Exclusive: `start` plus `minutes`. */
  readonly end: Instant;
  /** One step for each slot from the first to the last beyond the threshold; short recoveries inside count. */
  readonly minutes: number;
  /** Nadir or peak in mg/dL, and the first slot that has it. */
  readonly extreme: number;
  readonly extremeAt: Instant;
  /** mg/dL, over the slots that `minutes` counts. */
  readonly mean: number;
  /** No slot before it (start of data, or after a gap): it may have begun earlier. */
  readonly startCensored: boolean;
  /** Data ended, or a gap came, before recovery was confirmed: it may have lasted longer. */
  readonly endCensored: boolean;
}

export interface EpisodeSet {
  readonly count: number;
  /** Per day and per 7 days of recorded time; null when none is recorded. */
  readonly perDay: number | null;
  readonly perWeek: number | null;
  /** Null without episodes. Censored ones count with what is known of them. */
  readonly meanMinutes: number | null;
  /** Ascending by start. */
  readonly list: readonly Episode[];
}

/** The same excursions by five definitions; `EPISODE_DEFINITIONS` has them in words. */
export interface EpisodeSets {
  readonly level1: EpisodeSet;
  readonly level2: EpisodeSet;
  readonly level1Exclusive: EpisodeSet;
  readonly extended: EpisodeSet;
  readonly prolonged: EpisodeSet;
}

const MINUTES_PER_DAY = 1_440;

/** What was found, in real time and with rates over the recorded time of the grid; `sign` is −1 for low, 1 for high. */
export function setsOf(grid: GlucoseGrid, found: FoundEpisodes, sign: Threshold["sign"]): EpisodeSets {
  return {
    level1: setOf(grid, found.level1, sign),
    level2: setOf(grid, found.level2, sign),
    level1Exclusive: setOf(grid, found.level1Exclusive, sign),
    extended: setOf(grid, found.extended, sign),
    prolonged: setOf(grid, found.prolonged, sign),
  };
}

function setOf(grid: GlucoseGrid, found: readonly SlotRun[], sign: Threshold["sign"]): EpisodeSet {
  const list = found.map((run) => episodeOf(grid, run, sign));
  const recordedMinutes = grid.present * grid.stepMinutes;
  const perDay = recordedMinutes === 0 ? null : (list.length * MINUTES_PER_DAY) / recordedMinutes;
  const minutes = list.reduce((sum, episode) => sum + episode.minutes, 0);
  return {
    count: list.length,
    perDay,
    perWeek: perDay === null ? null : 7 * perDay,
    meanMinutes: list.length === 0 ? null : minutes / list.length,
    list,
  };
}

// Every slot of a run has a value, so there is always an extreme and a mean.
function episodeOf(
  { values, start: gridStart, stepMinutes }: GlucoseGrid,
  { first, last, recovered }: SlotRun,
  sign: Threshold["sign"],
): Episode {
  let sum = 0;
  let extremeSlot = first;
  let furthest = Number.NEGATIVE_INFINITY;
  for (let slot = first; slot <= last; slot += 1) {
    const value = values[slot] ?? 0;
    sum += value;
    if (sign * value > furthest) {
      furthest = sign * value;
      extremeSlot = slot;
    }
  }
  const slots = last - first + 1;
  const minutes = slots * stepMinutes;
  const start = gridStart + first * stepMinutes * MINUTE_MS;
  return {
    start,
    end: start + minutes * MINUTE_MS,
    minutes,
    extreme: sign * furthest,
    extremeAt: gridStart + extremeSlot * stepMinutes * MINUTE_MS,
    mean: sum / slots,
    startCensored: Number.isNaN(values[first - 1] ?? Number.NaN),
    endCensored: !recovered,
  };
}
