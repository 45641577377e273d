import { type Instant, MINUTE_MS } from "@/lib/clock";
import { type LocalDate, midnight } from "./local-time";
import type { OffsetSpan } from "./wall-clock";

/**
 * The instant at which the person's own wall clock showed a date and a minute of it: the first one where an hour came
 * twice; where the time was skipped, what it would have been on the clock before the jump.
 */
export function instantOfWallClock(
  offsets: readonly OffsetSpan[],
  { date, minuteOfDay }: { readonly date: LocalDate; readonly minuteOfDay: number },
): Instant {
  const at = (offsetMinutes: number) => midnight(date, offsetMinutes) + minuteOfDay * MINUTE_MS;
  const shown = offsets.find(({ from, to, offsetMinutes }) => {
    const instant = at(offsetMinutes);
    return instant >= from && instant < to;
  });
  if (shown !== undefined) return at(shown.offsetMinutes);
  const before = offsets.findLast(({ from, offsetMinutes }) => at(offsetMinutes) >= from) ?? offsets[0];
  if (before === undefined) throw new Error("The wall clock has an offset at every time");
  return at(before.offsetMinutes);
}
