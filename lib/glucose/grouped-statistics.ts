import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { BANDS, type Band } from "./bands";
import { activePercent, checkedSpan, expectedReadings } from "./coverage";
import { type LocalDate, localDateOfEpochDay, weekday } from "./local-time";
import { minutesOfHours } from "./minutes-of-hours";
import { bandIndex } from "./ranges";
import { timelineOf } from "./timeline";
import type { Workings } from "./workings";

/** The readings of one hour of the day, one weekday or one date. Glucose mg/dL. */
export interface GroupStatistics<Key> {
  readonly key: Key;
  readonly readings: number;
  /** Dates with at least one of these readings. */
  readonly dates: number;
  readonly mean: number | null;
  /** Sample SD (n − 1); null below two readings. */
  readonly sd: number | null;
  /** Percent; null below two readings. */
  readonly cv: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Readings in each band. */
  readonly bands: Readonly<Record<Band, number>>;
  /** Readings that are there, of those that this time could have held so far; 0–100. */
  readonly activePercent: number;
}

type Grouped = Pick<Workings, "covered" | "bounds" | "cadenceMinutes">;

/** To which group a reading belongs, and how much time each group had. */
interface Grouping<Key> {
  readonly keys: readonly Key[];
  readonly groupOf: (reading: number) => number;
  /** Real minutes of each group that have been asked for. */
  readonly expectedMinutes: Float64Array;
}

const HOURS = 24;
const WEEKDAYS = 7;

/** By hour of the day, 0 to 23, on the clock that each reading's own display offset gives. */
export function statisticsByHour(workings: Grouped & Pick<Workings, "input">): GroupStatistics<number>[] {
  const { readings, days } = workings.covered;
  const timeline = timelineOf(workings.input.series, workings.input.freshness);
  return statisticsBy(workings, {
    keys: range(HOURS),
    groupOf: (i) => {
      const localMs = (readings.systemTime[i] ?? 0) + (readings.displayOffsetMinutes[i] ?? 0) * MINUTE_MS;
      return Math.floor((localMs - (days.firstDay + (days.dayOf[i] ?? 0)) * DAY_MS) / (60 * MINUTE_MS));
    },
    expectedMinutes: minutesOfHours(timeline.offsets, { ...days, within: checkedSpan(timeline) }),
  });
}

/** By ISO weekday, 1 Monday to 7 Sunday. */
export function statisticsByWeekday(workings: Grouped): GroupStatistics<number>[] {
  const { days } = workings.covered;
  const first = weekday(localDateOfEpochDay(days.firstDay)) - 1;
  const weekdayOfDay = (day: number) => (first + day) % WEEKDAYS;
  const expectedMinutes = new Float64Array(WEEKDAYS);
  for (const [day, minutes] of days.expectedMinutes.entries()) {
    const index = weekdayOfDay(day);
    expectedMinutes[index] = (expectedMinutes[index] ?? 0) + minutes;
  }
  return statisticsBy(workings, {
    keys: range(WEEKDAYS).map((index) => index + 1),
    groupOf: (i) => weekdayOfDay(days.dayOf[i] ?? 0),
    expectedMinutes,
  });
}

/** By local date, every date of the period, also those without readings. */
export function statisticsByDate(workings: Grouped): GroupStatistics<LocalDate>[] {
  const { days } = workings.covered;
  return statisticsBy(workings, {
    keys: range(days.days).map((day) => localDateOfEpochDay(days.firstDay + day)),
    groupOf: (i) => days.dayOf[i] ?? 0,
    expectedMinutes: days.expectedMinutes,
  });
}

/** All readings of the period as one group: what the groups of every other table come to. */
export function statisticsOfAll(workings: Grouped): GroupStatistics<"all"> {
  const minutes = workings.covered.days.expectedMinutes.reduce((sum, ofDay) => sum + ofDay, 0);
  const [all] = statisticsBy<"all">(workings, {
    keys: ["all"],
    groupOf: () => 0,
    expectedMinutes: Float64Array.of(minutes),
  });
  if (!all) throw new Error("One key makes one group");
  return all;
}

/** Two passes over the readings: the mean of each group first, then deviations from it, so that no digits are lost. */
function statisticsBy<Key>(
  { covered: { readings, days }, bounds, cadenceMinutes }: Grouped,
  { keys, groupOf, expectedMinutes }: Grouping<Key>,
): GroupStatistics<Key>[] {
  const groups = keys.length;
  const count = new Uint32Array(groups);
  const sum = new Float64Array(groups);
  const squares = new Float64Array(groups);
  const lowest = new Float64Array(groups).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(groups).fill(Number.NEGATIVE_INFINITY);
  const inBand = new Uint32Array(groups * BANDS.length);
  const dates = new Uint32Array(groups);
  const lastDay = new Int32Array(groups).fill(-1);
  // As coverage counts: two readings less than half a cadence apart are one.
  const observed = new Uint32Array(groups);
  const apartMs = (cadenceMinutes * MINUTE_MS) / 2;
  let counted = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < readings.length; i += 1) {
    const group = groupOf(i);
    const value = readings.value[i] ?? 0;
    const cell = group * BANDS.length + bandIndex(value, bounds);
    count[group] = (count[group] ?? 0) + 1;
    sum[group] = (sum[group] ?? 0) + value;
    lowest[group] = Math.min(lowest[group] ?? value, value);
    highest[group] = Math.max(highest[group] ?? value, value);
    inBand[cell] = (inBand[cell] ?? 0) + 1;
    const time = readings.systemTime[i] ?? 0;
    if (time - counted >= apartMs) {
      observed[group] = (observed[group] ?? 0) + 1;
      counted = time;
    }
    const day = days.dayOf[i] ?? 0;
    if (lastDay[group] === day) continue;
    lastDay[group] = day;
    dates[group] = (dates[group] ?? 0) + 1;
  }
  for (let i = 0; i < readings.length; i += 1) {
    const group = groupOf(i);
    const deviation = (readings.value[i] ?? 0) - (sum[group] ?? 0) / (count[group] ?? 1);
    squares[group] = (squares[group] ?? 0) + deviation * deviation;
  }
  return keys.map((key, group) => {
    const there = count[group] ?? 0;
    const mean = there === 0 ? null : (sum[group] ?? 0) / there;
    const sd = there < 2 ? null : Math.sqrt((squares[group] ?? 0) / (there - 1));
    const countIn = (band: Band) => inBand[group * BANDS.length + BANDS.indexOf(band)] ?? 0;
    return {
      key,
      readings: there,
      dates: dates[group] ?? 0,
      mean,
      sd,
      cv: sd === null || mean === null || mean === 0 ? null : (100 * sd) / mean,
      lowest: there === 0 ? null : (lowest[group] ?? null),
      highest: there === 0 ? null : (highest[group] ?? null),
      bands: {
        veryLow: countIn("veryLow"),
        low: countIn("low"),
        target: countIn("target"),
        high: countIn("high"),
        veryHigh: countIn("veryHigh"),
      },
      activePercent: activePercent(
        observed[group] ?? 0,
        expectedReadings(expectedMinutes[group] ?? 0, cadenceMinutes),
      ),
    };
  });
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
