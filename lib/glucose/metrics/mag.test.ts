import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mag } from "./mag";

const NONE = Number.NaN;
const of = (stepMinutes: number, values: readonly number[]) =>
  mag({ values: Float64Array.from(values), stepMinutes });

describe("MAG", () => {
  it("is the absolute change over the hours", () => {
    // 5 + 10 + 15 over three steps of 20 min, that is one hour.
    expect(of(20, [100, 105, 95, 110])).toBe(30);
  });

  it("counts neither change nor time across a gap", () => {
    // 5 + 10 + 2 over three steps of 5 min: 17 / 0.25 h. The 50 over the gap are left out.
    expect(of(5, [100, 105, 95, NONE, 145, 147])).toBe(68);
  });

  it("is 0 on a flat line and unknown without two neighbours", () => {
    expect(of(5, [120, 120, 120])).toBe(0);
    expect(of(5, [120, NONE, 120])).toBeNull();
    expect(of(5, [])).toBeNull();
  });

  it("changes neither when every value moves by the same, nor when time runs backwards", () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 400 }) }, fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: -30, max: 300 }), (values, shift) => {
        expect(
          of(
            5,
            values.map((x) => x + shift),
          ),
        ).toBe(of(5, values));
        expect(of(5, values.toReversed())).toBe(of(5, values));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
