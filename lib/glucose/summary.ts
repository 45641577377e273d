import { BIN_DAYS_MIN, type BinMinutes, percentilesByTimeOfDay, smoothed } from "./agp";
import { activePercent, type CoveredPeriod, coverPeriod, expectedReadings } from "./coverage";
import type { DaySummary, Figure, Freshness, Goal, Profile, Summary, Verdict } from "./figures";
import { localDateOfEpochDay, localEpochDay } from "./local-time";
import { cv } from "./metrics/cv";
import { gmi } from "./metrics/gmi";
import { mean } from "./metrics/mean";
import { sd } from "./metrics/sd";
import { countBands, timesInRanges } from "./metrics/times-in-ranges";
import { evidenceOf, firstDateWhen } from "./outlook";
import type { Period } from "./period";
import { bandIndex, FIGURE_GOALS, meetsGoal, RANGE_BOUNDS } from "./ranges";
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
    days: daySummaries(covered, timeline),
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

function daySummaries({ readings, days }: CoveredPeriod, { cadenceMinutes }: Timeline): DaySummary[] {
  const sums = new Float64Array(days.days);
  const inBand = new Uint32Array(days.days * 5);
  for (let i = 0; i < readings.length; i += 1) {
    const value = readings.value[i] ?? 0;
    const local = localEpochDay(readings.systemTime[i] ?? 0, readings.displayOffsetMinutes[i] ?? 0);
    const day = local - days.firstDay;
    const cell = day * 5 + bandIndex(value, RANGE_BOUNDS["mg/dL"]);
    sums[day] = (sums[day] ?? 0) + value;
    inBand[cell] = (inBand[cell] ?? 0) + 1;
  }
  return Array.from({ length: days.days }, (_, day) => {
    const count = days.readings[day] ?? 0;
    const band = (i: number) => inBand[day * 5 + i] ?? 0;
    const share = (n: number) => (count === 0 ? null : n / count);
    return {
      date: localDateOfEpochDay(days.firstDay + day),
      count,
      targetShare: share(band(2)),
      belowShare: share(band(0) + band(1)),
      aboveShare: share(band(3) + band(4)),
      mean: share(sums[day] ?? 0),
      activePercent: activePercent(
        days.observed[day] ?? 0,
        expectedReadings(days.expectedMinutes[day] ?? 0, cadenceMinutes),
      ),
      lengthMinutes: days.lengthMinutes[day] ?? 0,
    };
  });
}
