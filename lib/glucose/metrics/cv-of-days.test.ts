import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cvOfDays } from "./cv-of-days";

const NONE = Number.NaN;
/** Days of two slots, on a clock that never changes unless told. */
const of = (values: readonly number[], wallSlots: readonly number[] | null = null) =>
  cvOfDays({
    values: Float64Array.from(values),
    wallSlots: wallSlots === null ? null : Int32Array.from(wallSlots),
    slotsPerDay: 2,
  });

describe("the CV of days", () => {
  it("has the mean and the SD of the daily CVs in percent", () => {
    // 90 and 110: SD 20/√2 over 100. 160 and 240: SD 80/√2 over 200. In percent 20/√2 and 40/√2.
    const { mean, sd } = of([90, 110, 160, 240]);
    expect(mean).toBeCloseTo(30 / Math.SQRT2, 12);
    expect(sd).toBeCloseTo(10, 12);
  });

  it("leaves out days with a single value or none", () => {
    const { mean, sd } = of([90, 110, NONE, 300, NONE, NONE, 160, 240]);
    expect(mean).toBeCloseTo(30 / Math.SQRT2, 12);
    expect(sd).toBeCloseTo(10, 12);
  });

  it("goes by the days of the wall clock", () => {
    // A long day holds 90, 110 and 100: SD 10 over 100.
    expect(of([90, 110, 100, 160, 240], [0, 1, 1, 2, 3]).mean).toBeCloseTo((10 + 40 / Math.SQRT2) / 2, 12);
  });

  it("has no SD below two days and no mean without one", () => {
    expect(of([90, 110])).toEqual({ mean: expect.closeTo(20 / Math.SQRT2, 12), sd: null });
    expect(of([120, NONE])).toEqual({ mean: null, sd: null });
    expect(of([])).toEqual({ mean: null, sd: null });
  });

  it("is 0 on flat days, and the same in any unit", () => {
    expect(of([120, 120, 150, 150])).toEqual({ mean: 0, sd: 0 });
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 400 }) }, fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const inMmol = of(values.map((x) => x / 18.01559));
        const inMgDl = of(values);
        expect(inMmol.mean ?? -1).toBeCloseTo(inMgDl.mean ?? -1, 9);
        expect(inMmol.sd ?? -1).toBeCloseTo(inMgDl.sd ?? -1, 9);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
