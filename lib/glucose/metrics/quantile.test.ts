import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, quantile } from "./quantile";

describe("a quantile", () => {
  it("lies between order statistics at (n − 1)p", () => {
    const values = Float64Array.of(10, 20, 30, 40);
    expect(quantile(values, 0)).toBe(10);
    expect(quantile(values, 0.25)).toBe(17.5);
    expect(quantile(values, 0.5)).toBe(25);
    expect(quantile(values, 0.95)).toBeCloseTo(38.5, 12);
    expect(quantile(values, 1)).toBe(40);
  });

  it("of one value is that value, of none is nothing", () => {
    expect(quantile(Float64Array.of(7), 0.3)).toBe(7);
    expect(quantile(new Float64Array(), 0.5)).toBeNull();
  });

  it("never leaves the values and never falls with p", () => {
    const values = fc.array(fc.integer({ min: 39, max: 401 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, (readings) => {
        const sorted = Float64Array.from(readings).sort();
        const curve = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map((p) => quantile(sorted, p) ?? Number.NaN);
        expect(curve[0]).toBe(sorted[0]);
        expect(curve.at(-1)).toBe(sorted.at(-1));
        curve.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(curve[i] ?? 0));
      }),
      { seed: 10, numRuns: 200 },
    );
  });
});

describe("the median", () => {
  it("is the middle of values in any order, which stay in theirs", () => {
    const values = Float64Array.of(300, 40, 120);
    expect(median(values)).toBe(120);
    expect([...values]).toEqual([300, 40, 120]);
    expect(median(Float64Array.of(100, 120))).toBe(110);
    expect(median(new Float64Array())).toBeNull();
  });
});
