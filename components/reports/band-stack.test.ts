import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BANDS, type BandShare } from "@/lib/glucose/bands";
import { timesInRanges } from "@/lib/glucose/metrics/times-in-ranges";
import { stackSegments } from "./band-stack";

const HEIGHT = 1_000;
const bandsOf = (counts: readonly [number, number, number, number, number]): readonly BandShare[] =>
  timesInRanges([...counts], "none");
const count = fc.integer({ min: 0, max: 4_000 });
const fiveCounts = fc.tuple(count, count, count, count, count).filter((counts) => counts.some((n) => n > 0));

describe("the upright bar", () => {
  test("always fills its height exactly, bands with readings and no others", () => {
    fc.assert(
      fc.property(fiveCounts, (counts) => {
        const segments = stackSegments(bandsOf(counts));
        expect(segments.map(({ band }) => band).toSorted()).toEqual(
          BANDS.filter((_, i) => (counts[i] ?? 0) > 0).toSorted(),
        );
        const last = segments.at(-1);
        expect((last?.y ?? 0) + (last?.height ?? 0)).toBeCloseTo(HEIGHT, 6);
        for (const { height } of segments) expect(height).toBeGreaterThan(0);
      }),
      { seed: 4010, numRuns: 300 },
    );
  });

  test("one reading in two thousand stays visible", () => {
    const [, tiny] = stackSegments(bandsOf([1, 0, 2_000, 0, 0]));
    expect(tiny?.band).toBe("veryLow");
    expect(tiny?.height).toBeGreaterThanOrEqual(15);
  });
});
