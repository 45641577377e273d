import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import type { EgvSeries } from "./reading";

/** A stretch of time in which the wall clock kept one offset. The first begins at -Infinity, the last never ends. */
export interface OffsetSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly offsetMinutes: number;
}

export interface InstantSpan {
  readonly from: Instant;
  readonly to: Instant;
}

const QUARTER_HOUR_MS = 15 * MINUTE_MS;

/**
 * What the wall clock did, as the readings tell it: clock changes and travel without any time-zone table.
 *
 * Between the last reading with the old offset and the first with the new one, the change is put on the latest quarter
 * hour, since clock changes happen on one in every zone; else on the first reading with the new offset.
 */
export function offsetSpans(series: EgvSeries, offsetWithoutReadings: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let from = Number.NEGATIVE_INFINITY;
  let offset = series.displayOffsetMinutes[0] ?? offsetWithoutReadings;
  for (let i = 1; i < series.length; i += 1) {
    const next = series.displayOffsetMinutes[i] ?? offset;
    if (next === offset) continue;
    const time = series.systemTime[i] ?? 0;
    const quarter = Math.floor(time / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
    const changedAt = quarter > (series.systemTime[i - 1] ?? 0) ? quarter : time;
    spans.push({ from, to: changedAt, offsetMinutes: offset });
    from = changedAt;
    offset = next;
  }
  spans.push({ from, to: Number.POSITIVE_INFINITY, offsetMinutes: offset });
  return spans;
}

/**
 * The instants at which the wall clock showed a date from `firstDay` to `lastDay` (epoch days), ascending and joined.
 * Usually one piece; more when somebody flew west over midnight, none for a date that was skipped.
 */
export function instantsOfDates(
  spans: readonly OffsetSpan[],
  firstDay: number,
  lastDay: number,
): InstantSpan[] {
  const pieces: { from: Instant; to: Instant }[] = [];
  for (const span of spans) {
    const shift = span.offsetMinutes * MINUTE_MS;
    const from = Math.max(span.from, firstDay * DAY_MS - shift);
    const to = Math.min(span.to, (lastDay + 1) * DAY_MS - shift);
    if (from >= to) continue;
    const previous = pieces.at(-1);
    if (previous?.to === from) previous.to = to;
    else pieces.push({ from, to });
  }
  return pieces;
}

/**
 * Real minutes of each of `days` dates from `firstDay` (an epoch day) on, as far as they lie within `within`: 1,440 for
 * most whole dates, 1,380 or 1,500 where the clock changed.
 */
export function minutesOfDates(
  spans: readonly OffsetSpan[],
  { firstDay, days, within }: { firstDay: number; days: number; within: InstantSpan },
): Float64Array {
  const minutes = new Float64Array(days);
  for (const span of spans) {
    const shift = span.offsetMinutes * MINUTE_MS;
    const from = Math.max(Math.max(span.from, within.from) + shift, firstDay * DAY_MS);
    const to = Math.min(Math.min(span.to, within.to) + shift, (firstDay + days) * DAY_MS);
    for (let start = from; start < to; ) {
      const day = Math.floor(start / DAY_MS);
      const end = Math.min(to, (day + 1) * DAY_MS);
      minutes[day - firstDay] = (minutes[day - firstDay] ?? 0) + (end - start) / MINUTE_MS;
      start = end;
    }
  }
  return minutes;
}

/** All of time. */
export const ALWAYS: InstantSpan = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** What two spans share; null when they share nothing. */
export function overlapOf(a: InstantSpan, b: InstantSpan): InstantSpan | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** From the first to the last instant of some ascending spans; null when there are none. */
export function hull(spans: readonly InstantSpan[]): InstantSpan | null {
  const first = spans[0];
  const last = spans.at(-1);
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}
