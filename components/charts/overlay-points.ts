import type { LocalDate } from "@/lib/glucose/local-time";
import { HIGH_SENTINEL_MG_DL, LOW_SENTINEL_MG_DL } from "@/lib/glucose/reading";
import { type OverlayLine, unpackRuns } from "./overlay-line";

/** The readings of a day in two columns, in the order in which they were taken. */
export interface OverlayPoints {
  readonly date: LocalDate;
  /** Minutes after midnight by the clock on the wall. */
  readonly minutes: readonly number[];
  /** mg/dL. */
  readonly values: readonly number[];
  /** Where each unbroken run begins, as an index of the columns. */
  readonly starts: readonly number[];
}

/** A reading of one of the days: the index of the day, and of the reading in it. */
export interface OverlayCursor {
  readonly day: number;
  readonly point: number;
}

export function overlayPoints(line: OverlayLine, cadenceMinutes: number): OverlayPoints {
  const minutes: number[] = [];
  const values: number[] = [];
  const starts: number[] = [];
  for (const run of unpackRuns(line)) {
    starts.push(values.length);
    run.values.forEach((value, i) => {
      if (value === null) return;
      minutes.push(run.fromMinute + i * cadenceMinutes);
      values.push(value);
    });
  }
  return { date: line.date, minutes, values, starts };
}

/** 39 and 401 stand for LOW and HIGH. */
export function statusOf(value: number): "low" | "high" | null {
  if (value === LOW_SENTINEL_MG_DL) return "low";
  return value === HIGH_SENTINEL_MG_DL ? "high" : null;
}

/** The reading whose time of day is nearest, of equal ones the earlier; null for a day without readings. */
export function pointNearMinute({ minutes }: OverlayPoints, minute: number): number | null {
  let nearest: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  minutes.forEach((one, i) => {
    if (Math.abs(one - minute) >= distance) return;
    distance = Math.abs(one - minute);
    nearest = i;
  });
  return nearest;
}

export interface OverlayScales {
  readonly x: (minute: number) => number;
  readonly y: (mgDl: number) => number;
}

/** The reading of any day that is drawn nearest to a place, null when all are further than `within` pixels. */
export function nearestPoint(
  days: readonly OverlayPoints[],
  place: { readonly x: number; readonly y: number },
  { scales, within }: { readonly scales: OverlayScales; readonly within: number },
): OverlayCursor | null {
  let found: OverlayCursor | null = null;
  let distance = within * within;
  days.forEach(({ minutes, values }, day) => {
    for (let point = 0; point < values.length; point += 1) {
      const dx = scales.x(minutes[point] ?? 0) - place.x;
      if (dx * dx > distance) continue;
      const dy = scales.y(values[point] ?? 0) - place.y;
      if (dx * dx + dy * dy > distance) continue;
      distance = dx * dx + dy * dy;
      found = { day, point };
    }
  });
  return found;
}

/** The highest and the lowest reading of all days, of equal ones the earliest; null without readings. */
export function extremesOf(
  days: readonly OverlayPoints[],
): { readonly highest: OverlayCursor; readonly lowest: OverlayCursor } | null {
  let highest: (OverlayCursor & { readonly value: number }) | null = null;
  let lowest: (OverlayCursor & { readonly value: number }) | null = null;
  for (const [day, { values }] of days.entries())
    for (const [point, value] of values.entries()) {
      if (highest === null || value > highest.value) highest = { day, point, value };
      if (lowest === null || value < lowest.value) lowest = { day, point, value };
    }
  return highest && lowest
    ? {
        highest: { day: highest.day, point: highest.point },
        lowest: { day: lowest.day, point: lowest.point },
      }
    : null;
}

/** One path for a day: a line through each run, a dot for a reading that stands alone. */
export function overlayPath({ minutes, values, starts }: OverlayPoints, { x, y }: OverlayScales): string {
  const write = (pixels: number) => String(Math.round(pixels * 10) / 10);
  return starts
    .map((start, run) => {
      const end = starts[run + 1] ?? values.length;
      const places: string[] = [];
      for (let i = start; i < end; i += 1)
        places.push(`${write(x(minutes[i] ?? 0))} ${write(y(values[i] ?? 0))}`);
      if (places.length === 0) return "";
      return places.length === 1 ? `M${places[0]}h0.1` : `M${places.join("L")}`;
    })
    .join("");
}
