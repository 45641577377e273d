import { type Instant, MINUTE_MS } from "@/lib/clock";
import { minuteOfDay } from "./local-time";
import { type InstantSpan, type OffsetSpan, overlapOf } from "./wall-clock";

/**
 * `clock`: looks like the change to or from summer time. `moved`: a journey or a clock change; which of the two cannot
 * be known from the readings, since Dexcom sends no name of a zone.
 */
export type ClockChangeKind = "clock" | "moved";

export interface ClockChange {
  readonly at: Instant;
  readonly elapsedMinutes: number;
  readonly fromOffsetMinutes: number;
  readonly toOffsetMinutes: number;
  readonly kind: ClockChangeKind;
}

/** A whole hour of the wall clock on the x axis. `minuteOfDay` is 1,440 at the end of the day. */
export interface HourMark {
  readonly elapsedMinutes: number;
  readonly minuteOfDay: number;
}

const HOUR_MINUTES = 60;
const DAY_MINUTES = 1_440;

/** Summer time moves clocks by an hour (half an hour on Lord Howe Island), between midnight and 04:00 everywhere. */
const SUMMER_TIME_STEPS: readonly number[] = [60, 30];
const SUMMER_TIME_UNTIL_MINUTE = 4 * HOUR_MINUTES;

function kindOf(at: Instant, fromOffsetMinutes: number, toOffsetMinutes: number): ClockChangeKind {
  const isOneStep = SUMMER_TIME_STEPS.includes(Math.abs(toOffsetMinutes - fromOffsetMinutes));
  // A change found after a gap lies late by as much as the gap: then it is said that it cannot be told.
  return isOneStep && minuteOfDay(at, fromOffsetMinutes) <= SUMMER_TIME_UNTIL_MINUTE ? "clock" : "moved";
}

/** The moments of a day at which its wall clock jumped, ascending. */
export function clockChangesWithin(offsets: readonly OffsetSpan[], day: InstantSpan): ClockChange[] {
  return offsets.flatMap((span, i) => {
    const next = offsets[i + 1];
    // A change at the very start counts: where clocks go forward at midnight, the day begins at 01:00.
    if (next === undefined || next.from < day.from || next.from >= day.to) return [];
    return {
      at: next.from,
      elapsedMinutes: (next.from - day.from) / MINUTE_MS,
      fromOffsetMinutes: span.offsetMinutes,
      toOffsetMinutes: next.offsetMinutes,
      kind: kindOf(next.from, span.offsetMinutes, next.offsetMinutes),
    };
  });
}

/** Every whole hour that the wall clock showed on a day, and its end. `pieces` are the day's stretches of time. */
export function hourMarks(
  offsets: readonly OffsetSpan[],
  pieces: readonly InstantSpan[],
  start: Instant,
): HourMark[] {
  const marks = pieces.flatMap((piece) =>
    offsets.flatMap((span) => {
      const shown = overlapOf(piece, span);
      if (shown === null) return [];
      const first = minuteOfDay(shown.from, span.offsetMinutes);
      const elapsed = (shown.from - start) / MINUTE_MS;
      const minutes = (shown.to - shown.from) / MINUTE_MS;
      const inSpan: HourMark[] = [];
      for (
        let at = Math.ceil(first / HOUR_MINUTES) * HOUR_MINUTES;
        at - first < minutes;
        at += HOUR_MINUTES
      ) {
        inSpan.push({ elapsedMinutes: elapsed + at - first, minuteOfDay: at });
      }
      return inSpan;
    }),
  );
  const end = pieces.at(-1)?.to;
  return end === undefined
    ? []
    : [...marks, { elapsedMinutes: (end - start) / MINUTE_MS, minuteOfDay: DAY_MINUTES }];
}

/** What a day's wall clock did, for reading times off its axis. */
export interface DayWallClock {
  readonly start: Instant;
  readonly lengthMinutes: number;
  /** The offset with which the day began. */
  readonly offsetMinutes: number;
  readonly clockChanges: readonly ClockChange[];
}

/** The display offset that held so many minutes into a day. */
export function offsetAt({ offsetMinutes, clockChanges }: DayWallClock, elapsedMinutes: number): number {
  return clockChanges.reduce(
    (offset, change) => (change.elapsedMinutes <= elapsedMinutes ? change.toOffsetMinutes : offset),
    offsetMinutes,
  );
}

/** The instant that lies so many minutes into a day. */
export function instantAt({ start }: DayWallClock, elapsedMinutes: number): Instant {
  return start + elapsedMinutes * MINUTE_MS;
}

/** What the wall clock showed so many minutes into a day, 0–1,439. */
export function minuteOfDayAt(day: DayWallClock, elapsedMinutes: number): number {
  return minuteOfDay(instantAt(day, elapsedMinutes), offsetAt(day, elapsedMinutes));
}

/**
 * How far into a day its wall clock showed a time (0–1,440, where 1,440 is the end of the day): the `first` or the
 * `last` time where an hour came twice, null where it was skipped.
 */
export function elapsedOf(day: DayWallClock, minute: number, which: "first" | "last"): number | null {
  if (minute === DAY_MINUTES) return day.lengthMinutes;
  const edges = [0, ...day.clockChanges.map(({ elapsedMinutes }) => elapsedMinutes), day.lengthMinutes];
  const found = edges.slice(0, -1).flatMap((from, i) => {
    const to = edges[i + 1] ?? from;
    const shownAtFrom = minuteOfDayAt(day, from);
    const elapsed = from + ((((minute - shownAtFrom) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES);
    return elapsed < to ? [elapsed] : [];
  });
  return (which === "first" ? found[0] : found.at(-1)) ?? null;
}
