import { type Instant, MINUTE_MS } from "@/lib/clock";
import { GAP_CADENCES } from "./cadence";
import type { Gap } from "./figures";
import type { EgvSeries } from "./reading";
import { firstIndexFrom } from "./series";
import type { InstantSpan } from "./wall-clock";

/**
 * Stretches of `within` without a reading, longer than 2.5 times the cadence, ascending. The time before the first and
 * after the last reading counts like any other.
 */
export function gapsIn(series: EgvSeries, within: InstantSpan, cadenceMinutes: number): Gap[] {
  const threshold = cadenceMinutes * GAP_CADENCES * MINUTE_MS;
  const { systemTime, displayOffsetMinutes } = series;
  const gaps: Gap[] = [];
  const end = firstIndexFrom(series, within.to);
  let last: Instant = within.from;
  for (let i = firstIndexFrom(series, within.from); i <= end; i += 1) {
    const time = i < end ? (systemTime[i] ?? 0) : within.to;
    if (time - last > threshold) {
      const before = displayOffsetMinutes[i - 1] ?? displayOffsetMinutes[i] ?? 0;
      gaps.push({ from: last, to: time, minutes: (time - last) / MINUTE_MS, displayOffsetMinutes: before });
    }
    last = time;
  }
  return gaps;
}
