import { percentilesByTimeOfDay, smoothed } from "@/lib/glucose/agp";
import { type CoveredPeriod, coverPeriod } from "@/lib/glucose/coverage";
import { dailyExtremes, daySummaries } from "@/lib/glucose/day-summary";
import { type Distribution, distributionOf } from "@/lib/glucose/distribution";
import { episodesOf } from "@/lib/glucose/episodes";
import { type GlucoseGrid, gridOf } from "@/lib/glucose/grid";
import { adrr } from "@/lib/glucose/metrics/adrr";
import { aucHourly } from "@/lib/glucose/metrics/auc";
import { conga } from "@/lib/glucose/metrics/conga";
import { cvOfDays } from "@/lib/glucose/metrics/cv-of-days";
import { grade } from "@/lib/glucose/metrics/grade";
import { gvp } from "@/lib/glucose/metrics/gvp";
import { hbgi } from "@/lib/glucose/metrics/hbgi";
import { igc } from "@/lib/glucose/metrics/igc";
import { lability } from "@/lib/glucose/metrics/lability";
import { lbgi } from "@/lib/glucose/metrics/lbgi";
import { mValue } from "@/lib/glucose/metrics/m-value";
import { mad } from "@/lib/glucose/metrics/mad";
import { mag } from "@/lib/glucose/metrics/mag";
import { mage } from "@/lib/glucose/metrics/mage";
import { mean } from "@/lib/glucose/metrics/mean";
import { modd } from "@/lib/glucose/metrics/modd";
import { QUANTILE_PERCENTS, quantile } from "@/lib/glucose/metrics/quantile";
import { sd } from "@/lib/glucose/metrics/sd";
import { sdRoc } from "@/lib/glucose/metrics/sd-roc";
import { sdSubtypes } from "@/lib/glucose/metrics/sd-subtypes";
import { countBandsOf } from "@/lib/glucose/metrics/times-in-ranges";
import { NIGHT_DEFAULT, nightAndDay } from "@/lib/glucose/parts-of-day";
import { findPatterns } from "@/lib/glucose/patterns/find-patterns";
import { RANGE_BOUNDS } from "@/lib/glucose/ranges";
import { type Timeline, timelineOf } from "@/lib/glucose/timeline";
import type { SummaryInput } from "@/lib/glucose/workings";

/** What the metrics of one period start from, made once and not counted to them. */
export interface Prepared {
  readonly input: SummaryInput;
  readonly timeline: Timeline;
  readonly covered: CoveredPeriod;
  readonly distribution: Distribution;
  readonly grid: GlucoseGrid;
}

export function prepare(input: SummaryInput): Prepared {
  const timeline = timelineOf(input.series, input.freshness);
  const covered = coverPeriod(timeline, input.period);
  const grid = gridOf(covered.readings);
  if (grid === null) throw new Error("there are readings in every input");
  return { input, timeline, covered, distribution: distributionOf(covered.readings.value), grid };
}

const bounds = RANGE_BOUNDS["mg/dL"];

/** Each step and each metric by itself, from readings in columns. */
export const METRICS: Readonly<Record<string, (prepared: Prepared) => unknown>> = {
  "which readings count": ({ input }) => timelineOf(input.series, input.freshness),
  coverage: ({ timeline, input }) => coverPeriod(timeline, input.period),
  "distribution of values": ({ covered }) => distributionOf(covered.readings.value),
  "even grid": ({ covered }) => gridOf(covered.readings),
  "days and daily means": ({ covered, timeline }) => daySummaries(covered, timeline.cadenceMinutes),
  bands: ({ distribution }) => countBandsOf(distribution, bounds),
  mean: ({ distribution }) => mean(distribution),
  SD: ({ distribution }) => sd(distribution),
  quantiles: ({ distribution }) => QUANTILE_PERCENTS.map((percent) => quantile(distribution, percent / 100)),
  MAD: ({ distribution }) => mad(distribution),
  "LBGI and HBGI": ({ distribution }) => [lbgi(distribution), hbgi(distribution)],
  ADRR: ({ covered }) => adrr(dailyExtremes(covered)),
  GRADE: ({ distribution }) => grade(distribution),
  "M-value": ({ distribution }) => mValue(distribution, 100),
  IGC: ({ distribution }) => igc(distribution),
  "hourly AUC": ({ grid }) => aucHourly(grid),
  MODD: ({ grid }) => modd(grid),
  "CONGA(4)": ({ grid }) => conga(grid, 4),
  MAG: ({ grid }) => mag(grid),
  GVP: ({ grid }) => gvp(grid),
  "SD of rate of change": ({ grid }) => sdRoc(grid),
  "lability index": ({ covered }) => lability(covered.readings),
  "SD subtypes": ({ grid }) => sdSubtypes(grid),
  "CV of days": ({ grid }) => cvOfDays(grid),
  MAGE: ({ grid }) => mage(grid),
  episodes: ({ grid }) => episodesOf(grid, bounds),
  "hourly profile": ({ covered }) => smoothed(percentilesByTimeOfDay(covered.readings, { binMinutes: 60 })),
  "night and day": ({ covered }) => nightAndDay(covered.readings, { night: NIGHT_DEFAULT, bounds }),
  patterns: ({ covered, grid, timeline }) => {
    const { hypo, hyper } = episodesOf(grid, bounds);
    return findPatterns({
      readings: covered.readings,
      firstDay: covered.days.firstDay,
      days: covered.days.days,
      cadenceMinutes: timeline.cadenceMinutes,
      episodes: { lows: hypo.level1.list, highs: hyper.level1.list },
      night: NIGHT_DEFAULT,
    });
  },
};
