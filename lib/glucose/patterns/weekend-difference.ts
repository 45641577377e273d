import { UNLIKELY_BELOW } from "./chance";
import { countOf, DIFFERENCE_MIN_MG_DL, datesOn, differenceOf, groupFinding } from "./group-difference";
import type { JudgedDates } from "./judged-dates";
import type { PatternResult } from "./pattern";

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
export function weekendDifference(judged: JudgedDates): PatternResult {
  const isIn = datesOn(judged, WEEKEND);
  const dates = countOf(isIn);
  const difference = differenceOf(judged, isIn);
  const rule = {
    id: "weekend-difference",
    title: ["Weekends unlike the other days"],
    rule: [
      "The median of the daily means differs between Saturdays and Sundays and the other days by at least ",
      { mgDl: DIFFERENCE_MIN_MG_DL },
      `, and by more than chance allows (probability below ${UNLIKELY_BELOW}). Dates count that have `,
      { percent: 70 },
      " of their readings.",
    ],
    daysLooked: judged.length,
  } as const;
  if (judged.length < DAYS_MIN || dates < WEEKEND_DAYS_MIN || difference === null) {
    const missing = [
      `${DAYS_MIN} dates with `,
      { percent: 70 },
      ` of their readings, ${WEEKEND_DAYS_MIN} of them on weekends; there are ${judged.length} and ${dates}.`,
    ];
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, missing };
  }
  return {
    ...rule,
    ...groupFinding(judged, { name: "Saturdays and Sundays", isIn, difference, looks: 1 }),
  };
}
