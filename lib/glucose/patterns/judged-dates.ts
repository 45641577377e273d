import { localDateOfEpochDay, weekday } from "../local-time";
import { type HalfHours, meansByDate, SLOTS_PER_DAY } from "./half-hours";
import { doubledRanks } from "./rank-sum";

/** The dates of a period that have 70 % of their readings, ascending, in columns of one entry per such date. */
export interface JudgedDates {
  readonly length: number;
  /** 0 for the period's first date. */
  readonly day: Uint32Array;
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
  const firstWeekday = weekday(localDateOfEpochDay(halfHours.firstDay));
  const day = new Uint32Array(halfHours.days);
  const weekdays = new Uint8Array(halfHours.days);
  let length = 0;
  for (let i = 0; i < halfHours.days; i += 1) {
    if (Number.isNaN(means[i])) continue;
    day[length] = i;
    weekdays[length] = ((firstWeekday - 1 + i) % 7) + 1;
    length += 1;
  }
  const mean = means.filter((value) => !Number.isNaN(value));
  return {
    length,
    day: day.slice(0, length),
    weekday: weekdays.slice(0, length),
    mean,
    ranks: doubledRanks(mean),
  };
}
