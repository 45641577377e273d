import * as fc from "fast-check";
import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { mad } from "./mad";

const madOf = (values: readonly number[]) => mad(distributionOf(Float64Array.from(values)));

it("MAD is 1.4826 times the median distance from the median", () => {
  // Median 120; distances 20, 10, 0, 30, 180 in order 0, 10, 20, 30, 180: the middle is 20.
  expect(madOf([100, 110, 120, 150, 300])).toBeCloseTo(29.652, 12);
  // Median (100 + 110) / 2 = 105; distances 25, 5, 5, 45: halfway between 5 and 25 is 15.
  expect(madOf([80, 100, 110, 150])).toBeCloseTo(22.239, 12);
});

it("MAD counts equal readings as often as they came", () => {
  // Median 100; distances 0, 0, 0, 20, 50: the middle is 0.
  expect(madOf([100, 120, 100, 150, 100])).toBe(0);
  // Median 100; distances 0, 0, 20, 20, 50, 50: both middle ones are 20.
  expect(madOf([50, 80, 100, 100, 120, 150])).toBeCloseTo(29.652, 12);
});

it("MAD is 0 for one reading and nothing without readings", () => {
  expect(madOf([120])).toBe(0);
  expect(madOf([])).toBeNull();
});

it("MAD is what sorting all distances gives", () => {
  const readings = fc.array(fc.integer({ min: 39, max: 401 }), { minLength: 1, maxLength: 60 });
  const middle = (values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const half = (sorted.length - 1) / 2;
    return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2;
  };
  fc.assert(
    fc.property(readings, (values) => {
      const centre = middle(values);
      expect(madOf(values)).toBe(1.4826 * middle(values.map((value) => Math.abs(value - centre))));
    }),
    { seed: 11, numRuns: 200 },
  );
});

it("MAD is never negative and does not change when every reading moves alike", () => {
  const readings = fc.array(fc.integer({ min: 39, max: 401 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(readings, fc.integer({ min: 1, max: 199 }), (values, shift) => {
      expect(madOf(values)).toBeGreaterThanOrEqual(0);
      expect(madOf(values.map((value) => value + shift))).toBe(madOf(values));
    }),
    { seed: 11, numRuns: 200 },
  );
});
