import { describe, expect, it } from "vitest";
import { figuresAgainst, keyFiguresAgainst, summaryAgainst } from "./held-against";
import { keyFiguresOf } from "./key-figures";
import type { Period } from "./period";
import { RANGE_SETS } from "./range-sets";
import { buildSeries } from "./series";
import { summarize } from "./summary";
import { freshAt, stream, twelfths } from "./testing/readings";
import { workingsOf } from "./workings";

const NOW = Date.parse("2026-11-22T00:00:00Z");
const period: Period = { from: "2026-11-08", to: "2026-11-21", days: 14 };
const hoursAgo = (hours: number) => NOW - hours * 3_600_000;
const readings = stream("2026-10-25T00:00:00Z", hoursAgo(3), twelfths);
const input = { series: buildSeries(readings), period, freshness: freshAt(NOW) };
const workings = workingsOf(input);
const standard = keyFiguresOf(workings);

const counts = (of: Pick<typeof standard, "bands">) => of.bands.map(({ band, count }) => [band, count / 333]);

describe("figures against a set of ranges", () => {
  it("are those of everybody for the standard set", () => {
    const { bands, timeInRanges, days } = standard;
    expect(figuresAgainst(workings, RANGE_SETS.standard)).toEqual({ bands, timeInRanges, days });
    expect(counts(standard)).toEqual([
      ["veryLow", 1],
      ["low", 4],
      ["target", 5],
      ["high", 1],
      ["veryHigh", 1],
    ]);
  });

  it("in pregnancy count 63 to 140 as in range and have no very high", () => {
    const against = figuresAgainst(workings, RANGE_SETS.pregnancy);
    expect(counts(against)).toEqual([
      ["veryLow", 1],
      ["low", 1],
      ["target", 6],
      ["high", 4],
    ]);
    expect(against.timeInRanges.target).toBe(50);
    expect(against.timeInRanges.high).toBeCloseTo(400 / 12, 9);
    expect(against.timeInRanges.veryHigh).toBe(0);
    expect(against.days.map(({ targetShare }) => targetShare)).toEqual(Array(14).fill(0.5));
    expect(against.days[0]?.belowShare).toBeCloseTo(2 / 12, 9);
    expect(against.days[0]?.aboveShare).toBeCloseTo(4 / 12, 9);
  });

  it("take the place of a period's own, and nothing else changes", () => {
    expect(keyFiguresAgainst(workings, RANGE_SETS.standard)).toEqual(standard);
    expect(keyFiguresAgainst(workings, RANGE_SETS.pregnancy)).toEqual({
      ...standard,
      ...figuresAgainst(workings, RANGE_SETS.pregnancy),
    });
  });

  it("of a whole summary have night and day of the same set", () => {
    const whole = summarize(input);
    expect(summaryAgainst(workings, RANGE_SETS.standard)).toEqual(whole);
    const against = summaryAgainst(workings, RANGE_SETS.pregnancy);
    const { night, day } = against;
    expect(against).toEqual({ ...whole, ...figuresAgainst(workings, RANGE_SETS.pregnancy), night, day });
    for (const part of [night, day])
      expect(part.bands.map(({ band, share }) => [band, Math.round(12 * share)])).toEqual([
        ["veryLow", 1],
        ["low", 1],
        ["target", 6],
        ["high", 4],
      ]);
  });

  it("compare with the bounds of the unit in which a source sent its readings", () => {
    const flat = { ...input, series: buildSeries(stream("2026-11-08T00:00:00Z", hoursAgo(3), 63)) };
    const bandOf = (sourceUnit: "mg/dL" | "mmol/L") =>
      figuresAgainst(workingsOf({ ...flat, sourceUnit }), RANGE_SETS.pregnancy).bands.find(
        ({ share }) => share === 1,
      )?.band;
    // 3.5 mmol/L is 63.05 mg/dL.
    expect([bandOf("mg/dL"), bandOf("mmol/L")]).toEqual(["target", "low"]);
  });
});
