import * as fc from "fast-check";
import { expect, it } from "vitest";
import { highGlucoseRisk, lowGlucoseRisk } from "./blood-glucose-risk";

it("risk is about 100 at either end of the scale", () => {
  // f(20) = 1.509 · (2.995732^1.084 − 5.381) = −3.1629, f(600) = 1.509 · (6.396930^1.084 − 5.381) = 3.1615.
  expect(lowGlucoseRisk(20)).toBeCloseTo(100.0415, 4);
  expect(highGlucoseRisk(600)).toBeCloseTo(99.9481, 4);
});

it("risk is one-sided, and nearly none at 112.5 mg/dL", () => {
  expect(lowGlucoseRisk(112.5)).toBeLessThan(1e-6);
  expect(highGlucoseRisk(112.5)).toBe(0);
  expect(lowGlucoseRisk(180)).toBe(0);
  expect(highGlucoseRisk(70)).toBe(0);
});

it("risk at 70 and 180 mg/dL is nearly alike, as the scale was made for", () => {
  // f(70) = −0.880636, f(180) = 0.879165.
  expect(lowGlucoseRisk(70)).toBeCloseTo(7.7552, 4);
  expect(highGlucoseRisk(180)).toBeCloseTo(7.7293, 4);
});

it("low risk never rises and high risk never falls with glucose", () => {
  const readings = fc.double({ min: 20, max: 600, noNaN: true });
  fc.assert(
    fc.property(readings, readings, (a, b) => {
      const [lower, higher] = a < b ? [a, b] : [b, a];
      expect(lowGlucoseRisk(higher)).toBeLessThanOrEqual(lowGlucoseRisk(lower));
      expect(highGlucoseRisk(higher)).toBeGreaterThanOrEqual(highGlucoseRisk(lower));
    }),
    { seed: 11, numRuns: 200 },
  );
});
