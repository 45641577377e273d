import { formatGlucose } from "@/lib/format/glucose";
import { oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { KeyFigures as PeriodFigures } from "@/lib/glucose/figures";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Verdict } from "@/lib/glucose/verdict";
import type { Words } from "@/lib/i18n/translate";
import type { FigureName } from "./figure-definitions";
import { activeGoal, figureGoal, type WrittenGoal } from "./written-goal";

/** A key figure before it becomes markup. */
export interface ShownFigure {
  readonly name: FigureName;
  readonly value: number | null;
  readonly verdict: Verdict;
  readonly unit: string;
  readonly write: (value: number) => string;
  readonly goal: WrittenGoal | null;
}

/**
 * The key figures in the order in which they are shown, hidden ones too: the verdict decides. The goals of average, GMI and
 * CV are those of most adults: for the people of other ranges nobody has published any.
 */
export function shownFigures(
  summary: PeriodFigures,
  unit: GlucoseUnit,
  { locale }: Words,
  ranges: RangeSetChoice = "standard",
): ShownFigure[] {
  const glucose = (mgDl: number) => formatGlucose(mgDl, unit, locale);
  const decimal = (value: number) => oneDecimal(value, locale);
  const { mean, gmi, cv, sd, coverage, sufficiency } = summary;
  const goalOf = (figure: "mean" | "gmi" | "cv") =>
    ranges === "standard" ? figureGoal(figure, summary, { unit, locale }) : null;
  return [
    {
      name: "mean",
      value: mean,
      verdict: sufficiency.mean,
      unit,
      write: glucose,
      goal: goalOf("mean"),
    },
    {
      name: "gmi",
      value: gmi,
      verdict: sufficiency.gmi,
      unit: "%",
      write: decimal,
      goal: goalOf("gmi"),
    },
    {
      name: "cv",
      value: cv,
      verdict: sufficiency.cv,
      unit: "%",
      write: decimal,
      goal: goalOf("cv"),
    },
    { name: "sd", value: sd, verdict: sufficiency.sd, unit, write: glucose, goal: null },
    {
      name: "active",
      value: coverage.activePercent,
      verdict: { status: "sufficient" },
      unit: "%",
      write: (percent) => String(Math.floor(percent)),
      goal: activeGoal(coverage.activePercent),
    },
  ];
}
