import { bandName } from "@/components/charts/band-words";
import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Goal } from "@/lib/glucose/bands";
import type { Summary } from "@/lib/glucose/figures";
import { MEAN_GOAL } from "@/lib/glucose/ranges";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import type { Words } from "@/lib/i18n/translate";

/** A goal with its bound as it is written, and what counts with it: "with very low". */
export interface WrittenGoal {
  readonly goal: Goal;
  readonly bound: string;
  readonly note: string | null;
}

/** The goal of a figure by its name in a summary, or null where no common goal exists. */
export function goalOf(
  figure: string,
  { goals, bands }: Summary,
  { unit, words }: { readonly unit: GlucoseUnit; readonly words: Words },
): WrittenGoal | null {
  const { t, locale } = words;
  const bound = (value: number, decimals: number, of: string) =>
    `${formatNumber(value, decimals, locale)} ${of}`;
  switch (figure) {
    case "mean":
      return {
        goal: goals.mean,
        bound: bound(MEAN_GOAL[unit], unit === "mmol/L" ? 1 : 0, unit),
        note: null,
      };
    case "gmi":
      return { goal: goals.gmi, bound: bound(goals.gmi.bound, 1, "%"), note: null };
    case "cv":
      return { goal: goals.cv, bound: bound(goals.cv.bound, 0, "%"), note: null };
  }
  const goal = bands.find(({ band }) => figure === `timeInRanges.${band}`)?.goal ?? null;
  if (goal === null) return null;
  const together =
    goal.includes === null
      ? null
      : t("states.goal.with", { band: bandName(goal.includes, words).toLocaleLowerCase(locale) });
  return { goal, bound: bound(goal.bound, 0, "%"), note: together };
}

/** The goal for wear: enough of the period for its figures to stand for it. */
export function activeGoal(activePercent: number): WrittenGoal {
  const bound = REPRESENTATIVE_ACTIVE_PERCENT_MIN;
  return {
    goal: { comparison: ">=", bound, met: activePercent >= bound },
    bound: `${bound} %`,
    note: null,
  };
}
