import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { addDays, type LocalDate, localDateOf } from "../local-time";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { peopleOf } from "../testing/people";
import { datesFrom, longAfter, stream } from "../testing/readings";
import { JUDGED_FIGURES } from "../verdict";
import { workingsOf } from "../workings";
import { SEED_DEFAULT } from "./bootstrap";
import { type Comparison, comparePeriods, compareTimeInRange, timeInRangeSideOf } from "./compare-periods";
import { type ComparedFigure, FIGURES_TO_COMPARE } from "./compared-figures";
import { POOLED_FIGURES } from "./pooled-figures";

const monday = Date.parse("2026-03-02T00:00:00Z");

interface Stretch {
  readonly from: LocalDate;
  readonly days: number;
}
const inputsOf = (readings: readonly Egv[], before: Stretch, after: Stretch) => {
  const series = buildSeries(readings);
  const input = ({ from, days }: Stretch) => ({
    series,
    period: datesFrom(from, days),
    freshness: longAfter,
  });
  return { before: input(before), after: input(after) };
};
const compare = (readings: readonly Egv[], before: Stretch, after: Stretch, seed?: number): Comparison =>
  comparePeriods(inputsOf(readings, before, after), seed);
const of = ({ figures }: Comparison, figure: ComparedFigure) => figures.find((one) => one.figure === figure);

const person = peopleOf("hupa-ucm").get("hupa-0028") ?? [];
const firstDate = localDateOf(person[0]?.systemTime ?? 0, 0);
const lastDate = localDateOf(person.at(-1)?.systemTime ?? 0, 0);
const first30: Stretch = { from: firstDate, days: 30 };
const last30: Stretch = { from: addDays(lastDate, -29), days: 30 };

describe("the figures that are compared", () => {
  it("leave out none that is judged, but for curves", () => {
    const judged = new Set(FIGURES_TO_COMPARE.map(({ judgedBy }) => judgedBy));
    expect(JUDGED_FIGURES.filter((figure) => !judged.has(figure))).toEqual(["dailyMeans", "profile"]);
  });

  it("are each there once", () => {
    const names = FIGURES_TO_COMPARE.map(({ figure }) => figure);
    expect(new Set(names).size).toBe(names.length);
  });

  it("include all that can be pooled", () => {
    const names = new Set<ComparedFigure>(FIGURES_TO_COMPARE.map(({ figure }) => figure));
    expect(POOLED_FIGURES.filter((figure) => !names.has(figure))).toEqual([]);
  });
});

describe("a real person's first and last thirty days", () => {
  const comparison = compare(person, first30, last30);

  it("have finite, ordered intervals around their differences", () => {
    expect(comparison.days).toEqual({ before: 30, after: 30 });
    for (const figure of POOLED_FIGURES) {
      const { interval, difference, judgement } = of(comparison, figure) ?? {};
      expect(interval, figure).not.toBeNull();
      expect(Number.isFinite(interval?.low), figure).toBe(true);
      expect(interval?.low, figure).toBeLessThanOrEqual((difference ?? Number.NaN) + 1e-9);
      expect(interval?.high, figure).toBeGreaterThanOrEqual((difference ?? Number.NaN) - 1e-9);
      const leavesOutZero = (interval?.low ?? 0) > 0 || (interval?.high ?? 0) < 0;
      expect(judgement, figure).toBe(leavesOutZero ? "beyond-usual" : "within-usual");
    }
  });

  it("have the same time in range where that is all that is compared", () => {
    const { before, after } = inputsOf(person, first30, last30);
    const alone = compareTimeInRange({
      before: timeInRangeSideOf(workingsOf(before)),
      after: timeInRangeSideOf(workingsOf(after)),
    });
    expect(alone).toEqual(of(comparison, "timeInRanges.target"));
  });

  it("have no interval for exactly the others", () => {
    const pooled = new Set<ComparedFigure>(POOLED_FIGURES);
    for (const { figure, interval, judgement, noIntervalReason, difference } of comparison.figures) {
      expect(interval === null, figure).toBe(!pooled.has(figure));
      if (pooled.has(figure)) continue;
      expect(judgement, figure).toBe(difference === null ? "not-comparable" : "no-interval");
      expect(noIntervalReason, figure).toBe(difference === null ? null : "figure");
    }
  });

  it("survive being written as JSON, so nothing in them is NaN or infinite", () => {
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  });

  it("say with which seed and rounds they were drawn, and give the same numbers with it", () => {
    expect(comparison).toMatchObject({ seed: SEED_DEFAULT, resamples: 2_000 });
    expect(compare(person, first30, last30, SEED_DEFAULT)).toEqual(comparison);
    const other = compare(person, first30, last30, 3);
    expect(other.seed).toBe(3);
    expect(of(other, "mean")?.interval).not.toEqual(of(comparison, "mean")?.interval);
    expect(of(other, "mean")?.judgement).toBe(of(comparison, "mean")?.judgement);
  });

  it("exchanged differ by the sign and are judged alike", () => {
    const back = compare(person, last30, first30);
    for (const { figure, difference, interval, judgement } of comparison.figures) {
      const other = of(back, figure);
      expect(other?.judgement, figure).toBe(judgement);
      if (difference !== null) expect(other?.difference, figure).toBeCloseTo(-difference, 9);
      if (interval !== null) expect(other?.interval?.low, figure).toBeCloseTo(-interval.high, 9);
    }
  });
});

