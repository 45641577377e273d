import { formatGlucose } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Goal } from "@/lib/glucose/bands";
import type { KeyFigures as PeriodFigures } from "@/lib/glucose/figures";
import { MEAN_GOAL } from "@/lib/glucose/ranges";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "@/lib/glucose/sufficiency";
import type { Verdict } from "@/lib/glucose/verdict";
import type { Words } from "@/lib/i18n/translate";
import type { FigureName } from "./figure-definitions";

/** A key figure before it becomes markup. */
export interface ShownFigure {
  readonly name: FigureName;
  readonly value: number | null;
  readonly verdict: Verdict;
  readonly unit: string;
  readonly write: (value: number) => string;
  readonly goal: { readonly goal: Goal; readonly bound: string } | null;
}

/** The key figures in the order in which they are shown, hidden ones too: the verdict decides. */
export function shownFigures(summary: PeriodFigures, unit: GlucoseUnit, { locale }: Words): ShownFigure[] {
  const glucose = (mgDl: number) => formatGlucose(mgDl, unit, locale);
  const decimal = (value: number) => oneDecimal(value, locale);
  const { mean, gmi, cv, sd, coverage, goals, sufficiency } = summary;
  const active: Goal = {
    comparison: ">=",
    bound: REPRESENTATIVE_ACTIVE_PERCENT_MIN,
    met: coverage.activePercent >= REPRESENTATIVE_ACTIVE_PERCENT_MIN,
  };
  return [
    {
      name: "mean",
      value: mean,
      verdict: sufficiency.mean,
      unit,
      write: glucose,
      goal: {
        goal: goals.mean,
        bound: `${formatNumber(MEAN_GOAL[unit], unit === "mmol/L" ? 1 : 0, locale)} ${unit}`,
      },
    },
    {
      name: "gmi",
      value: gmi,
      verdict: sufficiency.gmi,
      unit: "%",
      write: decimal,
      goal: { goal: goals.gmi, bound: `${decimal(goals.gmi.bound)} %` },
    },
    {
      name: "cv",
      value: cv,
      verdict: sufficiency.cv,
      unit: "%",
      write: decimal,
      goal: { goal: goals.cv, bound: `${goals.cv.bound} %` },
    },
    { name: "sd", value: sd, verdict: sufficiency.sd, unit, write: glucose, goal: null },
    {
      name: "active",
      value: coverage.activePercent,
      verdict: { status: "sufficient" },
      unit: "%",
      write: (percent) => String(Math.floor(percent)),
      goal: { goal: active, bound: `${active.bound} %` },
    },
  ];
}
