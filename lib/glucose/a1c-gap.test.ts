import { describe, expect, test } from "vitest";
import { a1cPairs, firstDateBehind, personalGap } from "./a1c-gap";
import { keyFigures } from "./key-figures";
import { buildSeries } from "./series";
import { datesFrom, longAfter, stream } from "./testing/readings";

const day = 86_400_000;
const from = Date.parse("2026-01-01T00:00:00Z");
// 100 days at 150 mg/dL, then 14 at 200.
const readings = stream(from, from + 114 * day, (at) => (at < from + 100 * day ? 150 : 200));
const input = {
  series: buildSeries(readings),
  period: datesFrom("2026-01-01", 1),
  freshness: longAfter,
};

describe("a laboratory value", () => {
  test("stands beside the GMI of the 90 and of the 14 days that end with its date", () => {
    const [pair] = a1cPairs([{ date: "2026-04-24", a1cPercent: 7 }], input);
    // The 14 days are all at 200: 3.31 + 0.02392 · 200 = 8.094.
    expect(pair?.gmiOf14.percent).toBeCloseTo(8.094, 10);
    // 76 days at 150 and 14 at 200: mean 157.78, GMI 7.084.
    expect(pair?.gmi.percent).toBeCloseTo(3.31 + 0.02392 * ((76 * 150 + 14 * 200) / 90), 10);
    expect(pair?.gap).toBeCloseTo((pair?.gmi.percent ?? 0) - 7, 10);
  });

  test("gets the same GMI as a report of those days", () => {
    const [pair] = a1cPairs([{ date: "2026-04-10", a1cPercent: 7 }], input);
    const report = keyFigures({ ...input, period: datesFrom(firstDateBehind("2026-04-10"), 90) });
    expect(pair?.gmi.percent).toBe(report.gmi);
    expect(pair?.gmi.verdict).toEqual(report.sufficiency.gmi);
  });

  test("has no gap where the GMI is withheld", () => {
    const [early] = a1cPairs([{ date: "2026-01-05", a1cPercent: 7 }], input);
    expect(early?.gmi.verdict.status).toBe("insufficient");
    expect(early?.gap).toBeNull();
  });
});

describe("the personal gap", () => {
  const gaps = (...values: (number | null)[]) => personalGap(values.map((gap) => ({ gap })));

  test("is the median with its ends", () => {
    expect(gaps(-0.2, -0.6, 0.1)).toEqual({ pairs: 3, median: -0.2, lowest: -0.6, highest: 0.1 });
    expect(gaps(-0.5, -0.25)).toEqual({ pairs: 2, median: -0.375, lowest: -0.5, highest: -0.25 });
  });

  test("needs two pairs that have one", () => {
    expect(gaps(-0.3, null)).toBeNull();
    expect(gaps()).toBeNull();
  });
});
