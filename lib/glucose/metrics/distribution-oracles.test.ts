import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DAY_MS } from "@/lib/clock";
import { type Distribution, distributionOf } from "../distribution";
import { boundsInMgDl, RANGE_SETS, type RangeSet } from "../range-sets";
import type { Egv, EgvSeries } from "../reading";
import { buildSeries } from "../series";
import { oracle, peopleOf } from "../testing/people";
import { stream } from "../testing/readings";
import { adrr, type DailyExtremes } from "./adrr";
import { bgri } from "./bgri";
import { lowGlucoseRisk } from "./blood-glucose-risk";
import { cogi } from "./cogi";
import { grade } from "./grade";
import { gri } from "./gri";
import { hbgi } from "./hbgi";
import { hyperIndex } from "./hyper-index";
import { hypoIndex } from "./hypo-index";
import { igc } from "./igc";
import { iqr } from "./iqr";
import { jIndex } from "./j-index";
import { lbgi } from "./lbgi";
import { mValue } from "./m-value";
import { mad } from "./mad";
import { mean } from "./mean";
import { quantile } from "./quantile";
import { sd } from "./sd";
import { countBandsOf } from "./times-in-ranges";
import { titr } from "./titr";

// What does not depend on the order of readings, for real people against what other implementations print for them.
// Mean, SD, CV, GMI, quantiles and the five bands are in `../oracles.test.ts`.
const DATASETS = ["iglu-example5", "hall2018-19", "hupa-ucm"] as const;

const TOLERANCE = 1e-9;
/** iglu writes 22.77 for 10 · 1.509², which is 3.56e-5 less. */
const TOLERANCE_IGLU_RISK = 5e-5;
/** AGATA and rGV print 15 digits or more. */
const TOLERANCE_PRINTED = 1e-13;

type Numbers = Readonly<Record<string, unknown>>;
const Numbers = z.record(z.string(), z.unknown());
const Independent = z.object({ raw: Numbers.and(z.object({ quantilesType7: Numbers })) });
const Iglu = z.object({
  metrics: Numbers,
  percentBelow: Numbers,
  percentInRange: Numbers,
  percentAbove: Numbers,
});
const Metrics = z.object({ metrics: Numbers });

function subjects<T>(name: string, shape: z.ZodType<T>): Record<string, T> {
  return z.object({ subjects: z.record(z.string(), shape) }).parse(oracle(name)).subjects;
}

/** The named figures that are not numbers on both sides, or that differ by more than the tolerance. */
function disagreements(names: string, ours: Numbers, theirs: Numbers = {}, tolerance = TOLERANCE) {
  return names.split(" ").flatMap((name) => {
    const [a, b] = [ours[name], theirs[name]];
    const bothThere = typeof a === "number" && typeof b === "number";
    return bothThere && Math.abs(a - b) <= tolerance * Math.abs(b) ? [] : [{ name, ours: a, theirs: b }];
  });
}

function percentsOf(readings: Distribution, set: RangeSet) {
  const counts = countBandsOf(readings, boundsInMgDl("mg/dL", set));
  const [veryLow, low, target, high, veryHigh] = counts.map((count) => (100 * count) / readings.total);
  return {
    veryLow: veryLow ?? 0,
    low: low ?? 0,
    target: target ?? 0,
    high: high ?? 0,
    veryHigh: veryHigh ?? 0,
  };
}

/** Lowest and highest reading of every date of a clock that shows UTC, or runs ahead of it. */
function dailyExtremesOf({ systemTime, value }: EgvSeries, aheadDays = 0): DailyExtremes {
  const dayOf = (time = 0) => Math.floor(time / DAY_MS + aheadDays);
  const firstDay = dayOf(systemTime[0]);
  const days = dayOf(systemTime.at(-1)) - firstDay + 1;
  const lowest = new Float64Array(days).fill(Number.NaN);
  const highest = new Float64Array(days).fill(Number.NaN);
  value.forEach((reading, i) => {
    const day = dayOf(systemTime[i]) - firstDay;
    lowest[day] = Math.min(reading, lowest[day] || reading);
    highest[day] = Math.max(reading, highest[day] || reading);
  });
  return { lowest, highest };
}

/** Every figure, by the name under which the others print it. */
function figuresOf(egvs: readonly Egv[]): Record<string, number | null | undefined> {
  const series = buildSeries(egvs);
  const readings = distributionOf(series.value);
  const standard = percentsOf(readings, RANGE_SETS.standard);
  const pregnancy = percentsOf(readings, RANGE_SETS.pregnancy);
  const risk = gri(standard);
  const parts = grade(readings);
  const spread = sd(readings);
  const timeBelowPercent = standard.veryLow + standard.low;
  return {
    iqr: iqr(readings),
    mad: mad(readings),
    range: (quantile(readings, 1) ?? 0) - (quantile(readings, 0) ?? 0),
    jIndex: jIndex(mean(readings), spread),
    lbgi: lbgi(readings),
    hbgi: hbgi(readings),
    bgri: bgri(readings),
    adrr: adrr(dailyExtremesOf(series)),
    gri: risk?.value,
    griHypoComponent: risk?.hypo,
    griHyperComponent: risk?.hyper,
    grade: parts?.value,
    gradeHypo_lt70: parts?.hypo,
    gradeEugly_70_140: parts?.eu,
    gradeHyper_gt140: parts?.hyper,
    mValue_r90: mValue(readings, 90),
    mValue_r100: mValue(readings, 100),
    mValue_r120: mValue(readings, 120),
    hypoIndex_80: hypoIndex(readings),
    hyperIndex_140: hyperIndex(readings),
    igc: igc(readings),
    cogi: cogi({ timeInRangePercent: standard.target, timeBelowPercent, sd: spread }),
    titr70_140: titr(readings, "mg/dL"),
    below63: pregnancy.veryLow + pregnancy.low,
    tir63_140: pregnancy.target,
    above140: pregnancy.high,
  };
}

