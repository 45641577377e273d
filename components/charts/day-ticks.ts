import { formatHour, formatMinuteOfDay } from "@/lib/format/date";
import type { HourMark } from "@/lib/glucose/day-clock";
import type { DayWindow } from "@/lib/glucose/day-window";
import { hoursBetweenLabels, labelledHours, quarterMarks } from "./day-rows";
import type { AxisTick } from "./plot";

/** Below this, whole hours would leave the axis almost without labels. */
const QUARTERS_MINUTES_MAX = 3 * 60;

/** The labels of a day's visible hours: on the hour where there is room, by quarters when few hours are visible. */
export function dayTicks(
  hours: readonly HourMark[],
  window: DayWindow,
  { widthPx, locale }: { readonly widthPx: number; readonly locale: string },
): AxisTick[] {
  const minutes = window.to - window.from;
  const everyHours = hoursBetweenLabels(minutes, widthPx);
  const label = ({ elapsedMinutes, minuteOfDay }: HourMark) => ({
    value: elapsedMinutes,
    label:
      minuteOfDay % 60 === 0
        ? formatHour(minuteOfDay, { locale })
        : formatMinuteOfDay(minuteOfDay, { locale }),
  });
  if (minutes < QUARTERS_MINUTES_MAX && widthPx / (minutes / 15) > 64)
    return quarterMarks(hours, window).map(label);
  return labelledHours(
    hours.filter(({ elapsedMinutes }) => elapsedMinutes >= window.from && elapsedMinutes <= window.to),
    everyHours,
    Math.min(90, everyHours * 30),
  ).map(label);
}
