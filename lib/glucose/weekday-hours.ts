import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { localDateOfEpochDay, weekday } from "./local-time";
import type { Workings } from "./workings";

export const HOURS_PER_DAY = 24;
export const DAYS_PER_WEEK = 7;

/** Below this many dates one day decides what an hour of a weekday looks like, so it is marked. Our rule. */
export const WEEKDAY_HOUR_DATES_MIN = 3;

/** One hour of one weekday over all dates of a period. */
export interface WeekdayHour {
  /** ISO weekday: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** 0 to 23, on the clock that each reading's own display offset gives. */
  readonly hour: number;
  readonly readings: number;
  /** Dates with at least one reading in this hour. */
  readonly dates: number;
  /** Of the readings, mg/dL; null without any. */
  readonly mean: number | null;
  /** Share of the readings in the target range, 0–1; null without any. */
  readonly targetShare: number | null;
}

/**
 * Average glucose and time in range by hour and weekday: 168 cells, by hour, then from Monday to Sunday. The repeated
 * hour of a 25-hour date counts in the same cell. Linear in the number of readings.
 */
export function weekdayHours({ covered, bounds }: Pick<Workings, "covered" | "bounds">): WeekdayHour[] {
  const { readings, days } = covered;
  const cells = HOURS_PER_DAY * DAYS_PER_WEEK;
  const count = new Uint32Array(cells);
  const inTarget = new Uint32Array(cells);
  const sum = new Float64Array(cells);
  const dates = new Uint32Array(cells);
  const lastDay = new Int32Array(cells).fill(-1);
  const firstWeekday = weekday(localDateOfEpochDay(days.firstDay)) - 1;
  for (let i = 0; i < readings.length; i += 1) {
    const value = readings.value[i] ?? 0;
    const day = days.dayOf[i] ?? 0;
    const localMs = (readings.systemTime[i] ?? 0) + (readings.displayOffsetMinutes[i] ?? 0) * MINUTE_MS;
    const hour = Math.floor((localMs - (days.firstDay + day) * DAY_MS) / (60 * MINUTE_MS));
    const cell = hour * DAYS_PER_WEEK + ((firstWeekday + day) % DAYS_PER_WEEK);
    count[cell] = (count[cell] ?? 0) + 1;
    sum[cell] = (sum[cell] ?? 0) + value;
    if (value >= bounds.low1 && value <= bounds.high1) inTarget[cell] = (inTarget[cell] ?? 0) + 1;
    if (lastDay[cell] === day) continue;
    lastDay[cell] = day;
    dates[cell] = (dates[cell] ?? 0) + 1;
  }
  return Array.from({ length: cells }, (_, cell) => {
    const there = count[cell] ?? 0;
    return {
      weekday: (cell % DAYS_PER_WEEK) + 1,
      hour: Math.floor(cell / DAYS_PER_WEEK),
      readings: there,
      dates: dates[cell] ?? 0,
      mean: there === 0 ? null : (sum[cell] ?? 0) / there,
      targetShare: there === 0 ? null : (inTarget[cell] ?? 0) / there,
    };
  });
}
