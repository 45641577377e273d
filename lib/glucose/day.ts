import { type Instant, MINUTE_MS } from "@/lib/clock";
import { BANDS, type Band, type BandShare } from "./bands";
import { GAP_CADENCES } from "./cadence";
import { checkedSpan, coverPeriod } from "./coverage";
import { daySummaries } from "./day-summary";
import type { DaySummary, Freshness } from "./figures";
import { gapsIn } from "./gaps";
import { epochDay, type LocalDate, midnight, minuteOfDay } from "./local-time";
import { countBands, timesInRanges } from "./metrics/times-in-ranges";
import { bandIndex, RANGE_BOUNDS } from "./ranges";
import { type EgvSeries, type EgvStatus, TRENDS, type Trend } from "./reading";
import { STATUS_HIGH, STATUS_LOW } from "./series";
import { timelineOf } from "./timeline";
import { hull, type InstantSpan, instantsOfDates, type OffsetSpan, overlapOf } from "./wall-clock";

export interface DayPoint {
  readonly instant: Instant;
  /** Minutes since the day began: the x axis. Runs to 1,380 or 1,500 where the clock changed. */
  readonly elapsedMinutes: number;
  /** What the clock on the wall showed; on a 25-hour day an hour comes twice. */
  readonly minuteOfDay: number;
  readonly offsetMinutes: number;
  /** mg/dL; 39 and 401 stand for LOW and HIGH, see `status`. */
  readonly value: number;
  readonly status: EgvStatus;
  readonly band: Band;
  readonly trend: Trend | null;
}

export interface DaySpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export interface ClockChange {
  readonly at: Instant;
  readonly elapsedMinutes: number;
  readonly fromOffsetMinutes: number;
  readonly toOffsetMinutes: number;
}

/** A whole hour of the wall clock on the x axis. `minuteOfDay` is 1,440 at the end of the day. */
export interface HourMark {
  readonly elapsedMinutes: number;
  readonly minuteOfDay: number;
}

/** Everything that a chart of one local date shows, on an axis of elapsed minutes. */
export interface DayChart {
  readonly date: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  /** From `start` to `end`: 1,440, or what the day really had. 0 for a date that the person skipped by travelling. */
  readonly lengthMinutes: number;
  readonly clockChanges: readonly ClockChange[];
  readonly hours: readonly HourMark[];
  readonly points: readonly DayPoint[];
  /** Unbroken runs of `points`: index of the first, index after the last. A step over 2.5 cadences breaks a line. */
  readonly lines: readonly { readonly first: number; readonly end: number }[];
  /** Asked for, and no reading there. */
  readonly gaps: readonly DaySpan[];
  /** Available at Dexcom but not asked for since: after `checkedThrough`, or around a first import that still runs. */
  readonly notFetchedYet: readonly DaySpan[];
  /** The withheld hours (availableUntil, now]. */
  readonly notYetAvailable: DaySpan | null;
  /** After now. */
  readonly future: DaySpan | null;
  /** Inside [start, end) the wall clock showed another date: a flight west over midnight. */
  readonly otherDate: readonly DaySpan[];
  readonly bands: readonly BandShare[];
  readonly summary: DaySummary;
  readonly implausible: number;
}

/**
 * One local date as it was. `series` holds the readings from one UTC day before to one after.
 *
 * A reading belongs to the date that its own wall clock showed, so the day's figures are those of `summarize`.
 */
