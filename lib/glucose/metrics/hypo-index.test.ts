import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { hypoIndex } from "./hypo-index";

const of = (...values: number[]) => distributionOf(Float64Array.from(values));

it("the hypoglycaemia index squares how far readings lie below 80, over 30 times all readings", () => {
  // (80 − 50)² + (80 − 70)² = 900 + 100; 80 and 200 add nothing: 1000 / (30 · 4).
  expect(hypoIndex(of(50, 70, 80, 200))).toBeCloseTo(1_000 / 120, 12);
});

it("the hypoglycaemia index is 0 where nothing is below 80, and nothing without readings", () => {
  expect(hypoIndex(of(80, 140))).toBe(0);
  expect(hypoIndex(of())).toBeNull();
});
