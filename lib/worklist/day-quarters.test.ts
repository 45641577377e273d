import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { coverPeriod } from "@/lib/glucose/coverage";
import { midnight } from "@/lib/glucose/local-time";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, egv, longAfter, stream } from "@/lib/glucose/testing/readings";
import { timelineOf } from "@/lib/glucose/timeline";
import { dayQuarters } from "./day-quarters";

const DATE = "2026-03-20";
const START = midnight(DATE, 0);
const RANGE = { low1: 70, high1: 180 };

function quartersOf(readings: readonly Egv[], days = 1, from: typeof DATE | "2026-03-05" = DATE) {
  return dayQuarters(coverPeriod(timelineOf(buildSeries(readings), longAfter), datesFrom(from, days)), RANGE);
}

/** Three readings in the first quarter of the date. */
const quarter = (...values: [number, number, number]) =>
  quartersOf(values.map((value, i) => egv(START + i * 5 * MINUTE_MS, value)))[0]?.values[0];

describe("a date in quarters of hours", () => {
  it("shows the mean within the range, and what lies out of it as it was", () => {
    expect(quarter(100, 110, 121)).toBe(110);
    expect(quarter(100, 69, 170)).toBe(69);
    expect(quarter(100, 181, 170)).toBe(181);
    // Both ways: the low is what must not be missed.
    expect(quarter(60, 250, 100)).toBe(60);
    expect(quarter(70, 180, 110)).toBe(120);
  });

  it("has 96 of them, and nothing where there is no reading", () => {
    const [day] = quartersOf(stream(START + 6 * 60 * MINUTE_MS, START + 7 * 60 * MINUTE_MS, 120));
    expect(day?.values).toHaveLength(96);
    expect(day?.values.map((value, i) => (value === null ? -1 : i)).filter((i) => i >= 0)).toEqual([
      24, 25, 26, 27,
    ]);
    expect(day?.values.every((value) => value === null || value === 120)).toBe(true);
  });

  it("is by the clock on the wall, also where an hour comes twice", () => {
    const before = stream(START, START + 3 * 60 * MINUTE_MS, 100);
    const after = stream(START + 3 * 60 * MINUTE_MS, START + 25 * 60 * MINUTE_MS, 150, { offset: -60 });
    const [day] = quartersOf([...before, ...after]);
    expect(day?.values).toHaveLength(96);
    // From two to three o'clock both are there.
    expect(day?.values.slice(7, 13)).toEqual([100, 125, 125, 125, 125, 150]);
  });

  it("is one of the newest fourteen, ascending", () => {
    const days = quartersOf(
      stream(midnight("2026-03-05", 0), START + 24 * 60 * MINUTE_MS, 100),
      16,
      "2026-03-05",
    );
    expect(days).toHaveLength(14);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(["2026-03-07", DATE]);
    expect(days.every(({ values }) => values.every((value) => value === 100))).toBe(true);
  });
});
