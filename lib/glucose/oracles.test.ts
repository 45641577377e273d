import { describe, expect, it } from "vitest";
import { z } from "zod";
import { percentilesByTimeOfDay, smoothed } from "./agp";
import { distributionOf } from "./distribution";
import type { ProfilePoint } from "./figures";
import { gmiMmolPerMol } from "./metrics/gmi";
import { quantile } from "./metrics/quantile";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { summarize } from "./summary";
import { oracle, peopleOf } from "./testing/people";
import { longAfter, wholePeriodOf } from "./testing/readings";

// Figures of real people against what other implementations print for them. Left out are only people whose stream is
// mixed from two sensors without ids: there the product merges equal values within a minute, the others do not.
const DATASETS = ["iglu-example5", "hall2018-19", "hupa-ucm"] as const;
const QUANTILES = ["0", "5", "10", "25", "50", "75", "90", "95", "100"] as const;

type Percentiles = Pick<ProfilePoint, "p5" | "p25" | "p50" | "p75" | "p95">;

const Quantiles = z.record(z.string(), z.number());
const Independent = z.object({
  raw: z.object({
    mean: z.number(),
    sd: z.number(),
    cv: z.number(),
    gmi: z.number(),
    gmiMmolMol: z.number(),
    median: z.number(),
    below54: z.number(),
    below70: z.number(),
    above180: z.number(),
    above250: z.number(),
    tir70_180: z.number(),
    tbr1: z.number(),
    tar1: z.number(),
    quantilesType7: Quantiles,
  }),
});
const Iglu = z.object({
  metrics: z.object({
    mean: z.number(),
    median: z.number(),
    sd: z.number(),
    cv: z.number(),
    gmi: z.number(),
  }),
  quantilesType7: Quantiles,
  percentAbove: z.object({ above_180: z.number(), above_250: z.number() }),
  percentBelow: z.object({ below_54: z.number(), below_70: z.number() }),
  percentInRange: z.object({ in_range_70_180: z.number() }),
  activePercent: z.object({ activePercent: z.number() }),
});
const Curve = z.array(z.number().nullable());
const Viz = z.object({
  counts: z.object({
    veryLow: z.number(),
    low: z.number(),
    target: z.number(),
    high: z.number(),
    veryHigh: z.number(),
  }),
  agpHourlyRaw: z.array(z.object({ hour: z.number(), n: z.number() })),
  agpHourlySmoothed141: z.object({ p5: Curve, p25: Curve, p50: Curve, p75: Curve, p95: Curve }),
});
const IgluAgp = z.object({
  secondsOfDay: z.array(z.number()),
  n: z.array(z.number()),
  p5: Curve,
  p25: Curve,
  p50: Curve,
  p75: Curve,
  p95: Curve,
});

function subjects<T>(name: string, shape: z.ZodType<T>): Record<string, T> {
  return z.object({ subjects: z.record(z.string(), shape) }).parse(oracle(name)).subjects;
}

type Numbers = Readonly<Record<string, number | null | undefined>>;

/** Names of the numbers that differ by more than 1e-9 of theirs, or that only one side has. */
function disagreements(ours: Numbers, theirs: Numbers): string[] {
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...names].filter((name) => {
    const a = ours[name] ?? null;
    const b = theirs[name] ?? null;
    return a === null || b === null ? a !== b : !(Math.abs(a - b) <= 1e-9 * Math.abs(b));
  });
}

function percentilesOf({ p5, p25, p50, p75, p95 }: Percentiles): Numbers {
  return { p5, p25, p50, p75, p95 };
}

function slotOf(curves: Record<keyof Percentiles, (number | null)[]> | undefined, slot: number): Numbers {
  return {
    p5: curves?.p5[slot],
    p25: curves?.p25[slot],
    p50: curves?.p50[slot],
    p75: curves?.p75[slot],
    p95: curves?.p95[slot],
  };
}

function figuresOf(readings: readonly Egv[]) {
  const series = buildSeries(readings);
  expect(series.length).toBe(readings.length);
  const summary = summarize({ series, period: wholePeriodOf(readings), freshness: longAfter });
  const share = (...bands: number[]) =>
    bands.reduce((sum, i) => sum + 100 * (summary.bands[i]?.share ?? 0), 0);
  const distribution = distributionOf(series.value);
  const quantiles = Object.fromEntries(
    QUANTILES.map((percent) => [percent, quantile(distribution, Number(percent) / 100)]),
  );
  return { series, summary, share, quantiles };
}

