import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CongaHours, conga } from "./conga";

const NONE = Number.NaN;
const of = (stepMinutes: number, hours: CongaHours, values: readonly number[]) =>
  conga({ values: Float64Array.from(values), stepMinutes }, hours);

describe("CONGA", () => {
  it("is the SD of differences over an hour", () => {
    // Differences 10, 30, −10: mean 10, squares 0 + 400 + 400 over 2.
    expect(of(60, 1, [100, 110, 140, 130])).toBeCloseTo(20, 12);
  });

  it("looks back by as many slots as make its hours", () => {
    // Over two slots of 30 min: 40 and 20. Over two slots of an hour the same.
    expect(of(30, 1, [100, 110, 140, 130])).toBeCloseTo(Math.sqrt(200), 12);
    expect(of(60, 2, [100, 110, 140, 130])).toBeCloseTo(Math.sqrt(200), 12);
    // Over 24 slots of an hour: 10 and 30.
    const day = Array<number>(24).fill(100);
    expect(of(60, 24, [...day, 110, 130])).toBeCloseTo(Math.sqrt(200), 12);
  });

  it("leaves out a pair that a gap has cut", () => {
    // 20, then two pairs without a value, then 40.
    expect(of(60, 1, [100, 120, NONE, 160, 200])).toBeCloseTo(Math.sqrt(200), 12);
  });

  it("is 0 on a flat and on a steadily rising line", () => {
    expect(of(60, 1, [120, 120, 120, 120])).toBe(0);
    expect(of(60, 1, [100, 110, 120, 130])).toBe(0);
  });

  it("is unknown below two pairs, and where no whole number of slots makes an hour", () => {
    expect(of(60, 1, [])).toBeNull();
    expect(of(60, 1, [100, 120])).toBeNull();
    expect(of(60, 6, [100, 120, 130])).toBeNull();
    expect(of(144, 1, [100, 120, 140, 100])).toBeNull();
  });

  it("does not change when every value moves by the same, or is mirrored", () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 400 }) }, fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: -30, max: 300 }), (values, shift) => {
        const unchanged = of(20, 1, values);
        expect(
          of(
            20,
            1,
            values.map((x) => x + shift),
          ),
        ).toBe(unchanged);
        expect(
          of(
            20,
            1,
            values.map((x) => 440 - x),
          ) ?? -1,
        ).toBeCloseTo(unchanged ?? -1, 9);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
