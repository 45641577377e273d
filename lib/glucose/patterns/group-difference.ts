import { distributionOf } from "../distribution";
import { median } from "../metrics/quantile";
import type { JudgedDates } from "./judged-dates";

/** A difference smaller than this is not worth a sentence, however sure. Our rule. */
export const DIFFERENCE_MIN_MG_DL = 10;

/** 1 for each judged date that falls on one of the weekdays (1 Monday to 7 Sunday), else 0. */
export function datesOn({ weekday }: JudgedDates, weekdays: readonly number[]): Uint8Array {
  return weekday.map((day) => (weekdays.includes(day) ? 1 : 0));
}

/** How many dates a mark of `datesOn` holds. */
export function countOf(isIn: Uint8Array): number {
  let dates = 0;
  for (const flag of isIn) dates += flag;
  return dates;
}

/** Median of the marked dates' means minus that of all others, mg/dL; null when one side is empty. */
export function differenceOf(judged: JudgedDates, isIn: Uint8Array): number | null {
  const marked = medianMean(judged, isIn, 1);
  const others = medianMean(judged, isIn, 0);
  return marked === null || others === null ? null : marked - others;
}

function medianMean({ mean }: JudgedDates, isIn: Uint8Array, flag: 0 | 1): number | null {
  return median(distributionOf(mean.filter((_, i) => isIn[i] === flag)));
}
