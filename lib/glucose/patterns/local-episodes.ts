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
  const ascending = inOrder(episodes);
  const length = ascending.length;
  const startMs = new Float64Array(length);
  const endMs = new Float64Array(length);
  let reading = 0;
  for (let i = 0; i < length; i += 1) {
    const { start = 0, minutes = 0 } = ascending[i] ?? {};
    reading = lastReadingAt(readings, start, reading);
    const localMs = start + (readings.displayOffsetMinutes[reading] ?? 0) * MINUTE_MS - firstDay * DAY_MS;
    startMs[i] = localMs;
    endMs[i] = localMs + minutes * MINUTE_MS;
  }
  return { length, startMs, endMs };
}

function inOrder(episodes: readonly EpisodeSpan[]): readonly EpisodeSpan[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const { start } of episodes) {
    if (start < last) return [...episodes].sort((a, b) => a.start - b.start);
    last = start;
  }
  return episodes;
}

/** The last reading at or before an instant, from `from` on; `from` itself when there is none. */
function lastReadingAt({ length, systemTime }: Clocked, instant: Instant, from: number): number {
  let low = from;
  let stride = 1;
  // Strides that double: a search as short as the way to go.
  while (low + stride < length && (systemTime[low + stride] ?? 0) <= instant) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(length, low + stride);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if ((systemTime[middle] ?? 0) <= instant) low = middle;
    else high = middle;
  }
  return low;
}
