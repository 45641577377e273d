import type { DayChart } from "@/lib/glucose/day";
import type { SensorStretch } from "@/lib/glucose/day-sensors";
import type { DayWindow } from "@/lib/glucose/day-window";
import type { BrowserWords } from "@/lib/i18n/translate";
import { DAY_LANES, type DayLane, type DayMark } from "./day-marks";
import { hasSensorChange } from "./day-sensor-parts";
import type { PlotMargin } from "./plot";

/** Where things stand in a day's drawing of a given width: one answer for the plot, its lanes and the pointer. */
export interface DayLayout {
  readonly margin: PlotMargin;
  readonly isNarrow: boolean;
  readonly lanesPx: number;
  readonly toPx: (minutes: number) => number;
  /** Minutes since the day began at a distance from the drawing's left edge, kept within the window. */
  readonly toMinutes: (px: number) => number;
  readonly minutesPerPx: number;
}

export const LANE_PX = 20;
const NARROW_PX = 640;
const AXIS_PX = 26;
const LANE_GAP_PX = 6;

/** The lanes that a day needs, from the top down, and the room that their names take; pixels. */
export interface DayLanesNeeded {
  readonly kinds: readonly DayLane[];
  /** One more under them, for the day's change of sensor. */
  readonly hasSensor: boolean;
  readonly namesPx: number;
}

export function lanesNeeded(
  day: Pick<DayChart, "start" | "end">,
  marks: readonly DayMark[],
  sensors: readonly SensorStretch[],
  { t }: BrowserWords,
): DayLanesNeeded {
  const kinds = DAY_LANES.filter((lane) => marks.some((mark) => mark.lane === lane));
  const hasSensor = hasSensorChange(day, sensors);
  const names = [
    ...kinds.map((lane) => t(`charts.day.lanes.${lane}`)),
    ...(hasSensor ? [t("charts.day.lanes.sensor")] : []),
  ];
  return { kinds, hasSensor, namesPx: Math.max(0, ...names.map(textPx)) };
}

export function dayLayout(width: number, { from, to }: DayWindow, lanes: DayLanesNeeded): DayLayout {
  const isNarrow = width < NARROW_PX;
  const count = lanes.kinds.length + (lanes.hasSensor ? 1 : 0);
  const namesPx = isNarrow || count === 0 ? 0 : lanes.namesPx + 16;
  const left = Math.max(isNarrow ? 34 : 40, namesPx);
  const right = isNarrow ? 20 : 24;
  const inner = Math.max(1, width - left - right);
  const lanesPx = count === 0 ? 0 : count * LANE_PX + LANE_GAP_PX;
  const minutesPerPx = (to - from) / inner;
  return {
    margin: { top: 8, right, bottom: AXIS_PX + lanesPx, left },
    isNarrow,
    lanesPx,
    toPx: (minutes) => left + (minutes - from) / minutesPerPx,
    toMinutes: (px) => Math.min(to, Math.max(from, from + (px - left) * minutesPerPx)),
    minutesPerPx,
  };
}

// Inter at 12 px is a little over 6 px a letter: near enough to decide whether a label has room.
const LETTER_PX = 6.4;

export function textPx(text: string): number {
  return text.length * LETTER_PX;
}