/** What both the independent calculation and iglu print. */
const COMMON =
  "iqr jIndex gri grade gradeHypo_lt70 gradeEugly_70_140 gradeHyper_gt140 mValue_r90 mValue_r100 mValue_r120 " +
  "hypoIndex_80 hyperIndex_140 titr70_140 below63 tir63_140 above140";

describe.each(DATASETS)("%s", (dataset) => {
  const people = [...peopleOf(dataset)];
  const independent = subjects(`independent-${dataset}`, Independent);
  const iglu = subjects(`iglu-${dataset}`, Iglu);
  const rgv = subjects(`rgv-${dataset}`, Metrics);

  it.each(people)("%s: every figure is that of an independent calculation", (who, egvs) => {
    const raw = independent[who]?.raw;
    const quartiles = z.object({ "25": z.number(), "75": z.number() }).parse(raw?.quantilesType7);
    const theirs = { ...raw, iqr: quartiles["75"] - quartiles["25"] };
    const names = `${COMMON} lbgi hbgi bgri adrr griHypoComponent griHyperComponent`;
    expect(disagreements(names, figuresOf(egvs), theirs)).toEqual([]);
  });

  it.each(people)("%s: every figure is iglu's", (who, egvs) => {
    const ours = figuresOf(egvs);
    const { metrics, percentBelow, percentInRange, percentAbove } = iglu[who] ?? {};
    const theirs = {
      ...metrics,
      titr70_140: percentInRange?.["in_range_70_140"],
      below63: percentBelow?.["below_63"],
      tir63_140: percentInRange?.["in_range_63_140"],
      above140: percentAbove?.["above_140"],
    };
    expect(disagreements(`${COMMON} mad range igc cogi`, ours, theirs)).toEqual([]);
    expect(disagreements("lbgi hbgi adrr", ours, metrics, TOLERANCE_IGLU_RISK)).toEqual([]);
  });

  // A reading in the last 7.2 minutes before midnight belongs to the next day there.
  it.each(people)("%s: ADRR is rGV's once days begin 0.005 of a day early, as they do there", (who, egvs) => {
    const ours = { adrr_midnight: adrr(dailyExtremesOf(buildSeries(egvs), 0.005)) };
    expect(disagreements("adrr_midnight", ours, rgv[who]?.metrics, TOLERANCE_PRINTED)).toEqual([]);
  });
});

// Traces exactly on a five-minute grid without gaps: there AGATA and rGV compute from the readings themselves.
describe("hupa-ucm", () => {
  const people = [...peopleOf("hupa-ucm")];
  const agata = subjects("agata-hupa-ucm", Metrics);
  const rgv = subjects("rgv-hupa-ucm", Metrics);

  it.each(people)("%s: figures are AGATA's, which counts 112.5 mg/dL as low and as high", (who, egvs) => {
    const figures = figuresOf(egvs);
    const at112 = egvs.filter(({ value }) => value === 112.5).length;
    const twice = (at112 / egvs.length) * lowGlucoseRisk(112.5);
    const ours = {
      ...figures,
      hbgi: (figures["hbgi"] ?? Number.NaN) + twice,
      bgri: (figures["bgri"] ?? Number.NaN) + twice,
      mr_r100: figures["mValue_r100"],
    };
    const names = "iqr range jIndex lbgi hbgi bgri adrr grade gradeHypo_lt70 mr_r100";
    expect(disagreements(names, ours, agata[who]?.metrics, TOLERANCE_PRINTED)).toEqual([]);
  });

  it.each(people)("%s: figures are rGV's", (who, egvs) => {
    const figures = figuresOf(egvs);
    const ours = { ...figures, mValue120: figures["mValue_r120"] };
    expect(
      disagreements("jIndex lbgi hbgi grade mValue120", ours, rgv[who]?.metrics, TOLERANCE_PRINTED),
    ).toEqual([]);
  });
});

describe("figures of any readings", () => {
  const values = fc.array(fc.integer({ min: 200, max: 6_000 }), { minLength: 2, maxLength: 60 });
  const from = Date.parse("2025-03-01T00:00:00Z");
  const readingsOf = (tenths: readonly number[]) =>
    stream(from, from + tenths.length * 300_000, (at) => (tenths[(at - from) / 300_000] ?? 0) / 10);

  it("are bit for bit the same in any order", () => {
    fc.assert(
      fc.property(
        values.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(figuresOf(readingsOf(shuffled))).toEqual(figuresOf(readingsOf(all)));
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });

  it("are bit for bit the same when a reading comes twice", () => {
    fc.assert(
      fc.property(values, fc.nat(), (all, pick) => {
        const egvs = readingsOf(all);
        const again = egvs[pick % egvs.length];
        expect(figuresOf(again === undefined ? [] : [...egvs, again])).toEqual(figuresOf(egvs));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
