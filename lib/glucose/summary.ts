import { BIN_DAYS_MIN, type BinMinutes, percentilesByTimeOfDay, smoothed } from "./agp";
import { type CoveredPeriod, coverPeriod } from "./coverage";
import { daySummaries } from "./day-summary";
import type { Figure, Freshness, Goal, Profile, Summary, Verdict } from "./figures";
import { cv } from "./metrics/cv";
import { gmi } from "./metrics/gmi";
import { mean } from "./metrics/mean";
import { sd } from "./metrics/sd";
import { countBands, timesInRanges } from "./metrics/times-in-ranges";
import { evidenceOf, firstDateWhen } from "./outlook";
import type { Period } from "./period";
import { FIGURE_GOALS, meetsGoal } from "./ranges";
import type { EgvSeries } from "./reading";
import { type JudgedFigure, judge } from "./sufficiency";
import { type Timeline, timelineOf } from "./timeline";

export interface SummaryInput {
  /** All readings from one UTC day before the period to one after (`instantsToLoad`); more do no harm. */
  readonly series: EgvSeries;
  readonly period: Period;
  readonly freshness: Freshness;
}

/**
 * Every figure of a period, each with its verdict. Values are given even where the verdict withholds them: screens
 * hide, the engine does not. Glucose is mg/dL. Linear in the number of readings.
 */
export function summarize({ series, period, freshness }: SummaryInput): Summary {
  const timeline = timelineOf(series, freshness);
  const covered = coverPeriod(timeline, period);
  const verdictOn = judgeOf(covered, timeline, freshness);
  const values = covered.readings.value;
  const average = mean(values);
  const spread = sd(values);
  const bandsVerdict = verdictOn("bands");
  return {
    period: { from: period.from, to: period.to, days: period.days },
    coverage: covered.coverage,
    bandsVerdict,
    bands: timesInRanges(countBands(values), bandsVerdict.status === "insufficient" ? "withheld" : "tested"),
    mean: withGoal({ value: average, verdict: verdictOn("mean") }, FIGURE_GOALS.mean),
    sd: { value: spread, verdict: verdictOn("sd") },
    cv: withGoal({ value: cv(spread, average), verdict: verdictOn("cv") }, FIGURE_GOALS.cv),
    gmi: withGoal({ value: gmi(average), verdict: verdictOn("gmi") }, FIGURE_GOALS.gmi),
    profile: profileOf(covered.readings, 60, verdictOn("profile")),
    days: daySummaries(covered, timeline.cadenceMinutes),
  };
}

/** The glucose profile alone: hourly and smoothed (60), or raw in finer bins (15, 5). */
export function glucoseProfile(input: SummaryInput, binMinutes: BinMinutes): Profile {
  const timeline = timelineOf(input.series, input.freshness);
  const covered = coverPeriod(timeline, input.period);
  return profileOf(covered.readings, binMinutes, judgeOf(covered, timeline, input.freshness)("profile"));
}

function judgeOf(covered: CoveredPeriod, { cadenceMinutes }: Timeline, freshness: Freshness) {
  const evidence = evidenceOf(covered, cadenceMinutes);
  return (figure: JudgedFigure): Verdict =>
    judge(figure, evidence, (showable) => firstDateWhen({ covered, cadenceMinutes, freshness }, showable));
}

function withGoal(figure: Figure, target: Pick<Goal, "comparison" | "bound">): Figure & { goal: Goal } {
  const { value, verdict } = figure;
  const met = value === null || verdict.status === "insufficient" ? null : meetsGoal(value, target);
  return { ...figure, goal: { ...target, met } };
}

function profileOf(readings: EgvSeries, binMinutes: BinMinutes, verdict: Verdict): Profile {
  const raw = percentilesByTimeOfDay(readings, { binMinutes, binDaysMin: BIN_DAYS_MIN });
  const hourly = binMinutes === 60;
  return { binMinutes, smoothed: hourly, points: hourly ? smoothed(raw) : raw, verdict };
}
