import { describe, expect, it } from "vitest";
import { z } from "zod";
import { classify, meetsGoal } from "./ranges";
import { oracle } from "./testing/people";

describe("the band of a reading in mg/dL", () => {
  it.each([
    [39, "veryLow"],
    [53.999, "veryLow"],
    [54, "low"],
    [69.5, "low"],
    [69.999, "low"],
    [70, "target"],
    [180, "target"],
    [180.001, "high"],
    [180.4, "high"],
    [250, "high"],
    [250.2, "veryHigh"],
    [401, "veryHigh"],
  ] as const)("%d is %s", (value, band) => {
    expect(classify(value)).toBe(band);
  });
});

describe("the band of a reading in mmol/L", () => {
  it.each([
    [2.99, "veryLow"],
    [3, "low"],
    [3.89, "low"],
    [3.9, "target"],
    [10, "target"],
    [10.01, "high"],
    [13.9, "high"],
    [13.91, "veryHigh"],
  ] as const)("%d is %s", (value, band) => {
    expect(classify(value, "mmol/L")).toBe(band);
  });

  it("is decided in that unit: 13.9 mmol/L is high although 18 times it is above 250", () => {
    expect(classify(13.9, "mmol/L")).toBe("high");
    expect(classify(13.9 * 18)).toBe("veryHigh");
  });
});

// Tidepool viz rounds half to even before it compares, and so moves readings over a bound. We do not: the differences
// are exactly the values between a bound and the number that rounds to it.
describe("Tidepool's classification", () => {
  const Vectors = z.object({
    mgdl: z.array(z.tuple([z.number(), z.string()])),
    mmol: z.array(z.tuple([z.number(), z.string()])),
  });
  const vectors = Vectors.parse(oracle("tidepoolviz-classify-vectors"));

  it("differs in mg/dL only where rounding crosses a bound", () => {
    expect(differences(vectors.mgdl, "mg/dL")).toEqual([
      [53.5, "low", "veryLow"],
      [53.9, "low", "veryLow"],
      [69.5, "target", "low"],
      [69.51, "target", "low"],
      [69.9, "target", "low"],
      [180.4, "target", "high"],
      [180.5, "target", "high"],
      [250.2, "high", "veryHigh"],
      [250.4, "high", "veryHigh"],
      [250.5, "high", "veryHigh"],
    ]);
  });

  it("differs in mmol/L only where rounding crosses a bound", () => {
    expect(differences(vectors.mmol, "mmol/L")).toEqual([
      [2.95, "low", "veryLow"],
      [2.96, "low", "veryLow"],
      [3.86, "target", "low"],
      [3.89, "target", "low"],
      [10.04, "target", "high"],
      [10.05, "target", "high"],
      [13.94, "high", "veryHigh"],
    ]);
  });

  function differences(pairs: readonly (readonly [number, string])[], unit: "mg/dL" | "mmol/L") {
    return pairs
      .map(([value, theirs]) => [value, theirs, classify(value, unit)] as const)
      .filter(([, theirs, ours]) => theirs !== ours);
  }
});

describe("a goal", () => {
  it("counts its own bound only where it says so", () => {
    expect(meetsGoal(36, { comparison: "<=", bound: 36 })).toBe(true);
    expect(meetsGoal(36.0001, { comparison: "<=", bound: 36 })).toBe(false);
    expect(meetsGoal(70, { comparison: ">", bound: 70 })).toBe(false);
    expect(meetsGoal(70, { comparison: ">=", bound: 70 })).toBe(true);
    expect(meetsGoal(4, { comparison: "<", bound: 4 })).toBe(false);
    expect(meetsGoal(3.9999, { comparison: "<", bound: 4 })).toBe(true);
  });
});
