import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { closedOverMidnight, spreadLabels } from "./profile-rows";

const point = (minuteOfDay: number, p50: number | null): ProfilePoint => ({
  minuteOfDay,
  p5: p50,
  p25: p50,
  p50,
  p75: p50,
  p95: p50,
  readings: 12,
  days: 14,
});

test("the curve reaches both midnights with the value of the other side", () => {
  const rows = closedOverMidnight([point(30, 100), point(690, 120), point(1_410, 140)]);
  expect(rows.map(({ minuteOfDay, p50 }) => [minuteOfDay, p50])).toEqual([
    [-30, 140],
    [30, 100],
    [690, 120],
    [1_410, 140],
    [1_470, 100],
  ]);
});

test("an empty profile stays empty", () => expect(closedOverMidnight([])).toEqual([]));

test("percentile names never cover one another and keep their order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 5, maxLength: 5 }), (unsorted) => {
      const positions = unsorted.toSorted((a, b) => a - b);
      const spread = spreadLabels(positions, 14);
      for (let i = 1; i < spread.length; i += 1)
        expect((spread[i] ?? 0) - (spread[i - 1] ?? 0)).toBeGreaterThan(13.5);
    }),
    { seed: 4010, numRuns: 200 },
  );
});
