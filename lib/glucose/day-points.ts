import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { Band } from "./bands";
import { minuteOfDay } from "./local-time";
import { bandOf, type RangeBounds } from "./ranges";
import { type EgvSeries, type EgvStatus, TRENDS, type Trend } from "./reading";
import { filterSeries, STATUS_HIGH, STATUS_LOW } from "./series";

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
  /** Left out of the figures; drawn all the same, muted. */
  readonly isExcluded: boolean;
}

/** An unbroken run of points: index of the first, index after the last. All of them are excluded, or none is. */
export interface DayLine {
  readonly first: number;
  readonly end: number;
}

/**
 * The readings of a day as points, ascending: those that its figures use and, marked, those that were left out. What
 * takes the place of an excluded reading (an earlier sensor that was still worn) is there beside it.
 */
export function dayPoints({
  all,
  kept,
  start,
  bounds,
}: {
  /** Every reading of the day, and those of them that its figures use; the same series when nothing is left out. */
  readonly all: EgvSeries;
  readonly kept: EgvSeries;
  /** When the day began. */
  readonly start: Instant;
  /** Between which the bands of the points lie, mg/dL. */
  readonly bounds: RangeBounds;
}): DayPoint[] {
  if (all === kept) return pointsOf(all, { start, bounds, isExcluded: false });
  const keptAt = new Set(kept.systemTime);
  const excluded = filterSeries(all, (i) => !keptAt.has(all.systemTime[i] ?? 0));
  return [
    ...pointsOf(kept, { start, bounds, isExcluded: false }),
    ...pointsOf(excluded, { start, bounds, isExcluded: true }),
  ].sort((a, b) => a.instant - b.instant);
}

function pointsOf(
  readings: EgvSeries,
  {
    start,
    bounds,
    isExcluded,
  }: { readonly start: Instant; readonly bounds: RangeBounds; readonly isExcluded: boolean },
): DayPoint[] {
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
      band: bandOf(value, bounds),
      trend: TRENDS[(readings.trend[i] ?? 0) - 1] ?? null,
      isExcluded,
    };
  });
}

/** A step over `stepMinutesMax` breaks a line, and so does the edge of what was left out. */
export function linesThrough(points: readonly DayPoint[], stepMinutesMax: number): DayLine[] {
  const lines: { first: number; end: number }[] = [];
  points.forEach((point, i) => {
    const line = lines.at(-1);
    const previous = points[i - 1];
    if (
      line &&
      previous &&
      previous.isExcluded === point.isExcluded &&
      point.elapsedMinutes - previous.elapsedMinutes <= stepMinutesMax
    )
      line.end = i + 1;
    else lines.push({ first: i, end: i + 1 });
  });
  return lines;
}
