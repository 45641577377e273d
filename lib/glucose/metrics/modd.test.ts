import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { gridOf } from "../grid";
import { buildSeries } from "../series";
import { stream } from "../testing/readings";
import { modd } from "./modd";

const NONE = Number.NaN;
/** Days of four slots, on a clock that never changes unless told. */
const ofQuarters = (values: readonly number[], wallSlots: readonly number[] | null = null) =>
  modd({
    values: Float64Array.from(values),
    wallSlots: wallSlots === null ? null : Int32Array.from(wallSlots),
    slotsPerDay: 4,
  });

describe("MODD", () => {
  it("is the mean absolute difference to the same time one day before", () => {
    // |110 − 100|, nothing at the second slot, |100 − 120|, |150 − 130|: 50 / 3.
    expect(ofQuarters([100, 110, 120, 130, 110, NONE, 100, 150])).toBeCloseTo(50 / 3, 12);
  });

  it("compares each day with the one before it, not with the first", () => {
    // 10 and 10 from day to day, although the third day is 20 away from the first.
    expect(ofQuarters([100, NONE, NONE, NONE, 110, NONE, NONE, NONE, 120])).toBe(10);
  });

  it("never pairs over a day without readings", () => {
    expect(ofQuarters([100, 110, 120, 130, NONE, NONE, NONE, NONE, 200, 210, 220, 230])).toBeNull();
  });

  it("is unknown without a pair, and 0 where every day is like the one before", () => {
    expect(ofQuarters([])).toBeNull();
    expect(ofQuarters([100, 110, 120, 130])).toBeNull();
    expect(ofQuarters([100, 110, 120, 130, 100, 110, 120, 130])).toBe(0);
  });

  it("changes neither when every value moves by the same, nor when they are mirrored", () => {
    const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 40, max: 400 }) }, fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: -30, max: 300 }), (values, shift) => {
        expect(ofQuarters(values.map((x) => x + shift))).toBe(ofQuarters(values));
        expect(ofQuarters(values.map((x) => 440 - x))).toBe(ofQuarters(values));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe("where the wall clock changed, MODD", () => {
  // Somebody whose glucose depends on nothing but the time of day has none, whatever the clock does.
  const changes = [
    ["back to standard time", "2026-10-31T04:00:00Z", "2026-11-01T06:00:00Z", -240, -300],
    ["forward to summer time", "2026-03-07T05:00:00Z", "2026-03-08T07:00:00Z", -300, -240],
    ["by half an hour", "2026-04-03T13:00:00Z", "2026-04-04T15:00:00Z", 660, 630],
    ["on a flight westwards", "2026-01-09T23:00:00Z", "2026-01-11T20:00:00Z", 60, -480],
    ["on a flight eastwards", "2026-01-09T23:00:00Z", "2026-01-11T02:00:00Z", -480, 345],
    ["across the date line", "2026-01-09T11:00:00Z", "2026-01-11T02:00:00Z", 780, -600],
  ] as const;

  it.each(changes)("%s, compares the time of day", (_, from, change, before, after) => {
    const offset = (at: number) => (at < Date.parse(change) ? before : after);
    const byTimeOfDay = (at: number) => 100 + ((((at + offset(at) * MINUTE_MS) / DAY_MS) % 1) * 1_440) / 10;
    const readings = stream(from, Date.parse(from) + 5 * DAY_MS, byTimeOfDay, { offset });
    const grid = gridOf(buildSeries(readings));
    if (grid === null) throw new Error("There are readings, so there is a grid");
    expect(modd(grid)).toBeCloseTo(0, 9);
    // The slot 24 hours back is another time of day.
    expect(modd({ ...grid, wallSlots: null })).toBeGreaterThan(0.1);
  });

  it("takes the later of two slots at one time of day, else the one that has a value", () => {
    const walls = [0, 1, 1, 2, 3, 4, 5];
    expect(ofQuarters([NONE, 100, 140, NONE, NONE, NONE, 150], walls)).toBe(10);
    expect(ofQuarters([NONE, 100, NONE, NONE, NONE, NONE, 150], walls)).toBe(50);
  });

  it("compares both of two slots with the one of the day before", () => {
    // |110 − 100| and |130 − 100|.
    expect(ofQuarters([NONE, 100, NONE, NONE, NONE, 110, 130, NONE], [0, 1, 2, 3, 4, 5, 5, 6])).toBe(20);
  });

  it("has no pair for a time of day that the day before skipped", () => {
    expect(ofQuarters([100, 120, 130, NONE, 150, NONE], [0, 2, 3, 4, 5, 6])).toBeNull();
  });

  it("works for a clock that was put back behind the first midnight", () => {
    // Slot −2 lies a day before slot 2: |150 − 120|.
    expect(ofQuarters([NONE, 120, NONE, NONE, 150], [0, -2, -1, 1, 2])).toBe(30);
  });
});
