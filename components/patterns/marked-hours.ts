import type { Pattern } from "@/lib/glucose/patterns/pattern";

/** A stretch of one day's clock, minutes after midnight, `from` before `to`. */
export interface MarkedHours {
  readonly from: number;
  readonly to: number;
}

const DAY_MINUTES = 1_440;

/** Where a pattern's hours lie on the clock: two pieces when they run over midnight, none when it concerns whole dates. */
export function hoursOnClock({ fromMinute: from, toMinute: to }: Pattern): MarkedHours[] {
  if (from === null || to === null) return [];
  if (from < to) return [{ from, to }];
  return [
    { from: 0, to },
    { from, to: DAY_MINUTES },
  ];
}

/**
 * The same on the curve of one of the pattern's dates: hours over midnight belong to the date on which they end. Days on
 * which the clock changed carry no mark, because their curve is drawn by elapsed time.
 */
export function hoursOnDate(pattern: Pattern, lengthMinutes: number): MarkedHours[] {
  if (lengthMinutes !== DAY_MINUTES) return [];
  return hoursOnClock(pattern).slice(0, 1);
}
