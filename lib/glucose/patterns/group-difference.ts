import { distributionOf } from "../distribution";
import { median } from "../metrics/quantile";
import { UNLIKELY_BELOW } from "./chance";
import type { JudgedDates } from "./judged-dates";
import type { PatternOf } from "./pattern";
import { rankSumTest } from "./rank-sum";

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

/** Some dates against all others, and how many such groups were looked at to choose them. */
interface ChosenGroup {
  readonly isIn: Uint8Array;
  /** Median of the group minus that of the others, mg/dL. */
  readonly difference: number;
  readonly looks: number;
}

/**
 * What a rule says about a group of dates: found when the medians are at least 10 mg/dL apart and the two-sided rank-sum
 * probability, multiplied by the groups looked at (Bonferroni, at most 1), is below 0.05.
 */
export function groupFinding(
  judged: JudgedDates,
  { isIn, difference, looks }: ChosenGroup,
): Omit<PatternOf<"weekend-difference">, "id" | "rule" | "daysLooked"> {
  const dates = countOf(isIn);
  const probability = Math.min(1, rankSumTest(judged.ranks, isIn) * looks);
  const isFound = Math.abs(difference) >= DIFFERENCE_MIN_MG_DL && probability < UNLIKELY_BELOW;
  return {
    state: isFound ? "found" : "not-found",
    finding: { differenceMgDl: difference, dates, otherDates: judged.length - dates },
    dates: judged.date.filter((_, i) => isIn[i] === 1),
    fromMinute: null,
    toMinute: null,
    effect: { value: difference, unit: "mg/dL" },
    chance: { probability, looks },
  };
}