describe.each(DATASETS)("%s", (dataset) => {
  const people = [...peopleOf(dataset)];
  const independent = subjects(`independent-${dataset}`, Independent);
  const iglu = subjects(`iglu-${dataset}`, Iglu);
  const viz = subjects(`tidepoolviz-${dataset}`, Viz);

  it.each(people)(
    "%s: mean, SD, CV, GMI, quantiles and ranges are those of an independent calculation",
    (who, readings) => {
      const { summary, share, quantiles } = figuresOf(readings);
      const { quantilesType7 = {}, ...theirs } = independent[who]?.raw ?? {};
      const ours = {
        mean: summary.mean,
        sd: summary.sd,
        cv: summary.cv,
        gmi: summary.gmi,
        gmiMmolMol: gmiMmolPerMol(summary.mean),
        median: quantiles["50"],
        below54: share(0),
        tbr1: share(1),
        below70: share(0, 1),
        tir70_180: share(2),
        tar1: share(3),
        above180: share(3, 4),
        above250: share(4),
      };
      expect(disagreements(ours, theirs)).toEqual([]);
      expect(disagreements(quantiles, quantilesType7)).toEqual([]);
    },
  );

  it.each(people)("%s: the same and the active share of the worn span are those of iglu", (who, readings) => {
    const { summary, share, quantiles } = figuresOf(readings);
    const theirs = iglu[who];
    const ours = {
      mean: summary.mean,
      median: quantiles["50"],
      sd: summary.sd,
      cv: summary.cv,
      gmi: summary.gmi,
      below_54: share(0),
      below_70: share(0, 1),
      in_range_70_180: share(2),
      above_180: share(3, 4),
      above_250: share(4),
      activePercent: summary.coverage.activePercentOfWornSpan,
    };
    expect(
      disagreements(ours, {
        ...theirs?.metrics,
        ...theirs?.percentBelow,
        ...theirs?.percentInRange,
        ...theirs?.percentAbove,
        ...theirs?.activePercent,
      }),
    ).toEqual([]);
    expect(disagreements(quantiles, theirs?.quantilesType7 ?? {})).toEqual([]);
  });

  it.each(people)(
    "%s: the hourly profile with 1-4-1 smoothing is that of Tidepool's AGP figure",
    (who, readings) => {
      const { series } = figuresOf(readings);
      const points = smoothed(percentilesByTimeOfDay(series, { binMinutes: 60, binDaysMin: 1 }));
      const theirs = viz[who];
      expect(points.map((point) => point.readings)).toEqual(theirs?.agpHourlyRaw.map(({ n }) => n));
      for (const [hour, point] of points.entries()) {
        expect(
          disagreements(percentilesOf(point), slotOf(theirs?.agpHourlySmoothed141, hour)),
          `${hour} h`,
        ).toEqual([]);
      }
    },
  );
});

// On whole numbers Tidepool's rounding before comparing has nothing to round.
describe.each(["iglu-example5", "hall2018-19"])("%s, whole mg/dL", (dataset) => {
  const viz = subjects(`tidepoolviz-${dataset}`, Viz);

  it.each([...peopleOf(dataset)])("%s: band counts are Tidepool's", (who, readings) => {
    const { summary } = figuresOf(readings);
    expect(readings.every(({ value }) => Number.isInteger(value))).toBe(true);
    expect(Object.fromEntries(summary.bands.map(({ band, count }) => [band, count]))).toEqual(
      viz[who]?.counts,
    );
  });
});

describe("five-minute percentiles", () => {
  const iglu = subjects("iglu-agp-hupa-ucm", IgluAgp);

  // These five traces stand exactly on the grid, so iglu's interpolated slots are the raw readings themselves. Its slot
  // of midnight ends a row, ours begins a day.
  it.each([...peopleOf("hupa-ucm")])("%s: every slot of the day is iglu's", (who, readings) => {
    const points = percentilesByTimeOfDay(buildSeries(readings), { binMinutes: 5, binDaysMin: 1 });
    const theirs = iglu[who];
    expect(theirs?.secondsOfDay).toHaveLength(288);
    for (const [slot, second] of (theirs?.secondsOfDay ?? []).entries()) {
      const point = points[(second % 86_400) / 300];
      if (point === undefined) throw new Error(`iglu has a slot at ${second} s that is not a bin of ours`);
      expect(point.readings).toBe(theirs?.n[slot]);
      expect(disagreements(percentilesOf(point), slotOf(theirs, slot)), `${second} s`).toEqual([]);
    }
  });
});

describe("a stream with seven impossible values", () => {
  it("is computed without them and says how many there were", () => {
    const readings = peopleOf("t1d-uom-messy").get("uom-2307") ?? [];
    const { summary } = figuresOf(readings);
    const kept = readings.filter(({ value }) => value >= 20);
    expect(summary.mean).toBeCloseTo(kept.reduce((sum, { value }) => sum + value, 0) / kept.length, 9);
    expect(summary.coverage.implausible).toBe(7);
    expect(summary.coverage.observed).toBe(readings.length - 7);
  });
});
