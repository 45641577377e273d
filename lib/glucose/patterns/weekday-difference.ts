import { UNLIKELY_BELOW } from "./chance";
import { countOf, DIFFERENCE_MIN_MG_DL, datesOn, differenceOf, groupFinding } from "./group-difference";
import type { JudgedDates } from "./judged-dates";
import { type PatternResult, tooFewDates } from "./pattern";
import { rankSumScore } from "./rank-sum";

const WEEKDAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];
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
export function weekdayDifference(judged: JudgedDates): PatternResult {
  const rule = {
    id: "weekday-difference",
    title: ["One weekday unlike the others"],
    rule: [
      "The median of the daily means of one weekday differs from that of all other dates by at least ",
      { mgDl: DIFFERENCE_MIN_MG_DL },
      `, and by more than chance allows (probability below ${UNLIKELY_BELOW}). Dates count that have `,
      { percent: 70 },
      ` of their readings, weekdays that have ${DATES_OF_WEEKDAY_MIN} such dates. `,
      "The one that stands out most is named.",
    ],
    daysLooked: judged.length,
  } as const;
  const looks = WEEKDAYS.map((name, i) => ({ name, isIn: datesOn(judged, [i + 1]) }))
    .map((look) => ({
      ...look,
      dates: countOf(look.isIn),
      score: Math.abs(rankSumScore(judged.ranks, look.isIn)),
    }))
    .filter(({ dates }) => dates >= DATES_OF_WEEKDAY_MIN);
  const most = looks.toSorted((a, b) => b.score - a.score)[0];
  const difference = most === undefined ? null : differenceOf(judged, most.isIn);
  if (judged.length < DAYS_MIN || most === undefined || difference === null) {
    const missing = tooFewDates(DAYS_MIN, judged.length);
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, missing };
  }
  return { ...rule, ...groupFinding(judged, { ...most, difference, looks: looks.length }) };
}
