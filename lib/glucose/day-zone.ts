import type { Instant } from "@/lib/clock";
import type { EgvSeries } from "./reading";
import { firstIndexFrom } from "./series";
import type { InstantSpan } from "./wall-clock";

/** The same readings as a wall clock with one offset would have shown them, wherever they were taken. */
export function inOneOffset(series: EgvSeries, offsetMinutes: number): EgvSeries {
  return { ...series, displayOffsetMinutes: new Int16Array(series.length).fill(offsetMinutes) };
}

/** A record as a wall clock with that offset would have shown it; as it was for null. */
export function atOffset<T extends { readonly systemTime: Instant; readonly displayOffsetMinutes: number }>(
  record: T,
  offsetMinutes: number | null,
): T {
  return offsetMinutes === null ? record : { ...record, displayOffsetMinutes: offsetMinutes };
}

/** The display offsets that occur among the readings of a span, each once, ascending. */
export function offsetsWithin(series: EgvSeries, { from, to }: InstantSpan): number[] {
  const offsets = series.displayOffsetMinutes.subarray(
    firstIndexFrom(series, from),
    firstIndexFrom(series, to),
  );
  return [...new Set(offsets)].sort((a, b) => a - b);
}
