import * as fc from "fast-check";
import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { iqr } from "./iqr";

const iqrOf = (values: readonly number[]) => iqr(distributionOf(Float64Array.from(values)));

it("IQR spans the middle half, between interpolated quartiles", () => {
  // 10, 20, 30, 40: (n − 1)p is 0.75 and 2.25, the quartiles 17.5 and 32.5.
  expect(iqrOf([30, 10, 40, 20])).toBe(15);
});

it("IQR is 0 on a flat line and for one reading, and nothing without readings", () => {
  expect(iqrOf([120, 120, 120])).toBe(0);
  expect(iqrOf([120])).toBe(0);
  expect(iqrOf([])).toBeNull();
});

it("IQR is never negative and does not change when every reading moves alike", () => {
  const readings = fc.array(fc.integer({ min: 39, max: 401 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(readings, fc.integer({ min: 1, max: 199 }), (values, shift) => {
      expect(iqrOf(values)).toBeGreaterThanOrEqual(0);
      expect(iqrOf(values.map((value) => value + shift))).toBe(iqrOf(values));
    }),
    { seed: 11, numRuns: 200 },
  );
});
