import { countOf, DIFFERENCE_MIN_MG_DL, datesOn, differenceOf, groupFinding } from "./group-difference";
import type { JudgedDates } from "./judged-dates";
import type { PatternResultOf } from "./pattern";

const WEEKEND = [6, 7];
const DAYS_MIN = 14;
const WEEKEND_DAYS_MIN = 4;

/**
 * Weekends unlike the other days (`weekend-difference`): medians of the daily means, mg/dL, Saturdays and Sundays minus
 * Monday to Friday, over dates with 70 % of their readings.
 *
 * Found when they are at least 10 mg/dL apart and the two-sided rank-sum test is below 0.05. Too little data below 14
 * such dates, or 4 of them on weekends.
 */
export function weekendDifference(judged: JudgedDates): PatternResultOf<"weekend-difference"> {
  const isIn = datesOn(judged, WEEKEND);
  const dates = countOf(isIn);
  const difference = differenceOf(judged, isIn);
  const rule = {
    id: "weekend-difference",
    rule: { differenceMinMgDl: DIFFERENCE_MIN_MG_DL, weekendDaysMin: WEEKEND_DAYS_MIN },
    daysLooked: judged.length,
  } as const;
  if (judged.length < DAYS_MIN || dates < WEEKEND_DAYS_MIN || difference === null) {
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: dates };
  }
  return { ...rule, ...groupFinding(judged, { isIn, difference, looks: 1 }) };
}
