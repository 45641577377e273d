import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import type { InstantSpan, OffsetSpan } from "./wall-clock";

const HOUR_MS = 60 * MINUTE_MS;
const HOURS = 24;

/**
 * Real minutes in which the wall clock showed each hour of the day, 0 to 23, on `days` dates from `firstDay` (an epoch
 * day) on, as far as they lie within `within`: the repeated hour of a 25-hour date counts twice, the skipped hour of
 * one of 23 not at all.
 */
export function minutesOfHours(
  spans: readonly OffsetSpan[],
  { firstDay, days, within }: { firstDay: number; days: number; within: InstantSpan },
): Float64Array {
  const minutes = new Float64Array(HOURS);
  for (const span of spans) {
    const shift = span.offsetMinutes * MINUTE_MS;
    const from = Math.max(Math.max(span.from, within.from) + shift, firstDay * DAY_MS);
    const to = Math.min(Math.min(span.to, within.to) + shift, (firstDay + days) * DAY_MS);
    for (let start = from; start < to; ) {
      const hours = Math.floor(start / HOUR_MS);
      const end = Math.min(to, (hours + 1) * HOUR_MS);
      const hour = ((hours % HOURS) + HOURS) % HOURS;
      minutes[hour] = (minutes[hour] ?? 0) + (end - start) / MINUTE_MS;
      start = end;
    }
  }
  return minutes;
}
