import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { mValue } from "./m-value";

const of = (...values: number[]) => distributionOf(Float64Array.from(values));

it.each([90, 100, 120] as const)("the M-value at its reference of %d mg/dL is 0", (reference) => {
  expect(mValue(of(reference, reference), reference)).toBe(0);
});

it("the M-value weighs highs and lows by the cube of their tenfold logarithm", () => {
  // √10 times the reference: |10 · 0.5|³ = 125, and the same for the reference over √10; with one at it, 250 / 3.
  expect(mValue(of(100, 100 * Math.sqrt(10), 100 / Math.sqrt(10)), 100)).toBeCloseTo(250 / 3, 9);
});

it("the M-value has no term for the amplitude", () => {
  // Of readings at a tenth and ten times the reference each scores 10³, whatever lies between.
  expect(mValue(of(9, 900), 90)).toBeCloseTo(1_000, 9);
});

it("there is no M-value without readings", () => {
  expect(mValue(of(), 120)).toBeNull();
});
