import { type LocalDate, weekday } from "../local-time";
import { type HalfHours, meansByDate, SLOTS_PER_DAY } from "./half-hours";
import { doubledRanks } from "./rank-sum";

/** The dates of a period that have 70 % of their readings, ascending, in columns of one entry per such date. */
export interface JudgedDates {
  readonly length: number;
  /** 0 for the period's first date. */
  readonly day: Uint32Array;
  readonly date: readonly LocalDate[];
  /** ISO weekday: 1 Monday to 7 Sunday. */
  readonly weekday: Uint8Array;
  /** Mean of the date's readings, mg/dL. */
  readonly mean: Float64Array;
  /** Twice the rank of the date's mean. */
  readonly ranks: Int32Array;
}

/** Reads off the dates that can be judged as a whole. */
export function judgedDatesOf(halfHours: HalfHours): JudgedDates {
  const means = meansByDate(halfHours, 0, SLOTS_PER_DAY);
  const { days, dates } = halfHours;
  const firstWeekday = dates[0] === undefined ? 1 : weekday(dates[0]);
  const day = new Uint32Array(days);
  const weekdays = new Uint8Array(days);
  const mean = new Float64Array(days);
  const date: LocalDate[] = [];
  dates.forEach((written, i) => {
    const ofDate = means[i] ?? Number.NaN;
    if (Number.isNaN(ofDate)) return;
    const at = date.length;
    day[at] = i;
    weekdays[at] = ((firstWeekday - 1 + i) % 7) + 1;
    mean[at] = ofDate;
    date.push(written);
  });
  const length = date.length;
  const judgedMeans = mean.subarray(0, length);
  return {
    length,
    day: day.subarray(0, length),
    date,
    weekday: weekdays.subarray(0, length),
    mean: judgedMeans,
    ranks: doubledRanks(judgedMeans),
  };
}
