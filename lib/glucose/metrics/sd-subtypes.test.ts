import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SdSubtypes, sdSubtypes } from "./sd-subtypes";

const NONE = Number.NaN;
const ROOT = Math.SQRT2;

/** Days of two slots, on a clock that never changes unless told. */
const ofHalfDays = (values: readonly number[], wallSlots: readonly number[] | null = null) =>
  sdSubtypes({
    values: Float64Array.from(values),
    wallSlots: wallSlots === null ? null : Int32Array.from(wallSlots),
    slotsPerDay: 2,
    stepMinutes: 720,
  });

const wshOf = (stepMinutes: number, ...values: number[]) =>
  sdSubtypes({
    values: Float64Array.from(values),
    wallSlots: null,
    slotsPerDay: 1_440 / stepMinutes,
    stepMinutes,
  }).wsh;

const close = (value: number) => expect.closeTo(value, 11);

describe("the SD subtypes", () => {
  it("take days and times of day apart", () => {
    // Days 100, 120 and 140, 200; their means 110 and 170. Times of day 100, 140 and 120, 200; their means 120 and 160.
    // Off the daily means: −10, −30 and 10, 30. The SD of two values is their distance over √2.
    expect(ofHalfDays([100, 120, 140, 200])).toEqual({
      w: close((20 + 60) / 2 / ROOT),
      hhmm: close(40 / ROOT),
      wsh: null,
      dm: close(60 / ROOT),
      b: close((40 + 80) / 2 / ROOT),
      bdm: close(20 / ROOT),
    });
  });

  it("leave out days and times of day with a single value, but count it in their means", () => {
    // Day two has no SD, but its mean of 150 counts between days: 110, 150. The second time of day has one value only.
    expect(ofHalfDays([100, 120, 150, NONE])).toEqual({
      w: close(20 / ROOT),
      hhmm: close(5 / ROOT),
      wsh: null,
      dm: close(40 / ROOT),
      b: close(50 / ROOT),
      bdm: close(10 / ROOT),
    });
  });

  it("count both slots where a long day has a time of day twice", () => {
    // Day one holds 100, 120, 140 (SD 20, mean 120), day two 150 and 170. Times of day: 100, 150 and 120, 140, 170.
    const { w, dm, b, hhmm } = ofHalfDays([100, 120, 140, 150, 170], [0, 1, 1, 2, 3]);
    expect(w).toBeCloseTo((20 + 20 / ROOT) / 2, 11);
    expect(dm).toBeCloseTo(40 / ROOT, 11);
    // 120, 140, 170: mean 430/3, squares (70² + 10² + 80²) / 9 over 2.
    expect(b).toBeCloseTo((50 / ROOT + Math.sqrt(11_400 / 18)) / 2, 11);
    expect(hhmm).toBeCloseTo((430 / 3 - 125) / ROOT, 11);
  });

  it("know the day before the first, where a clock was put back behind midnight", () => {
    // Slots −2, −1 are a day of their own: 100, 120 and 140, 200 as above.
    const { w, dm } = ofHalfDays([140, 100, 120, 200], [0, -2, -1, 1]);
    expect(w).toBeCloseTo(40 / ROOT, 11);
    expect(dm).toBeCloseTo(60 / ROOT, 11);
  });

  it("are unknown without values", () => {
    const nothing = { w: null, hhmm: null, wsh: null, dm: null, b: null, bdm: null };
    expect(ofHalfDays([])).toEqual(nothing);
    expect(ofHalfDays([NONE, 120])).toEqual(nothing);
  });
});

describe("the SD within an hour", () => {
  it("is the mean over all windows of an hour, also across midnight", () => {
    // Windows of two slots of 30 min: 10, 30, 20 apart.
    expect(wshOf(30, 100, 110, 140, 120)).toBeCloseTo(20 / ROOT, 11);
    const acrossMidnight = [...Array<number>(47).fill(NONE), 100, 140];
    expect(wshOf(30, ...acrossMidnight)).toBeCloseTo(40 / ROOT, 11);
  });

  it("takes what a window has, from two values on", () => {
    // Windows of three: (100, 110), (110, 150), (150 alone), (150, 170), (150, 170 beyond the end).
    expect(wshOf(20, 100, 110, NONE, 150, 170)).toBeCloseTo((10 + 40 + 20 + 20) / 4 / ROOT, 11);
    // Windows beyond a hole: (110 alone) and (150 alone) count for nothing.
    expect(wshOf(30, 100, 110, NONE, 150, 170)).toBeCloseTo(15 / ROOT, 11);
  });

  it("reaches into the empty slots after the last reading", () => {
    // 100, 120, 140 have an SD of 20; then 120, 140 alone.
    expect(wshOf(20, 100, 120, 140)).toBeCloseTo((20 + 20 / ROOT) / 2, 11);
  });

  it("does not exist at steps of an hour or more", () => {
    expect(wshOf(60, 100, 120, 140)).toBeNull();
    expect(wshOf(45, 100, 120, 140)).toBeNull();
  });

  it("keeps its digits when the spread is small beside the height", () => {
    expect(wshOf(20, 1e9 + 4, 1e9 + 7, 1e9 + 10, NONE)).toBeCloseTo((3 + 3 / ROOT) / 2, 11);
  });
});

describe("all SD subtypes", () => {
  const of = (values: readonly number[]): SdSubtypes =>
    sdSubtypes({ values: Float64Array.from(values), wallSlots: null, slotsPerDay: 96, stepMinutes: 15 });

  it("are 0 on a flat line", () => {
    expect(of(Array<number>(200).fill(120))).toEqual({ w: 0, hhmm: 0, wsh: 0, dm: 0, b: 0, bdm: 0 });
  });

  it("do not change when every value moves by the same", () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 400 }) }, fc.constant(NONE));
    const trace = fc.array(value, { minLength: 90, maxLength: 250 });
    fc.assert(
      fc.property(trace, fc.integer({ min: -30, max: 300 }), (values, shift) => {
        const expected = Object.entries(of(values)).map(([name, sd]) => [
          name,
          sd === null ? null : close(sd),
        ]);
        expect(of(values.map((x) => x + shift))).toEqual(Object.fromEntries(expected));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
