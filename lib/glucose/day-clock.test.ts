import { describe, expect, it } from "vitest";
import { dayChart } from "./day";
import { elapsedOf, minuteOfDayAt, offsetAt } from "./day-clock";
import { instantOfWallClock } from "./day-notes";
import { inOneOffset, offsetsWithin } from "./day-zone";
import type { LocalDate } from "./local-time";
import { buildSeries } from "./series";
import { longAfter, stream } from "./testing/readings";
import { ALWAYS, offsetSpans } from "./wall-clock";

// New York, autumn: at 06:00 UTC on 1 November the clock goes from 02:00 back to 01:00.
const autumn = buildSeries(
  stream("2026-10-31T00:00:00Z", "2026-11-03T00:00:00Z", 120, {
    offset: (at) => (at < Date.parse("2026-11-01T06:00:00Z") ? -240 : -300),
  }),
);
// Chicago to Paris in the afternoon of 11 March, seven hours ahead.
const journey = buildSeries(
  stream("2026-03-10T00:00:00Z", "2026-03-13T00:00:00Z", 120, {
    offset: (at) => (at < Date.parse("2026-03-11T18:00:00Z") ? -360 : 60),
  }),
);
const dayOn = (series: typeof autumn, date: LocalDate) => dayChart({ series, date, freshness: longAfter });

describe("a jump of the clock", () => {
  it("of an hour at night looks like summer time, one of seven hours cannot be told from a journey", () => {
    expect(dayOn(autumn, "2026-11-01").clockChanges.map(({ kind }) => kind)).toEqual(["clock"]);
    expect(dayOn(journey, "2026-03-11").clockChanges.map(({ kind }) => kind)).toEqual(["moved"]);
  });

  it("of an hour in the afternoon is no summer time either", () => {
    const flight = buildSeries(
      stream("2026-03-10T00:00:00Z", "2026-03-13T00:00:00Z", 120, {
        offset: (at) => (at < Date.parse("2026-03-11T15:00:00Z") ? 0 : 60),
      }),
    );
    expect(dayOn(flight, "2026-03-11").clockChanges.map(({ kind }) => kind)).toEqual(["moved"]);
  });
});

describe("reading times off a day of 25 hours", () => {
  const day = dayOn(autumn, "2026-11-01");

  it("finds the hour that came twice, first or last, and every other time once", () => {
    expect(elapsedOf(day, 90, "first")).toBe(90);
    expect(elapsedOf(day, 90, "last")).toBe(150);
    expect(elapsedOf(day, 180, "first")).toBe(240);
    expect(elapsedOf(day, 1_440, "last")).toBe(1_500);
    expect([offsetAt(day, 119), offsetAt(day, 120)]).toEqual([-240, -300]);
  });

  it("shows at every minute the clock of its side", () => {
    for (const elapsed of [0, 30, 119, 120, 300, 1_499]) {
      const which = elapsed < 120 ? "first" : "last";
      expect(elapsedOf(day, minuteOfDayAt(day, elapsed), which)).toBe(elapsed);
    }
  });

  it("knows that an hour was skipped in spring", () => {
    const spring = buildSeries(
      stream("2026-03-07T00:00:00Z", "2026-03-10T00:00:00Z", 120, {
        offset: (at) => (at < Date.parse("2026-03-08T07:00:00Z") ? -300 : -240),
      }),
    );
    const skipped = dayOn(spring, "2026-03-08");
    expect(elapsedOf(skipped, 150, "first")).toBeNull();
    expect(elapsedOf(skipped, 180, "first")).toBe(120);
  });
});

describe("a day on one clock", () => {
  it("is cut and drawn as if the person had stayed there", () => {
    const day = dayChart({
      series: inOneOffset(journey, -360),
      date: "2026-03-11",
      freshness: { ...longAfter, displayOffsetMinutes: -360 },
    });
    expect(day.start).toBe(Date.parse("2026-03-11T06:00:00Z"));
    expect([day.lengthMinutes, day.clockChanges, day.points.length]).toEqual([1_440, [], 288]);
    expect(dayOn(journey, "2026-03-11").lengthMinutes).toBe(1_440 - 420);
  });

  it("can be any of the clocks that were worn", () => {
    expect(offsetsWithin(journey, ALWAYS)).toEqual([-360, 60]);
    expect(
      offsetsWithin(journey, {
        from: Date.parse("2026-03-12T00:00:00Z"),
        to: Date.parse("2026-03-12T06:00:00Z"),
      }),
    ).toEqual([60]);
  });
});

describe("a note stands where the person's own clock showed its time", () => {
  const offsets = offsetSpans(autumn, 0);

  it("before and after a change, and at the first of two", () => {
    const at = (minuteOfDay: number) =>
      new Date(instantOfWallClock(offsets, { date: "2026-11-01", minuteOfDay })).toISOString();
    expect(at(60)).toBe("2026-11-01T05:00:00.000Z");
    expect(at(90)).toBe("2026-11-01T05:30:00.000Z");
    expect(at(180)).toBe("2026-11-01T08:00:00.000Z");
  });

  it("and where the time was skipped, by the clock before", () => {
    const flight = offsetSpans(journey, 0);
    // At 12:00 in Chicago it became 19:00: 15:00 never was.
    expect(instantOfWallClock(flight, { date: "2026-03-11", minuteOfDay: 900 })).toBe(
      Date.parse("2026-03-11T21:00:00Z"),
    );
  });
});
