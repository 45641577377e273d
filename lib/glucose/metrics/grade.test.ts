import * as fc from "fast-check";
import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { grade } from "./grade";

const gradeOf = (...values: number[]) => grade(distributionOf(Float64Array.from(values)));

it("GRADE of 10 mmol/L is 425 · 0.16²", () => {
  // 180 / 18 = 10, log₁₀ 10 = 1, log₁₀ 1 = 0.
  expect(gradeOf(180)?.value).toBeCloseTo(10.88, 12);
});

it("a reading scores 50 at most", () => {
  // 20 / 18: log₁₀ 1.1111 = 0.045757, log₁₀ of it −1.339538, 425 · 1.179538² = 591.3.
  expect(gradeOf(20)?.value).toBe(50);
});

it("shares are of the sum of scores, not of readings", () => {
  // 50 below 70, twice 10.88 above 140: 71.76 in all, over three readings.
  const result = gradeOf(20, 180, 180);
  expect(result?.value).toBeCloseTo(23.92, 12);
  expect(result?.hypo).toBeCloseTo((100 * 50) / 71.76, 12);
  expect(result?.eu).toBe(0);
  expect(result?.hyper).toBeCloseTo((100 * 21.76) / 71.76, 12);
});

it("70 and 140 belong to the middle", () => {
  expect(gradeOf(70, 140)).toMatchObject({ hypo: 0, eu: 100, hyper: 0 });
  expect(gradeOf(69.9)).toMatchObject({ hypo: 100, eu: 0, hyper: 0 });
  expect(gradeOf(140.1)).toMatchObject({ hypo: 0, eu: 0, hyper: 100 });
});

it("the shares of any readings total 100", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 600 }), { minLength: 1 }), (values) => {
      const result = gradeOf(...values);
      expect((result?.hypo ?? 0) + (result?.eu ?? 0) + (result?.hyper ?? 0)).toBeCloseTo(100, 9);
    }),
    { seed: 11, numRuns: 200 },
  );
});

it("there is no GRADE without readings", () => {
  expect(gradeOf()).toBeNull();
});
