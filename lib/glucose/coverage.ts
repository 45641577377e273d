import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import type { Coverage } from "./figures";
import { gapsIn } from "./gaps";
import { epochDay } from "./local-time";
import type { Period } from "./period";
import type { EgvSeries } from "./reading";
import { STATUS_HIGH, STATUS_LOW, sliceByLocalDates } from "./series";
import type { Timeline } from "./timeline";
import { ALWAYS, hull, type InstantSpan, instantsOfDates, minutesOfDates, overlapOf } from "./wall-clock";

/** What is known about each date of a period, in columns of `days` entries from `firstDay` (an epoch day) on. */
export interface DayColumns {
  readonly firstDay: number;
  readonly days: number;
  /** For each reading its date, counted from `firstDay`. */
  readonly dayOf: Uint16Array;
  /** Readings that the figures use. */
  readonly readings: Uint32Array;
  /** Readings counted once per cadence: what coverage compares with `expectedMinutes`. */
  readonly observed: Uint32Array;
  /** Real length of the date. */
  readonly lengthMinutes: Float64Array;
  /** The part of it that has been asked for: no reading is expected after `checkedThrough`. */
  readonly expectedMinutes: Float64Array;
}

/** Coverage of a period with the readings and the columns by date that it was counted from. */
export interface CoveredPeriod {
  readonly readings: EgvSeries;
  readonly days: DayColumns;
  readonly coverage: Coverage;
}

/** How many readings a stretch of minutes could have held. */
export function expectedReadings(minutes: number, cadenceMinutes: number): number {
  return Math.round(minutes / cadenceMinutes);
}

/** 100 · observed / expected, at most 100; 0 where nothing could have been there. */
export function activePercent(observed: number, expected: number): number {
  return expected === 0 ? 0 : Math.min(100, (100 * observed) / expected);
}

/**
 * How much of a period the sensor covered.
 *
 * Expected readings follow from the real length of the dates, as the display offsets tell it, and stop at
 * `checkedThrough`. Two readings less than half a cadence apart count once, so that two sensors or a hand-over never
 * make more than 100 %.
 */
export function coverPeriod(timeline: Timeline, period: Period): CoveredPeriod {
  const { cadenceMinutes } = timeline;
  const readings = sliceByLocalDates(timeline.readings, period);
  const days = dayColumns(timeline, readings, period);
  const observed = sum(days.observed);
  const expected = expectedReadings(sum(days.expectedMinutes), cadenceMinutes);
  const firstTime = readings.systemTime[0] ?? 0;
  const lastTime = readings.systemTime[readings.length - 1] ?? 0;
  const wornExpected = expectedReadings((lastTime - firstTime) / MINUTE_MS, cadenceMinutes) + 1;
  const dates = hull(instantsOfDates(timeline.offsets, days.firstDay, days.firstDay + days.days - 1));
  const checked = dates === null ? null : overlapOf(dates, checkedSpan(timeline));
  const { low, high } = countSentinels(readings);
  return {
    readings,
    days,
    coverage: {
      cadenceMinutes: readings.length === 0 ? null : cadenceMinutes,
      observed,
      expected,
      activePercent: activePercent(observed, expected),
      activePercentOfWornSpan: readings.length === 0 ? 0 : activePercent(observed, wornExpected),
      daysWithReadings: days.readings.reduce((n, count) => n + (count > 0 ? 1 : 0), 0),
      hoursOfReadings: (observed * cadenceMinutes) / 60,
      gaps: checked === null ? [] : gapsIn(timeline.readings, checked, cadenceMinutes),
      lowSentinels: low,
      highSentinels: high,
      implausible: sliceByLocalDates(timeline.implausible, period).length,
      excluded: 0,
    },
  };
}

/** Where a missing reading is missing, not just unasked for. */
export function checkedSpan({ checkedFrom, checkedThrough }: Timeline): InstantSpan {
  return { from: checkedFrom, to: checkedThrough };
}

function dayColumns(timeline: Timeline, series: EgvSeries, period: Period): DayColumns {
  const firstDay = epochDay(period.from);
  const { days } = period;
  const readings = new Uint32Array(days);
  const observed = new Uint32Array(days);
  const dayOf = new Uint16Array(series.length);
  const apartMs = (timeline.cadenceMinutes * MINUTE_MS) / 2;
  let counted: Instant = Number.NEGATIVE_INFINITY;
  let day = 0;
  let dayMs = firstDay * DAY_MS;
  for (let i = 0; i < series.length; i += 1) {
    const time = series.systemTime[i] ?? 0;
    const localMs = time + (series.displayOffsetMinutes[i] ?? 0) * MINUTE_MS;
    // Neighbours share their date: the division is for the one that begins another.
    if (localMs < dayMs || localMs >= dayMs + DAY_MS) {
      day = Math.floor(localMs / DAY_MS) - firstDay;
      dayMs = (day + firstDay) * DAY_MS;
    }
    dayOf[i] = day;
    readings[day] = (readings[day] ?? 0) + 1;
    if (time - counted < apartMs) continue;
    observed[day] = (observed[day] ?? 0) + 1;
    counted = time;
  }
  const minutes = (within: InstantSpan) => minutesOfDates(timeline.offsets, { firstDay, days, within });
  return {
    firstDay,
    days,
    dayOf,
    readings,
    observed,
    lengthMinutes: minutes(ALWAYS),
    expectedMinutes: minutes(checkedSpan(timeline)),
  };
}

function countSentinels({ status }: EgvSeries): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (const one of status) {
    if (one === STATUS_LOW) low += 1;
    else if (one === STATUS_HIGH) high += 1;
  }
  return { low, high };
}

function sum(numbers: Uint32Array | Float64Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
