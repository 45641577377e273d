import type { Instant } from "@/lib/clock";
import type { WearView } from "./wear-view";

/** Where the strips lie from the top, in pixels; together with the axis they fill the frame (`.wear`). */
export const STRIPS = {
  sensors: { label: 10, top: 18, height: 24 },
  days: { label: 64, top: 72, height: 56 },
  gaps: { label: 148, top: 154, height: 12 },
  axis: 186,
} as const;
export const MARGIN = { top: 0, right: 46, bottom: 0, left: 1 } as const;

/** Pixels from the left for an instant between the beginning of the first day and the end of the last. */
export type PlaceInstant = (instant: Instant) => number;

export function instantScale({ days }: Pick<WearView, "days">, width: number): PlaceInstant {
  const from = days[0]?.from ?? 0;
  const to = days.at(-1)?.to ?? from;
  const plotWidth = Math.max(0, width - MARGIN.left - MARGIN.right);
  return (instant) => {
    const share = to > from ? (instant - from) / (to - from) : 0;
    return MARGIN.left + Math.min(1, Math.max(0, share)) * plotWidth;
  };
}

interface Stretch {
  readonly firstReadingAt: Instant;
  readonly lastReadingAt: Instant;
}

/** The lane, 0 or 1, of each stretch (ascending): the first that is free, so that two sensors at once lie under one another. */
export function lanesOf(stretches: readonly Stretch[]): (0 | 1)[] {
  let busyUntil = Number.NEGATIVE_INFINITY;
  return stretches.map(({ firstReadingAt, lastReadingAt }) => {
    if (firstReadingAt < busyUntil) return 1;
    busyUntil = lastReadingAt;
    return 0;
  });
}

const LABEL_PX = 64;
const STEPS_DAYS = [1, 2, 3, 7, 14, 28, 91, 182, 364] as const;

/** The indexes of the days that get a date under them: as many as fit, in even steps from the first. */
export function labelledDays(days: number, plotWidth: number): number[] {
  const labels = Math.max(1, Math.floor(plotWidth / LABEL_PX));
  const step = STEPS_DAYS.find((one) => days / one <= labels) ?? Math.ceil(days / labels);
  return Array.from({ length: Math.ceil(days / step) }, (_, i) => i * step);
}

/** One path for the bars of all days: also ten years of them are one shape. */
export function barsPath(
  bars: readonly { readonly left: number; readonly right: number; readonly percent: number }[],
  { top, height }: { readonly top: number; readonly height: number },
): string {
  const bottom = top + height;
  return bars
    .filter(({ percent }) => percent > 0)
    .map(({ left, right, percent }) => {
      // A hair of distance between days, as long as they are wider than that.
      const inset = right - left > 4 ? 0.5 : 0;
      const y = bottom - (percent / 100) * height;
      return `M${round(left + inset)} ${bottom}V${round(y)}H${round(right - inset)}V${bottom}Z`;
    })
    .join("");
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