describe("what is known of a day", () => {
  const level = (before: number, after: number) =>
    stream(monday, monday + 28 * DAY_MS, (at) => (at < monday + 14 * DAY_MS ? before : after));
  const weeks1and2: Stretch = { from: "2026-03-02", days: 14 };
  const weeks3and4: Stretch = { from: "2026-03-16", days: 14 };

  it("decides nothing where all days are equal", () => {
    const comparison = compare(level(120, 120), weeks1and2, weeks3and4);
    for (const figure of POOLED_FIGURES) {
      expect(of(comparison, figure)).toMatchObject({
        difference: 0,
        interval: { low: 0, high: 0 },
        judgement: "within-usual",
      });
    }
  });

  it("makes the whole difference where two levels are apart", () => {
    const comparison = compare(level(100, 150), weeks1and2, weeks3and4);
    expect(of(comparison, "mean")).toEqual({
      figure: "mean",
      unit: "mg/dL",
      before: 100,
      after: 150,
      difference: 50,
      status: { before: "sufficient", after: "sufficient" },
      bothSufficient: true,
      representative: true,
      interval: { low: 50, high: 50 },
      noIntervalReason: null,
      judgement: "beyond-usual",
    });
    // Lows begin at 70 and nothing is below: no episode, so no length of one.
    expect(of(comparison, "episodes.hypo.level1.meanMinutes")).toMatchObject({
      difference: null,
      bothSufficient: true,
      judgement: "not-comparable",
    });
  });

  it("is not asked where a side is withheld, though the numbers are given", () => {
    // Ten days: enough for the mean, marked; too few for GMI.
    const comparison = compare(level(100, 150), { from: "2026-03-02", days: 10 }, weeks3and4);
    expect(of(comparison, "gmi")).toMatchObject({
      status: { before: "insufficient", after: "sufficient" },
      bothSufficient: false,
      representative: false,
      interval: null,
      judgement: "not-comparable",
    });
    expect(of(comparison, "gmi")?.difference).toBeCloseTo(0.02392 * 50, 12);
    expect(of(comparison, "mean")).toMatchObject({
      status: { before: "caution", after: "sufficient" },
      bothSufficient: true,
      representative: false,
      judgement: "beyond-usual",
    });
  });

  it("needs seven days on both sides", () => {
    const six = compare(level(100, 150), weeks1and2, { from: "2026-03-16", days: 6 });
    expect(of(six, "mean")).toMatchObject({
      difference: 50,
      interval: null,
      noIntervalReason: "days",
      judgement: "no-interval",
    });
    expect(of(six, "median")).toMatchObject({ noIntervalReason: "figure", judgement: "no-interval" });
    const seven = compare(level(100, 150), weeks1and2, { from: "2026-03-16", days: 7 });
    expect(of(seven, "mean")?.judgement).toBe("beyond-usual");
  });

  it("is nothing for a period without readings", () => {
    const comparison = compare(level(100, 150), { from: "2025-01-01", days: 14 }, weeks3and4);
    expect(comparison.days).toEqual({ before: 0, after: 14 });
    expect(new Set(comparison.figures.map(({ judgement }) => judgement))).toEqual(
      new Set(["not-comparable"]),
    );
  });
});
