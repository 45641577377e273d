import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { sd } from "./sd";

const sdOf = (...values: number[]) => sd(distributionOf(Float64Array.from(values)));

it("SD is that of a sample: n − 1", () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: squares add up to 32, over 7.
  expect(sdOf(2, 4, 4, 4, 5, 5, 7, 9)).toBeCloseTo(Math.sqrt(32 / 7), 14);
  expect(sdOf(100, 102)).toBeCloseTo(Math.SQRT2, 14);
});

it("SD is 0 on a flat line and undefined below two readings", () => {
  expect(sdOf(120, 120, 120)).toBe(0);
  expect(sdOf(120)).toBeNull();
  expect(sdOf()).toBeNull();
});

it("SD keeps its digits when the spread is small beside the mean", () => {
  expect(sdOf(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16)).toBeCloseTo(Math.sqrt(30), 9);
});
