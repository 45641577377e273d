/** The visible part of a day, in minutes since it began. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

const HOUR_MINUTES = 60;

/** The widths that the zoom steps through, below the whole day. */
const STEPS_HOURS = [1, 3, 6, 12] as const;
export const WINDOW_MINUTES_MIN = HOUR_MINUTES;

export function wholeDay(lengthMinutes: number): DayWindow {
  return { from: 0, to: lengthMinutes };
}

export function isWholeDay({ from, to }: DayWindow, lengthMinutes: number): boolean {
  return from <= 0 && to >= lengthMinutes;
}

/** So many minutes around a moment that keeps its place in the window, never beyond the day. Whole minutes. */
export function resizedWindow(
  window: DayWindow,
  { lengthMinutes, minutes, around }: { lengthMinutes: number; minutes: number; around: number },
): DayWindow {
  const width = Math.min(lengthMinutes, Math.max(WINDOW_MINUTES_MIN, Math.round(minutes)));
  const place = (around - window.from) / (window.to - window.from);
  return within(around - Math.min(1, Math.max(0, place)) * width, width, lengthMinutes);
}

/** The next narrower or wider of 1, 3, 6, 12 hours and the whole day; the same window at either end. */
export function steppedWindow(
  window: DayWindow,
  { lengthMinutes, step, around }: { lengthMinutes: number; step: "in" | "out"; around: number },
): DayWindow {
  const width = window.to - window.from;
  const widths = [...STEPS_HOURS.map((hours) => hours * HOUR_MINUTES), lengthMinutes];
  const minutes =
    step === "in"
      ? widths.findLast((one) => one < Math.min(width, lengthMinutes))
      : widths.find((one) => one > width);
  return minutes === undefined ? window : resizedWindow(window, { lengthMinutes, minutes, around });
}

/** The window moved by some minutes, stopping at either end of the day. */
export function pannedWindow({ from, to }: DayWindow, lengthMinutes: number, byMinutes: number): DayWindow {
  return within(from + byMinutes, to - from, lengthMinutes);
}

function within(from: number, width: number, lengthMinutes: number): DayWindow {
  const start = Math.round(Math.min(lengthMinutes - width, Math.max(0, from)));
  return { from: start, to: start + width };
}

/** As it stands in an address: "360-720"; null for the whole day, which needs no mention. */
export function windowText(window: DayWindow, lengthMinutes: number): string | null {
  return isWholeDay(window, lengthMinutes) ? null : `${window.from}-${window.to}`;
}

/** The window that a text names; null when it is none or does not fit into a day of that length. */
export function parseWindow(text: string, lengthMinutes: number): DayWindow | null {
  const match = /^(\d{1,4})-(\d{1,4})$/.exec(text);
  if (match === null) return null;
  const from = Number(match[1]);
  const to = Number(match[2]);
  return to <= lengthMinutes && to - from >= WINDOW_MINUTES_MIN ? { from, to } : null;
}
