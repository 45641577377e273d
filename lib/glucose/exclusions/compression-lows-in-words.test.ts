import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { peopleOf } from "../testing/people";
import { egv, freshAt } from "../testing/readings";
import { timelineOf } from "../timeline";
import { suspectedCompressionLows } from "./compression-lows";

/** The rule once more, word by word: every run of lows, every condition over plain lists. */
function byTheWords(readings: readonly Egv[]): { from: Instant; to: Instant }[] {
  const minutes = (a: Egv, b: Egv) => Math.round((b.systemTime - a.systemTime) / MINUTE_MS);
  const apart = (a: Egv, b: Egv) => (b.systemTime - a.systemTime) / MINUTE_MS;
  return readings.flatMap((first, i) => {
    const previous = readings[i - 1];
    const startsRun = previous === undefined || previous.value >= 70 || apart(previous, first) > 12.5;
    if (first.value >= 70 || !startsRun || new Date(first.systemTime).getUTCHours() >= 6) return [];
    const back = readings.slice(i).findIndex(({ value }) => value >= 70);
    const end = readings[i + back];
    if (back < 0 || end === undefined || minutes(first, end) > 60) return [];
    const lows = readings.slice(i, i + back);
    const last = lows.at(-1) ?? first;
    const earlier = readings.slice(0, i).filter((one) => minutes(one, first) <= 30);
    const oldest = readings.slice(0, i).findLast((one) => minutes(one, first) >= 30);
    if (oldest === undefined) return [];
    const seen = readings.filter(
      (one) => one.systemTime >= oldest.systemTime && one.systemTime <= end.systemTime,
    );
    if (seen.some((one, n) => n > 0 && apart(seen[n - 1] ?? one, one) > 12.5)) return [];
    const level = Math.max(...earlier.filter((one) => minutes(one, first) <= 10).map(({ value }) => value));
    const nearLevel = (value: number) => Math.abs(value - level) <= 0.2 * level;
    if (!earlier.every((one) => minutes(one, first) <= 10 || nearLevel(one.value))) return [];
    const later = readings.slice(i + back).filter((one) => minutes(last, one) <= 15);
    const fell = lows.some((low) =>
      readings.slice(0, i).some((one) => minutes(one, low) <= 10 && one.value - low.value >= 20),
    );
    const rose = lows.some((low) =>
      later.some((one) => minutes(low, one) <= 15 && one.value - low.value >= 20),
    );
    if (!fell || !rose || !nearLevel(Math.max(...later.map(({ value }) => value)))) return [];
    const bound = Math.max(70, 0.8 * level);
    const lastAtLevel = readings.slice(0, i).findLastIndex(({ value }) => value >= bound);
    const to = readings.slice(i + back).find(({ value }) => value >= bound);
    return [{ from: readings[lastAtLevel + 1]?.systemTime ?? 0, to: to?.systemTime ?? 0 }];
  });
}

describe("the rule in words and the rule as it runs", () => {
  it("find the same, whatever the readings", () => {
    const piece = fc.oneof(
      fc.record({ value: fc.integer({ min: 72, max: 130 }), times: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ value: fc.integer({ min: 39, max: 69 }), times: fc.integer({ min: 1, max: 13 }) }),
      fc.record({ value: fc.constant(110), times: fc.integer({ min: 5, max: 9 }) }),
      fc.record({ value: fc.constant(0), times: fc.integer({ min: 1, max: 2 }) }),
    );
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 0, max: 59 }),
        (pieces, at) => {
          const values = pieces.flatMap(({ value, times }) => Array.from({ length: times }, () => value));
          const start = Date.parse("2026-03-01T00:00:00Z") + at * MINUTE_MS;
          // A value of 0 stands for a reading that is missing.
          const readings = values
            .map((value, i) => egv(start + i * 5 * MINUTE_MS, value))
            .filter(({ value }) => value > 0);
          const spans = suspectedCompressionLows(buildSeries(readings)).map(({ from, to }) => ({ from, to }));
          expect(spans).toEqual(byTheWords(readings));
          found += spans.length;
        },
      ),
      { seed: 11, numRuns: 200 },
    );
    expect(found).toBeGreaterThan(20);
  });

  it.each(["iglu-example5", "hall2018-19", "hupa-ucm"])("find the same in the people of %s", (dataset) => {
    for (const egvs of peopleOf(dataset).values()) {
      const { readings } = timelineOf(buildSeries(egvs), freshAt("2100-01-01T00:00:00Z"));
      const plain = Array.from({ length: readings.length }, (_, i) =>
        egv(readings.systemTime[i] ?? 0, readings.value[i] ?? 0),
      );
      expect(suspectedCompressionLows(readings).map(({ from, to }) => ({ from, to }))).toEqual(
        byTheWords(plain),
      );
    }
  });
});
