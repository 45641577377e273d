import { formatNumber } from "@/lib/format/number";
import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import type { Band, BandShare, Goal } from "@/lib/glucose/bands";
import type { KeyFigures } from "@/lib/glucose/figures";
import { MEAN_GOAL, meetsGoal } from "@/lib/glucose/ranges";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import type { Words } from "@/lib/i18n/translate";

/** A goal as it is written beside a figure. */
export interface WrittenGoal {
  readonly goal: Goal;
  /** With its unit. */
  readonly bound: string;
  /** What counts with it: "with very low". */
  readonly note: string | null;
  /**
   * The figure with as many decimals as the verdict needs, where the number that is shown seems to say the opposite:
   * 4.6 % is shown as 5 % and is below 5 %.
   */
  readonly exact: string | null;
}

/** Decimals beyond this tell nobody anything. */
const EXACT_DECIMALS_MAX = 3;

function exactOf({
  goal,
  value,
  shown,
  unit,
  locale,
}: {
  /** In the unit of the numbers. */
  readonly goal: Goal;
  readonly value: number;
  readonly shown: number;
  readonly unit: string;
  readonly locale: string;
}): string | null {
  if (goal.met === null || meetsGoal(shown, goal) === goal.met) return null;
  for (let decimals = 1; decimals <= EXACT_DECIMALS_MAX; decimals += 1)
    if (meetsGoal(rounded(value, decimals), goal) === goal.met)
      return `${formatNumber(value, decimals, locale)} ${unit}`;
  return null;
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** "with very low": the more extreme band that counts with a band against its goal; null where none does. */
export function countedWith(includes: Band | null, { t, locale }: Words): string | null {
  if (includes === null) return null;
  return t("states.goal.with", { band: t(`charts.bands.${includes}`).toLocaleLowerCase(locale) });
}

/**
 * The goal of a band among the others of its period; null where no common goal exists. The band is shown as its whole
 * percentage, or with `shownDecimals`.
 */
export function bandGoal(
  { band, goal }: BandShare,
  bands: readonly BandShare[],
  words: Words,
  shownDecimals?: number,
): WrittenGoal | null {
  if (goal === null) return null;
  const together = bands.filter((one) => one.band === band || one.band === goal.includes);
  const sum = (of: (one: BandShare) => number) => together.reduce((total, one) => total + of(one), 0);
  const value = 100 * sum(({ share }) => share);
  return {
    goal,
    bound: `${goal.bound} %`,
    note: countedWith(goal.includes, words),
    exact: exactOf({
      goal,
      value,
      shown: shownDecimals === undefined ? sum(({ percent }) => percent) : rounded(value, shownDecimals),
      unit: "%",
      locale: words.locale,
    }),
  };
}

/** The goals of the average, GMI and CV. */
export function figureGoal(
  figure: "mean" | "gmi" | "cv",
  summary: Pick<KeyFigures, "mean" | "gmi" | "cv" | "goals">,
  { unit, locale }: { readonly unit: GlucoseUnit; readonly locale: string },
): WrittenGoal {
  const goal = summary.goals[figure];
  const value = summary[figure];
  const isMean = figure === "mean";
  const bound = isMean ? MEAN_GOAL[unit] : goal.bound;
  const decimals = isMean && unit === "mg/dL" ? 0 : 1;
  const of = isMean ? unit : "%";
  const number = isMean && value !== null ? inUnit(value, unit) : value;
  return {
    goal,
    bound: `${formatNumber(bound, figure === "cv" ? 0 : decimals, locale)} ${of}`,
    note: null,
    exact:
      number === null
        ? null
        : exactOf({
            goal: { ...goal, bound },
            value: number,
            shown: rounded(number, decimals),
            unit: of,
            locale,
          }),
  };
}

/** The goal for wear: enough of the period for its figures to stand for it. It is shown rounded down, which says the same. */
export function activeGoal(activePercent: number): WrittenGoal {
  const bound = REPRESENTATIVE_ACTIVE_PERCENT_MIN;
  return {
    goal: { comparison: ">=", bound, met: activePercent >= bound },
    bound: `${bound} %`,
    note: null,
    exact: null,
  };
}
