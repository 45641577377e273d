import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { BandShare } from "./bands";
import { GAP_CADENCES } from "./cadence";
import { checkedSpan, coverPeriod } from "./coverage";
import {
  type ClockChange,
  clockChangesWithin,
  type DayWallClock,
  type HourMark,
  hourMarks,
} from "./day-clock";
import { type DayLine, type DayPoint, dayPoints, linesThrough } from "./day-points";
import { daySummaries } from "./day-summary";
import { applyExclusions } from "./exclusions/apply-exclusions";
import type { Exclusion } from "./exclusions/exclusion";
import type { DaySummary, Freshness } from "./figures";
import { gapsIn } from "./gaps";
import { epochDay, type LocalDate, midnight } from "./local-time";
import { countBands, timesInRanges } from "./metrics/times-in-ranges";
import { boundsInMgDl, RANGE_SETS, type RangeSet } from "./range-sets";
import type { EgvSeries } from "./reading";
import { type Timeline, timelineOf } from "./timeline";
import { hull, type InstantSpan, instantsOfDates, overlapOf } from "./wall-clock";

export interface DaySpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** A stretch of the day that was left out of the figures, and with how many readings. */
export interface ExcludedSpan extends DaySpan {
  readonly kind: Exclusion["kind"];
  readonly reason: string;
  readonly readings: number;
}

/** The figures of one day. */
export interface DayFigures {
  readonly bands: readonly BandShare[];
  readonly summary: DaySummary;
}

/** Everything that a chart of one local date shows, on an axis of elapsed minutes. */
export interface DayChart extends DayFigures, DayWallClock {
  readonly date: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
  /** From `start` to `end`: 1,440, or what the day really had. 0 for a date that the person skipped by travelling. */
  readonly lengthMinutes: number;
  readonly clockChanges: readonly ClockChange[];
  readonly hours: readonly HourMark[];
  readonly points: readonly DayPoint[];
  /** Unbroken runs of `points`. A step over 2.5 cadences breaks a line. */
  readonly lines: readonly DayLine[];
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
  /** What was left out of `bands` and `summary`. */
  readonly excluded: readonly ExcludedSpan[];
  /** The same figures of every reading; null when nothing was left out. */
  readonly withExcluded: DayFigures | null;
  readonly implausible: number;
}

/**
 * One local date as it was. `series` holds the readings from one UTC day before to one after.
 *
 * A reading belongs to the date that its own wall clock showed, so the day's figures are those of `summarize`. What
 * was excluded is drawn and listed, and stays out of the figures; the sensor was worn all the same, so that its active
 * time and the gaps are those of every reading. `set` is whose bands the points, `bands` and shares are of.
 */
export function dayChart({
  series,
  date,
  freshness,
  exclusions = [],
  set = RANGE_SETS.standard,
}: {
  series: EgvSeries;
  date: LocalDate;
  freshness: Freshness;
  exclusions?: readonly Exclusion[];
  set?: RangeSet;
}): DayChart {
  const timeline = timelineOf(series, freshness);
  const period = { from: date, to: date, days: 1 };
  const covered = coverPeriod(timeline, period);
  const everything = figuresOf(covered, timeline.cadenceMinutes, set);
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
  const excluded = applyExclusions(covered.readings, exclusions).excluded.flatMap(
    ({ from, to, kind, reason, readings }) =>
      part(from, to).map((span): ExcludedSpan => ({ ...span, kind, reason, readings })),
  );
  const kept =
    excluded.length === 0
      ? covered
      : coverPeriod(timelineOf(applyExclusions(series, exclusions).kept, freshness), period);
  const points = dayPoints({
    all: covered.readings,
    kept: kept.readings,
    start,
    bounds: boundsInMgDl("mg/dL", set),
  });
  return {
    date,
    start,
    end: day.to,
    lengthMinutes: (day.to - start) / MINUTE_MS,
    offsetMinutes: offsetOf(timeline, start),
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
    ...(kept === covered
      ? everything
      : withActiveTimeOf(figuresOf(kept, timeline.cadenceMinutes, set), everything.summary)),
    excluded,
    withExcluded: kept === covered ? null : everything,
    implausible: covered.coverage.implausible,
  };
}

function figuresOf(
  covered: ReturnType<typeof coverPeriod>,
  cadenceMinutes: number,
  set: RangeSet,
): DayFigures {
  const bounds = boundsInMgDl("mg/dL", set);
  const [summary] = daySummaries(covered, cadenceMinutes, bounds);
  if (summary === undefined) throw new Error("A period of one date has one day");
  return { summary, bands: timesInRanges(countBands(covered.readings.value, bounds), "none", set.goals) };
}

function withActiveTimeOf(
  { summary, bands }: DayFigures,
  { activePercent, lengthMinutes }: DaySummary,
): DayFigures {
  return { bands, summary: { ...summary, activePercent, lengthMinutes } };
}

/** The offset that holds at an instant; a clock that jumps at that very moment still shows what it jumped from. */
function offsetOf({ offsets }: Timeline, instant: Instant): number {
  const span = offsets.find(({ to }) => instant <= to) ?? offsets[0];
  if (span === undefined) throw new Error("The wall clock has an offset at every time");
  return span.offsetMinutes;
}
