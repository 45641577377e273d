import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";

/** The person's wall clock minus UTC, in minutes. */
export type OffsetAt = (at: Instant) => number;

/** Day number of the person's own calendar. */
export function localDayAt(at: Instant, offsetAt: OffsetAt): number {
  return Math.floor((at + offsetAt(at) * MINUTE_MS) / DAY_MS);
}

/** The instant at which the wall clock shows a minute of a local day; where the clock jumps, the one just after. */
export function instantOfLocal(localDay: number, minute: number, offsetAt: OffsetAt): Instant {
  const wall = localDay * DAY_MS + minute * MINUTE_MS;
  const guess = wall - offsetAt(wall) * MINUTE_MS;
  return wall - offsetAt(guess) * MINUTE_MS;
}
