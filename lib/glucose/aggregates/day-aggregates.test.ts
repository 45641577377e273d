import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../local-time";
import type { DayAggregate } from "./day-aggregate";
import { BYTES_PER_DAY, DayAggregates } from "./day-aggregates";

const FIRST = "2026-02-27";
const count = fc.integer({ min: 0, max: 4_095 });
const episodes = fc.integer({ min: 0, max: 255 });
const anyDay = fc.record({
  counts: fc.tuple(count, count, count, count, count, count, count),
  sum: fc.integer({ min: 1, max: 4_000_000 }),
  sumOfSquares: fc.integer({ min: 1, max: 4_000_000_000 }),
  isWorn: fc.boolean(),
  observed: count,
  observedInFigures: count,
  expectedSeconds: fc.integer({ min: 0, max: 48 * 3_600 }),
  episodes: fc.record({ low: episodes, veryLow: episodes, high: episodes, veryHigh: episodes }),
});
const anyDays = fc
  .array(anyDay, { maxLength: 12 })
  .map((days) => days.map((day, i): DayAggregate => ({ date: addDays(FIRST, i), ...day })));

const day: DayAggregate = {
  date: FIRST,
  counts: [1, 2, 3, 4, 5, 6, 7],
  sum: 4_000,
  sumOfSquares: 600_000,
  isWorn: true,
  observed: 30,
  observedInFigures: 28,
  expectedSeconds: 86_400,
  episodes: { low: 1, veryLow: 2, high: 3, veryHigh: 4 },
};

describe("dates in a row", () => {
  it("are packed without losing anything, and add up to what they were", () => {
    fc.assert(
      fc.property(anyDays, fc.nat(12), fc.nat(12), (days, a, b) => {
        const packed = DayAggregates.of(days, 5);
        expect(packed.bytes).toHaveLength(days.length * BYTES_PER_DAY);
        // Opened somewhere in a larger buffer, as a sealed row is.
        const bytes = Buffer.concat([Buffer.from("abc"), packed.bytes]).subarray(3);
        const opened = new DayAggregates(packed.firstDay, 5, bytes);
        expect(opened).toMatchObject({ length: days.length, cadenceMinutes: 5 });
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const part = days.slice(from, to + 1);
        const total = (of: (one: DayAggregate) => number) => part.reduce((sum, one) => sum + of(one), 0);
        expect(opened.totals(from, to)).toEqual({
          counts: day.counts.map((_, i) => total(({ counts }) => counts[i] ?? 0)),
          readings: total(({ counts }) => counts.reduce((sum, one) => sum + one, 0)),
          sum: total(({ sum }) => sum),
          sumOfSquares: total(({ sumOfSquares }) => sumOfSquares),
          daysWorn: total(({ isWorn }) => (isWorn ? 1 : 0)),
          daysInFigures: part.length,
          observed: total(({ observed }) => observed),
          observedInFigures: total(({ observedInFigures }) => observedInFigures),
          expectedSeconds: total(({ expectedSeconds }) => expectedSeconds),
          episodes: {
            low: total((one) => one.episodes.low),
            veryLow: total((one) => one.episodes.veryLow),
            high: total((one) => one.episodes.high),
            veryHigh: total((one) => one.episodes.veryHigh),
          },
        });
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it("never cut a number off: what does not fit is refused", () => {
    const refused: Partial<DayAggregate>[] = [
      { counts: [0, 0, 0, 4_096, 0, 0, 0] },
      { observed: 4_096 },
      { observedInFigures: -1 },
      { expectedSeconds: 0.5 },
      { expectedSeconds: 2 ** 19 },
      { sum: 2 ** 22 },
      { sumOfSquares: 2 ** 32 },
      { episodes: { ...day.episodes, veryHigh: 256 } },
      { episodes: { ...day.episodes, low: Number.NaN } },
    ];
    for (const change of refused)
      expect(() => DayAggregates.of([{ ...day, ...change }], 5)).toThrow(RangeError);
  });

  it("have no hole between them", () => {
    const later = { ...day, date: addDays(FIRST, 2) };
    expect(() => DayAggregates.of([day, later], 5)).toThrow("do not follow");
    expect(() => new DayAggregates(0, 5, new Uint8Array(BYTES_PER_DAY - 1))).toThrow(RangeError);
  });

  it("are nothing before the first and after the last", () => {
    const packed = DayAggregates.of([day], 5);
    expect(packed.totals(0, 0)).toMatchObject({
      readings: 28,
      observed: 30,
      observedInFigures: 28,
      daysWorn: 1,
    });
    expect(packed.totals(-3, 9)).toEqual(packed.totals(0, 0));
    expect(packed.totals(1, 9)).toMatchObject({ readings: 0, expectedSeconds: 0 });
  });
});