export function dayChart({
  series,
  date,
  freshness,
}: {
  series: EgvSeries;
  date: LocalDate;
  freshness: Freshness;
}): DayChart {
  const timeline = timelineOf(series, freshness);
  const covered = coverPeriod(timeline, { from: date, to: date, days: 1 });
  const [summary] = daySummaries(covered, timeline.cadenceMinutes);
  if (summary === undefined) throw new Error("A period of one date has one day");
  const pieces = instantsOfDates(timeline.offsets, epochDay(date), epochDay(date));
  const start = pieces[0]?.from ?? midnight(date, freshness.displayOffsetMinutes);
  const day = hull(pieces) ?? { from: start, to: start };
  const spanOf = ({ from, to }: InstantSpan): DaySpan => ({
    from,
    to,
    fromMinutes: (from - start) / MINUTE_MS,
    toMinutes: (to - start) / MINUTE_MS,
  });
  const part = (from: Instant, to: Instant): DaySpan[] => {
    const span = overlapOf(day, { from, to });
    return span === null ? [] : [spanOf(span)];
  };
  const { availableUntil, now } = freshness;
  const checked = overlapOf(day, checkedSpan(timeline));
  const points = pointsOf(covered.readings, start);
  return {
    date,
    start,
    end: day.to,
    lengthMinutes: (day.to - start) / MINUTE_MS,
    clockChanges: clockChangesWithin(timeline.offsets, day),
    hours: hourMarks(timeline.offsets, pieces, start),
    points,
    lines: linesThrough(points, timeline.cadenceMinutes * GAP_CADENCES),
    gaps: checked === null ? [] : gapsIn(timeline.readings, checked, timeline.cadenceMinutes).map(spanOf),
    notFetchedYet: [
      ...part(Number.NEGATIVE_INFINITY, Math.min(timeline.checkedFrom, availableUntil)),
      ...part(
        Math.max(timeline.checkedThrough, Math.min(timeline.checkedFrom, availableUntil)),
        availableUntil,
      ),
      // Shorter than one reading: nothing can be missing there, and saying so would be noise.
    ].filter(({ fromMinutes, toMinutes }) => toMinutes - fromMinutes >= timeline.cadenceMinutes),
    notYetAvailable: part(availableUntil, now)[0] ?? null,
    future: part(now, Number.POSITIVE_INFINITY)[0] ?? null,
    otherDate: pieces
      .slice(1)
      .map((piece, i) => spanOf({ from: pieces[i]?.to ?? piece.from, to: piece.from })),
    bands: timesInRanges(countBands(covered.readings.value), "none"),
    summary,
    implausible: covered.coverage.implausible,
  };
}

function pointsOf(readings: EgvSeries, start: Instant): DayPoint[] {
  return Array.from(readings.systemTime, (instant, i) => {
    const value = readings.value[i] ?? 0;
    const offsetMinutes = readings.displayOffsetMinutes[i] ?? 0;
    const status = readings.status[i];
    return {
      instant,
      elapsedMinutes: (instant - start) / MINUTE_MS,
      minuteOfDay: minuteOfDay(instant, offsetMinutes),
      offsetMinutes,
      value,
      status: status === STATUS_LOW ? "low" : status === STATUS_HIGH ? "high" : null,
      band: BANDS[bandIndex(value, RANGE_BOUNDS["mg/dL"])],
      trend: TRENDS[(readings.trend[i] ?? 0) - 1] ?? null,
    };
  });
}

function linesThrough(points: readonly DayPoint[], stepMinutesMax: number): DayChart["lines"] {
  const lines: { first: number; end: number }[] = [];
  points.forEach((point, i) => {
    const line = lines.at(-1);
    const previous = points[i - 1];
    if (line && previous && point.elapsedMinutes - previous.elapsedMinutes <= stepMinutesMax)
      line.end = i + 1;
    else lines.push({ first: i, end: i + 1 });
  });
  return lines;
}

function clockChangesWithin(offsets: readonly OffsetSpan[], day: InstantSpan): ClockChange[] {
  return offsets.flatMap((span, i) => {
    const next = offsets[i + 1];
    // A change at the very start counts: where clocks go forward at midnight, the day begins at 01:00.
    if (next === undefined || next.from < day.from || next.from >= day.to) return [];
    return {
      at: next.from,
      elapsedMinutes: (next.from - day.from) / MINUTE_MS,
      fromOffsetMinutes: span.offsetMinutes,
      toOffsetMinutes: next.offsetMinutes,
    };
  });
}

const HOUR_MINUTES = 60;

function hourMarks(
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
    : [...marks, { elapsedMinutes: (end - start) / MINUTE_MS, minuteOfDay: 1_440 }];
}
