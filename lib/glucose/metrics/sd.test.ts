import { expect, it } from "vitest";
import { sd } from "./sd";

it("SD is that of a sample: n − 1", () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: squares add up to 32, over 7.
  expect(sd(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toBeCloseTo(Math.sqrt(32 / 7), 14);
  expect(sd(Float64Array.of(100, 102))).toBeCloseTo(Math.SQRT2, 14);
});

it("SD is 0 on a flat line and undefined below two readings", () => {
  expect(sd(Float64Array.of(120, 120, 120))).toBe(0);
  expect(sd(Float64Array.of(120))).toBeNull();
  expect(sd(new Float64Array())).toBeNull();
});

it("SD keeps its digits when the spread is small beside the mean", () => {
  expect(sd(Float64Array.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16))).toBeCloseTo(Math.sqrt(30), 9);
});
