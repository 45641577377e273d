import { countOf, DIFFERENCE_MIN_MG_DL, datesOn, differenceOf, groupFinding } from "./group-difference";
import type { JudgedDates } from "./judged-dates";
import type { PatternResultOf } from "./pattern";
import { rankSumScore } from "./rank-sum";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const DAYS_MIN = 21;
const DATES_OF_WEEKDAY_MIN = 3;

/**
 * One weekday unlike the others (`weekday-difference`): median of its daily means minus that of all other dates, mg/dL,
 * over dates with 70 % of their readings. Each weekday with at least 3 such dates is looked at; the one that stands out
 * most (rank-sum score) is named.
 *
 * Found when it differs by at least 10 mg/dL and its two-sided rank-sum probability, multiplied by the number of
 * weekdays looked at (Bonferroni, at most 1), is below 0.05. Too little data below 21 dates.
 */
export function weekdayDifference(judged: JudgedDates): PatternResultOf<"weekday-difference"> {
  const rule = {
    id: "weekday-difference",
    rule: { differenceMinMgDl: DIFFERENCE_MIN_MG_DL, datesOfWeekdayMin: DATES_OF_WEEKDAY_MIN },
    daysLooked: judged.length,
  } as const;
  const looks = WEEKDAYS.map((weekday) => ({ weekday, isIn: datesOn(judged, [weekday]) }))
    .map((look) => ({
      ...look,
      dates: countOf(look.isIn),
      score: Math.abs(rankSumScore(judged.ranks, look.isIn)),
    }))
    .filter(({ dates }) => dates >= DATES_OF_WEEKDAY_MIN);
  const most = looks.toSorted((a, b) => b.score - a.score)[0];
  const difference = most === undefined ? null : differenceOf(judged, most.isIn);
  if (judged.length < DAYS_MIN || most === undefined || difference === null) {
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: null };
  }
  const found = groupFinding(judged, { isIn: most.isIn, difference, looks: looks.length });
  return { ...rule, ...found, finding: { ...found.finding, weekday: most.weekday } };
}
