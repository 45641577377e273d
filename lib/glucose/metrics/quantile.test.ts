import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { median, quantile } from "./quantile";

const of = (...values: number[]) => distributionOf(Float64Array.from(values));

describe("a quantile", () => {
  it("lies between order statistics at (n − 1)p", () => {
    const values = of(40, 10, 30, 20);
    expect(quantile(values, 0)).toBe(10);
    expect(quantile(values, 0.25)).toBe(17.5);
    expect(quantile(values, 0.5)).toBe(25);
    expect(quantile(values, 0.95)).toBeCloseTo(38.5, 12);
    expect(quantile(values, 1)).toBe(40);
  });

  it("of one value is that value, of none is nothing", () => {
    expect(quantile(of(7), 0.3)).toBe(7);
    expect(quantile(of(), 0.5)).toBeNull();
  });

  it("never leaves the values and never falls with p", () => {
    const values = fc.array(fc.integer({ min: 39, max: 401 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, (readings) => {
        const curve = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map(
          (p) => quantile(of(...readings), p) ?? Number.NaN,
        );
        expect(curve[0]).toBe(Math.min(...readings));
        expect(curve.at(-1)).toBe(Math.max(...readings));
        curve.slice(1).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(curve[i] ?? 0));
      }),
      { seed: 10, numRuns: 200 },
    );
  });
});

describe("the median", () => {
  it("is the middle of readings in any order", () => {
    expect(median(of(300, 40, 120))).toBe(120);
    expect(median(of(100, 120))).toBe(110);
    expect(median(of())).toBeNull();
  });

  it("counts equal readings as often as they came", () => {
    // 50, 50, 50, 90: (n − 1)p = 1.5, between two readings of 50.
    expect(median(of(50, 90, 50, 50))).toBe(50);
    // 50, 50, 90, 90: halfway between the second and the third.
    expect(median(of(90, 50, 90, 50))).toBe(70);
  });
});
