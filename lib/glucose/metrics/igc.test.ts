import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { igc } from "./igc";

it("IGC adds both indices", () => {
  // Hypo (80 − 50)² / (30 · 2) = 15, hyper 32^1.1 / (30 · 2) = 32 · √2 / 60.
  expect(igc(distributionOf(Float64Array.of(50, 172)))).toBeCloseTo(15 + (32 * Math.SQRT2) / 60, 12);
});

it("IGC is 0 from 80 to 140 and nothing without readings", () => {
  expect(igc(distributionOf(Float64Array.of(80, 110, 140)))).toBe(0);
  expect(igc(distributionOf(new Float64Array()))).toBeNull();
});
