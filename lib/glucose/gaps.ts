import { type Instant, MINUTE_MS } from "@/lib/clock";
import { GAP_CADENCES } from "./cadence";
import type { Gap } from "./figures";
import type { EgvSeries } from "./reading";
import type { InstantSpan } from "./wall-clock";

/**
 * Stretches of `within` without a reading, longer than 2.5 times the cadence, ascending. The time before the first and
 * after the last reading counts like any other.
 */
export function gapsIn(series: EgvSeries, within: InstantSpan, cadenceMinutes: number): Gap[] {
  const threshold = cadenceMinutes * GAP_CADENCES * MINUTE_MS;
  const gaps: Gap[] = [];
  let last: Instant = within.from;
  for (let i = firstIndexFrom(series, within.from); i <= series.length; i += 1) {
    const time = Math.min(series.systemTime[i] ?? within.to, within.to);
    if (time - last > threshold) {
      const before = series.displayOffsetMinutes[i - 1] ?? series.displayOffsetMinutes[i] ?? 0;
      gaps.push({ from: last, to: time, minutes: (time - last) / MINUTE_MS, displayOffsetMinutes: before });
    }
    if (time === within.to) break;
    last = time;
  }
  return gaps;
}

/** Index of the first reading at or after an instant; `length` when there is none. */
export function firstIndexFrom({ systemTime, length }: EgvSeries, instant: Instant): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((systemTime[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
