import * as fc from "fast-check";
import { expect, it } from "vitest";
import { adrr } from "./adrr";
import { highGlucoseRisk, lowGlucoseRisk } from "./blood-glucose-risk";

it("ADRR is the mean over dates of the largest low and the largest high risk", () => {
  // First date: rl(54) + rh(180) = 18.461365 + 7.729312. Second: rl(70) + rh(100) = 7.755206 + 0. Half of 33.945882.
  const days = { lowest: Float64Array.of(54, 70), highest: Float64Array.of(180, 100) };
  expect(adrr(days)).toBeCloseTo(16.972941, 6);
});

it("a date without readings is left out, not counted as 0", () => {
  const days = { lowest: Float64Array.of(54, Number.NaN), highest: Float64Array.of(180, Number.NaN) };
  // rl(54) + rh(180) over one date.
  expect(adrr(days)).toBeCloseTo(26.190676, 6);
});

it("there is no ADRR without dates or where no date has a reading", () => {
  expect(adrr({ lowest: new Float64Array(), highest: new Float64Array() })).toBeNull();
  expect(adrr({ lowest: Float64Array.of(Number.NaN), highest: Float64Array.of(Number.NaN) })).toBeNull();
});

it("the lowest and the highest reading of a date carry its largest risks", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 600 }), { minLength: 1, maxLength: 60 }), (readings) => {
      const days = {
        lowest: Float64Array.of(Math.min(...readings)),
        highest: Float64Array.of(Math.max(...readings)),
      };
      expect(adrr(days)).toBe(
        Math.max(...readings.map(lowGlucoseRisk)) + Math.max(...readings.map(highGlucoseRisk)),
      );
    }),
    { seed: 11, numRuns: 200 },
  );
});
