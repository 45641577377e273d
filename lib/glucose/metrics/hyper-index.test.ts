import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { hyperIndex } from "./hyper-index";

const of = (...values: number[]) => distributionOf(Float64Array.from(values));

it("the hyperglycaemia index raises how far readings lie above 140 to 1.1, over 30 times all readings", () => {
  // 172: 32^1.1 = 2^5.5 = 32 · √2. 141: 1. 140 and 60 add nothing: (32 · √2 + 1) / (30 · 4).
  expect(hyperIndex(of(172, 141, 140, 60))).toBeCloseTo((32 * Math.SQRT2 + 1) / 120, 12);
});

it("the hyperglycaemia index is 0 where nothing is above 140, and nothing without readings", () => {
  expect(hyperIndex(of(80, 140))).toBe(0);
  expect(hyperIndex(of())).toBeNull();
});
