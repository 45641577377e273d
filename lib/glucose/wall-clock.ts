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

/** Real minutes of each of `days` dates from `firstDay` on, counted up to `until`: 1,380 or 1,500 where clocks changed. */
export function minutesOfDates(
  spans: readonly OffsetSpan[],
  { firstDay, days, until }: { firstDay: number; days: number; until: Instant },
): Float64Array {
  const minutes = new Float64Array(days);
  for (const span of spans) {
    const shift = span.offsetMinutes * MINUTE_MS;
    const from = Math.max(span.from + shift, firstDay * DAY_MS);
    const to = Math.min(Math.min(span.to, until) + shift, (firstDay + days) * DAY_MS);
    for (let start = from; start < to; ) {
      const day = Math.floor(start / DAY_MS);
      const end = Math.min(to, (day + 1) * DAY_MS);
      minutes[day - firstDay] = (minutes[day - firstDay] ?? 0) + (end - start) / MINUTE_MS;
      start = end;
    }
  }
  return minutes;
}

/** The offset that the wall clock had at an instant. */
export function offsetAt(spans: readonly OffsetSpan[], instant: Instant): number {
  const span = spans.find(({ to }) => instant < to) ?? spans.at(-1);
  if (span === undefined) throw new Error("A wall clock has at least one offset");
  return span.offsetMinutes;
}
