import type { BandShare, Goal } from "./bands";
import { daySummaries } from "./day-summary";
import { episodesOf } from "./episodes";
import type { KeyFigures } from "./figures";
import { cv } from "./metrics/cv";
import { gmi, gmiMmolPerMol } from "./metrics/gmi";
import { mean } from "./metrics/mean";
import { sd } from "./metrics/sd";
import { countBandsOf, timesInRanges } from "./metrics/times-in-ranges";
import { profileOf } from "./profile";
import { FIGURE_GOALS, meetsGoal } from "./ranges";
import type { Verdict } from "./verdict";
import { type SummaryInput, type Workings, workingsOf } from "./workings";

/**
 * The figures of a report page and of a row in a list, each with its verdict: the part of a summary that people look
 * at first, without the cost of the rest. The numbers are those of `summarize`. Linear in the number of readings.
 */
export function keyFigures(input: SummaryInput): KeyFigures {
  return keyFiguresOf(workingsOf(input));
}

export function keyFiguresOf(workings: Workings): KeyFigures {
  const { input, covered, sufficiency, distribution, bounds } = workings;
  const { from, to, days } = input.period;
  const average = mean(distribution);
  const spread = sd(distribution);
  const variation = cv(spread, average);
  const indicator = gmi(average);
  const withheld = sufficiency.timeInRanges.status === "insufficient";
  const bands = timesInRanges(countBandsOf(distribution, bounds), withheld ? "withheld" : "tested");
  return {
    period: { from, to, days },
    readings: distribution.total,
    coverage: covered.coverage,
    sufficiency,
    goals: {
      mean: goalOf(average, sufficiency.mean, FIGURE_GOALS.mean),
      gmi: goalOf(indicator, sufficiency.gmi, FIGURE_GOALS.gmi),
      cv: goalOf(variation, sufficiency.cv, FIGURE_GOALS.cv),
    },
    bands,
    timeInRanges: percentagesOf(bands, distribution.total),
    mean: average,
    sd: spread,
    cv: variation,
    gmi: indicator,
    gmiMmolMol: gmiMmolPerMol(average),
    episodes: episodesOf(workings.grid, bounds),
    profile: profileOf(covered.readings, 60, sufficiency.profile),
    days: daySummaries(covered, workings.cadenceMinutes, bounds),
  };
}

function goalOf(value: number | null, verdict: Verdict, goal: Pick<Goal, "comparison" | "bound">): Goal {
  return {
    ...goal,
    met: value === null || verdict.status === "insufficient" ? null : meetsGoal(value, goal),
  };
}

/** The exact percentages of a period's readings in the five bands, without the cost of the rest. */
export function timeInRangesOf({
  distribution,
  bounds,
}: Pick<Workings, "distribution" | "bounds">): KeyFigures["timeInRanges"] {
  return percentagesOf(timesInRanges(countBandsOf(distribution, bounds), "none"), distribution.total);
}

function percentagesOf(bands: readonly BandShare[], total: number): KeyFigures["timeInRanges"] {
  const percent = (band: BandShare["band"]) => {
    const count = bands.find((one) => one.band === band)?.count ?? 0;
    return total === 0 ? 0 : (100 * count) / total;
  };
  return {
    veryLow: percent("veryLow"),
    low: percent("low"),
    target: percent("target"),
    high: percent("high"),
    veryHigh: percent("veryHigh"),
  };
}
