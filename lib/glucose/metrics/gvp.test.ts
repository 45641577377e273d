import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gvp } from "./gvp";

const NONE = Number.NaN;
const of = (stepMinutes: number, values: readonly number[]) =>
  gvp({ values: Float64Array.from(values), stepMinutes });

describe("GVP", () => {
  it("is the excess length of the trace in percent", () => {
    // 12 mg/dL in 5 min make a line of 13, then a level one of 5: 18 over 10.
    expect(of(5, [100, 112, 112])).toBeCloseTo(80, 12);
    // 8 mg/dL in 15 min make 17: 17 over 15.
    expect(of(15, [100, 92])).toBeCloseTo(100 * (17 / 15 - 1), 12);
  });

  it("counts neither length nor time across a gap", () => {
    expect(of(5, [100, 112, 112, NONE, 300])).toBeCloseTo(80, 12);
  });

  it("is 0 on a flat line and unknown without two neighbours", () => {
    expect(of(5, [120, 120, 120])).toBe(0);
    expect(of(5, [120, NONE, 120])).toBeNull();
    expect(of(5, [])).toBeNull();
  });

  it("is never below 0 and does not change when every value moves by the same", () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 400 }) }, fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: -30, max: 300 }), (values, shift) => {
        const unchanged = of(5, values);
        expect(unchanged ?? 0).toBeGreaterThanOrEqual(0);
        expect(
          of(
            5,
            values.map((x) => x + shift),
          ),
        ).toBe(unchanged);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
