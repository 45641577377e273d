import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sdRoc } from "./sd-roc";

const NONE = Number.NaN;
const of = (stepMinutes: number, values: readonly number[]) =>
  sdRoc({ values: Float64Array.from(values), stepMinutes });

describe("SD of the rate of change", () => {
  it("is that of differences over 15 min, per minute", () => {
    // Over three steps of 5 min: 15, 30, 0. Their SD is 15, in 15 min.
    expect(of(5, [100, 100, 100, 115, 130, 100])).toBeCloseTo(1, 12);
  });

  it("takes one step where a step is 15 min or longer, and divides by its own minutes", () => {
    // 20 and −20: SD is √800.
    expect(of(15, [100, 120, 100])).toBeCloseTo(Math.sqrt(800) / 15, 12);
    expect(of(20, [100, 120, 100])).toBeCloseTo(Math.sqrt(800) / 20, 12);
  });

  it("takes the nearest number of steps where none makes 15 min", () => {
    // Two steps of 8 min: 20 and −20 over 16 min.
    expect(of(8, [100, 120, 120, 100])).toBeCloseTo(Math.sqrt(800) / 16, 12);
  });

  it("is 0 on a steady line and unknown below two pairs", () => {
    expect(of(15, [100, 110, 120, 130])).toBe(0);
    expect(of(15, [100, 110])).toBeNull();
    expect(of(15, [100, 110, NONE, 120])).toBeNull();
    expect(of(5, [])).toBeNull();
  });

  it("does not change when every value moves by the same", () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 400 }) }, fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: -30, max: 300 }), (values, shift) => {
        expect(
          of(
            5,
            values.map((x) => x + shift),
          ),
        ).toBe(of(5, values));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
