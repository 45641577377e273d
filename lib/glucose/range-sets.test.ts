import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANDS } from "./bands";
import { boundsInMgDl, customRangeSet, RANGE_SETS, type RangeSet } from "./range-sets";
import { bandIndex, classify } from "./ranges";
import { mmolLToMgDl } from "./units";

/** 1.1 to 33.3 mmol/L in hundredths, which holds every value with one decimal too. */
const MMOL_L = Array.from({ length: 3_330 - 110 + 1 }, (_, i) => (110 + i) / 100);
const SETS = Object.values(RANGE_SETS);

function accepted(...input: Parameters<typeof customRangeSet>): RangeSet {
  const result = customRangeSet(...input);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe("a reading that a source sent in mmol/L", () => {
  it("falls after conversion into the band that it was in", () => {
    const bounds = boundsInMgDl("mmol/L");
    const moved = MMOL_L.filter(
      (value) => BANDS[bandIndex(mmolLToMgDl(value), bounds)] !== classify(value, "mmol/L"),
    );
    expect(moved).toEqual([]);
  });

  it.each(SETS)("does so in every set: $id", (set) => {
    const bounds = boundsInMgDl("mmol/L", set);
    const moved = MMOL_L.filter(
      (value) => bandIndex(mmolLToMgDl(value), bounds) !== bandIndex(value, set.bounds["mmol/L"]),
    );
    expect(moved).toEqual([]);
  });

  it("would not, were it compared with the bounds in mg/dL", () => {
    // 3.89 · 18.01559 = 70.08, 10 · 18.01559 = 180.16, 13.88 to 13.9 are 250.06 to 250.42: each is one band up there.
    const bounds = boundsInMgDl("mg/dL");
    const moved = MMOL_L.filter(
      (value) => BANDS[bandIndex(mmolLToMgDl(value), bounds)] !== classify(value, "mmol/L"),
    );
    expect(moved).toEqual([3.89, 10, 13.88, 13.89, 13.9]);
  });
});

describe("the sets of the consensus", () => {
  it("have the bounds of readings in mg/dL as they are printed", () => {
    expect(boundsInMgDl("mg/dL")).toEqual({ low2: 54, low1: 70, high1: 180, high2: 250 });
    expect(boundsInMgDl("mg/dL", RANGE_SETS.older)).toEqual(boundsInMgDl("mg/dL"));
    expect(boundsInMgDl("mg/dL", RANGE_SETS.pregnancy)).toMatchObject({ low2: 54, low1: 63, high1: 140 });
    expect(RANGE_SETS.pregnancy.bounds["mmol/L"]).toMatchObject({ low2: 3, low1: 3.5, high1: 7.8 });
  });

  it("in pregnancy have no reading so high that it is in a band of its own", () => {
    expect(bandIndex(600, boundsInMgDl("mg/dL", RANGE_SETS.pregnancy))).toBe(3);
    expect(bandIndex(mmolLToMgDl(33.3), boundsInMgDl("mmol/L", RANGE_SETS["pregnancy-type-2"]))).toBe(3);
  });

  it("name the bands that they have", () => {
    expect(SETS.map(({ id, goals }) => [id, ...Object.keys(goals)])).toEqual([
      ["standard", ...BANDS],
      ["older", ...BANDS],
      ["pregnancy", ...BANDS.slice(0, 4)],
      ["pregnancy-type-2", ...BANDS.slice(0, 4)],
    ]);
  });
});

describe("custom ranges", () => {
  it("keep the bounds they are given and have no goals", () => {
    const set = accepted({ low2: 60, low1: 80, high1: 160, high2: 240 });
    expect(boundsInMgDl("mg/dL", set)).toEqual({ low2: 60, low1: 80, high1: 160, high2: 240 });
    expect(set.goals).toEqual({ veryLow: null, low: null, target: null, high: null, veryHigh: null });
    expect(set.citation).toBeNull();
  });

  it("have three bands where only the target is given", () => {
    const set = accepted({ low1: 80, high1: 160, high2: undefined });
    expect(Object.keys(set.goals)).toEqual(["low", "target", "high"]);
    const bounds = boundsInMgDl("mg/dL", set);
    expect([20, 79, 80, 160, 161, 600].map((value) => bandIndex(value, bounds))).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it("include their edges in the unit they were given in", () => {
    const set = accepted({ low1: 4, high1: 9 }, "mmol/L");
    const bounds = boundsInMgDl("mmol/L", set);
    expect([3.99, 4, 9, 9.01].map((value) => bandIndex(mmolLToMgDl(value), bounds))).toEqual([1, 2, 2, 3]);
  });

  it("given in mg/dL are compared as such with readings that were sent in mmol/L", () => {
    const wholes = fc.uniqueArray(fc.integer({ min: 20, max: 600 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(wholes, fc.constantFrom(...MMOL_L), (pair, value) => {
        const [low1 = 0, high1 = 0] = pair.toSorted((a, b) => a - b);
        const mgDl = mmolLToMgDl(value);
        const band = mgDl < low1 ? 1 : mgDl <= high1 ? 2 : 3;
        expect(bandIndex(mgDl, boundsInMgDl("mmol/L", accepted({ low1, high1 })))).toBe(band);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it.each([
    { low1: 180, high1: 70 },
    { low1: 100, high1: 100 },
    { low2: 80, low1: 70, high1: 180 },
    { low1: 70, high1: 180, high2: 180 },
  ])("that do not rise are refused: %o", (bounds) => {
    expect(customRangeSet(bounds)).toEqual({
      ok: false,
      error: "Choose bounds that rise from the lowest to the highest.",
    });
  });

  it.each([
    { low1: 19.9, high1: 180 },
    { low1: 70, high1: 600.1 },
    { low1: Number.NaN, high1: 180 },
    { low2: Number.NEGATIVE_INFINITY, low1: 70, high1: 180 },
  ])("beyond what a reading can be are refused: %o", (bounds) => {
    expect(customRangeSet(bounds)).toEqual({ ok: false, error: "Choose bounds from 20 to 600 mg/dL." });
  });

  it("are refused in the unit they were given in", () => {
    expect(customRangeSet({ low1: 3.9, high1: 180 }, "mmol/L")).toEqual({
      ok: false,
      error: "Choose bounds from 1.1 to 33.3 mmol/L.",
    });
    expect(customRangeSet({ low1: 1.1, high1: 33.3 }, "mmol/L").ok).toBe(true);
    expect(customRangeSet({ low1: 20, high1: 600 }).ok).toBe(true);
  });
});
