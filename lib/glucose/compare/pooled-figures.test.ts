import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { buildSeries } from "../series";
import { peopleOf } from "../testing/people";
import { longAfter, stream, wholePeriodOf } from "../testing/readings";
import { sideOf } from "./compare-periods";
import { FIGURES_TO_COMPARE } from "./compared-figures";
import { DAY_COLUMN_COUNT, DAY_COLUMNS, type DayStatistics } from "./day-statistics";
import { POOLED_FIGURES, poolFigures } from "./pooled-figures";

const pooled = (sums: Float64Array) => {
  const figures = new Float64Array(POOLED_FIGURES.length);
  poolFigures(sums, figures);
  return new Map(POOLED_FIGURES.map((figure, i) => [figure, figures[i] ?? Number.NaN]));
};
const sumOfDays = ({ days, rows }: DayStatistics) => {
  const sums = new Float64Array(DAY_COLUMN_COUNT);
  for (let i = 0; i < days * DAY_COLUMN_COUNT; i += 1) {
    const at = i % DAY_COLUMN_COUNT;
    sums[at] = (sums[at] ?? 0) + (rows[i] ?? 0);
  }
  return sums;
};

describe("all days of a period together", () => {
  const monday = Date.parse("2026-03-02T00:00:00Z");
  const people = [...peopleOf("iglu-example5"), ...peopleOf("hupa-ucm")];
  const backAt = Date.parse("2026-10-25T01:00:00Z");
  const clockChange = stream(backAt - 9 * DAY_MS, backAt + 9 * DAY_MS, (at) => 40 + ((at / 300_000) % 331), {
    offset: (at) => (at < backAt ? 120 : 60),
  });

  it.each([...people, ["a clock change", clockChange] as const])("are the summary of %s", (_, readings) => {
    const { summary, statistics } = sideOf({
      series: buildSeries(readings),
      period: wholePeriodOf(readings),
      freshness: longAfter,
    });
    const figures = pooled(sumOfDays(statistics));
    for (const figure of POOLED_FIGURES) {
      const expected = FIGURES_TO_COMPARE.find((one) => one.figure === figure)?.of(summary) ?? Number.NaN;
      const scale = Math.max(1, Math.abs(expected));
      expect(Math.abs((figures.get(figure) ?? Number.NaN) - expected) / scale, figure).toBeLessThan(1e-12);
    }
  });

  it("keep the SD of a flat trace at 0, wherever it lies", () => {
    for (const level of [39, 150, 401, 100.7]) {
      const readings = stream(monday, monday + 90 * DAY_MS, level);
      const { statistics } = sideOf({
        series: buildSeries(readings),
        period: wholePeriodOf(readings),
        freshness: longAfter,
      });
      expect(pooled(sumOfDays(statistics)).get("sd")).toBeLessThan(1e-5);
    }
  });
});

describe("too little to pool", () => {
  it("a single reading has no figure", () => {
    const sums = new Float64Array(DAY_COLUMN_COUNT);
    sums[DAY_COLUMNS.readings] = 1;
    expect([...pooled(sums).values()].every(Number.isNaN)).toBe(true);
  });

  it("without recorded time there is a mean, but no rate", () => {
    const sums = new Float64Array(DAY_COLUMN_COUNT);
    sums[DAY_COLUMNS.readings] = 4;
    sums[DAY_COLUMNS.deviations] = -200;
    sums[DAY_COLUMNS.squares] = 10_000;
    const figures = pooled(sums);
    expect([figures.get("mean"), figures.get("sd")]).toEqual([100, 0]);
    expect(figures.get("episodes.hypo.level1.perWeek")).toBeNaN();
  });
});
