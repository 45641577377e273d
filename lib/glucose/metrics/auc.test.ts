import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aucHourly } from "./auc";

const NONE = Number.NaN;
const of = (...values: number[]) => aucHourly({ values: Float64Array.from(values) });

describe("the hourly area under the curve", () => {
  it("is made of trapezoids", () => {
    // (100 + 120) / 2 = 110 and (120 + 200) / 2 = 160.
    expect(of(100, 120, 200)).toBe(135);
  });

  it("counts neither area nor time across a gap", () => {
    expect(of(100, 120, NONE, 80, 80)).toBe(95);
  });

  it("of a flat line is its height, and unknown without two neighbours", () => {
    expect(of(120, 120, 120)).toBe(120);
    expect(of(120, NONE, 120)).toBeNull();
    expect(of()).toBeNull();
  });

  it("lies between the lowest and the highest value, and moves with them", () => {
    const values = fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: -30, max: 300 }), (trace, shift) => {
        const area = of(...trace) ?? NONE;
        expect(area).toBeGreaterThanOrEqual(Math.min(...trace));
        expect(area).toBeLessThanOrEqual(Math.max(...trace));
        expect(of(...trace.map((x) => x + shift))).toBeCloseTo(area + shift, 9);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
