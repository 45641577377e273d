import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  epochDay,
  localDateOf,
  localDateOfEpochDay,
  localEpochDay,
  midnight,
  minuteOfDay,
  parseLocalDate,
  weekday,
} from "./local-time";

const anyDate = fc
  .integer({ min: epochDay("1900-01-01"), max: epochDay("9999-12-31") })
  .map(localDateOfEpochDay);

describe("a local date", () => {
  it.each(["2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31", "2026-11-01"])("%s is one", (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    "2025-02-29",
    "1900-02-29",
    "2026-02-30",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "1899-12-31",
    "0000-01-01",
    "2026-1-1",
    "26-01-01",
    "2026/01/01",
    " 2026-01-01",
    "2026-01-01\n",
    "2026-01-01T00:00:00Z",
    "+02026-01-01",
    "٢٠٢٦-٠١-٠١",
    "today",
    "",
  ])("%j is none", (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });

  it("steps over month ends, leap days and centuries", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2024-02-29", 1)).toBe("2024-03-01");
    expect(addDays("1900-02-28", 1)).toBe("1900-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysBetween("2024-02-01", "2024-03-01")).toBe(29);
    expect(daysBetween("2026-01-02", "2026-01-01")).toBe(-1);
  });

  it("counts days whatever distance it stepped", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        fc.pre(Math.abs(daysBetween("2000-01-01", date)) < 30_000);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseLocalDate(date)).toBe(date);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("knows its ISO weekday, before 1970 too", () => {
    expect(weekday("2026-11-23")).toBe(1);
    expect(weekday("2026-11-22")).toBe(7);
    expect(weekday("1970-01-01")).toBe(4);
    expect(weekday("1969-12-28")).toBe(7);
    expect(weekday("1969-12-29")).toBe(1);
  });
});

describe("the wall clock at an instant", () => {
  const noon = Date.parse("2026-03-01T12:00:30Z");

  it.each([
    [0, "2026-03-01", 720],
    [-300, "2026-03-01", 420],
    [-720, "2026-03-01", 0],
    [-721, "2026-02-28", 1_439],
    [345, "2026-03-01", 1_065],
    [720, "2026-03-02", 0],
    [840, "2026-03-02", 120],
  ])("at offset %i is %s, minute %i", (offset, date, minute) => {
    expect(localDateOf(noon, offset)).toBe(date);
    expect(minuteOfDay(noon, offset)).toBe(minute);
  });

  it("is right before 1970", () => {
    const instant = Date.parse("1969-12-31T23:59:59Z");
    expect(localDateOf(instant, 0)).toBe("1969-12-31");
    expect(minuteOfDay(instant, 0)).toBe(1_439);
  });

  it("shows 00:00 of the date at its midnight and the date before a moment earlier", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -48, max: 56 }), (date, quarters) => {
        const offset = quarters * 15;
        const start = midnight(date, offset);
        expect(localEpochDay(start, offset)).toBe(epochDay(date));
        expect(minuteOfDay(start, offset)).toBe(0);
        expect(localEpochDay(start - 1, offset)).toBe(epochDay(date) - 1);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
