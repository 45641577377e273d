import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import type { EgvSeries } from "../reading";

/** One uninterrupted spell below or above a bound. */
export interface EpisodeSpan {
  readonly start: Instant;
  readonly minutes: number;
}

/** Episodes on the person's wall clock, ascending, in ms after the first midnight of the period. */
export interface LocalEpisodes {
  readonly length: number;
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
}

type Clocked = Pick<EgvSeries, "length" | "systemTime" | "displayOffsetMinutes">;

/**
 * Lays episodes (in any order) on the wall clock that the reading at or before their start showed; before the first
 * reading, that of the first. An episode keeps that clock to its end, so that its length stays what it was.
 *
 * `firstDay` is the epoch day of the period's first date. Episodes that reach over the period's edges stay whole.
 */
export function onWallClock(
  readings: Clocked,
  episodes: readonly EpisodeSpan[],
  firstDay: number,
): LocalEpisodes {
  const ascending = [...episodes].sort((a, b) => a.start - b.start);
  const startMs = new Float64Array(ascending.length);
  const endMs = new Float64Array(ascending.length);
  let reading = 0;
  ascending.forEach(({ start, minutes }, i) => {
    while (reading + 1 < readings.length && (readings.systemTime[reading + 1] ?? 0) <= start) reading += 1;
    const offset = readings.displayOffsetMinutes[reading] ?? 0;
    startMs[i] = start + offset * MINUTE_MS - firstDay * DAY_MS;
    endMs[i] = (startMs[i] ?? 0) + minutes * MINUTE_MS;
  });
  return { length: ascending.length, startMs, endMs };
}
