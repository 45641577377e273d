import { describe, expect, it } from "vitest";
import {
  formatClock,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatHour,
  formatMinuteOfDay,
  formatMonth,
  formatOffset,
} from "./date";

const instant = Date.parse("2026-11-10T19:05:00Z");

describe("a local date", () => {
  it("is that date in every zone, also where this process runs", () => {
    expect(formatDate("2026-11-10")).toBe("Tue, Nov 10");
    expect(formatDate("2026-11-10", { style: "month-day" })).toBe("Nov 10");
    expect(formatDate("2026-11-10", { style: "full" })).toBe("Tuesday, November 10, 2026");
    expect(formatDate("2026-11-10", { locale: "en-GB", style: "full" })).toBe("Tuesday, 10 November 2026");
    expect(formatDate("2026-11-10", { locale: "de" })).toBe("Di., 10. Nov.");
  });

  it("makes a range with the year once", () => {
    expect(formatDateRange("2026-11-10", "2026-11-23")).toBe("Nov 10 – 23, 2026");
    expect(formatDateRange("2025-12-28", "2026-01-10")).toBe("Dec 28, 2025 – Jan 10, 2026");
    expect(formatDateRange("2026-11-10", "2026-11-10")).toBe("Nov 10, 2026");
  });
});

describe("the wall clock", () => {
  it("is the person's, by the offset of the reading", () => {
    expect(formatClock(instant, -300)).toBe("2:05 PM");
    expect(formatClock(instant, 345)).toBe("12:50 AM");
    expect(formatClock(instant, 345, { locale: "en-GB" })).toBe("00:50");
    expect(formatClock(instant, -300, { locale: "de" })).toBe("14:05");
  });

  it("takes its date with it over midnight", () => {
    expect(formatDateTime(instant, -300)).toBe("Tue, Nov 10, 2:05 PM");
    expect(formatDateTime(instant, 345)).toBe("Wed, Nov 11, 12:50 AM");
    expect(formatDateTime(instant, 345, { locale: "en-GB" })).toBe("Wed 11 Nov, 00:50");
  });

  it("knows its month", () => {
    const newYear = Date.parse("2027-01-01T02:00:00Z");
    expect(formatMonth(newYear, -300)).toBe("December 2026");
    expect(formatMonth(newYear, 345, { locale: "de" })).toBe("Januar 2027");
  });

  it("can be written from minutes after midnight", () => {
    expect(formatMinuteOfDay(845)).toBe("2:05 PM");
    expect(formatMinuteOfDay(5, { locale: "en-GB" })).toBe("00:05");
    expect(formatMinuteOfDay(1_440)).toBe("12:00 AM");
  });

  it("has short hours for an axis", () => {
    expect([0, 180, 720, 1_260, 1_440].map((minute) => formatHour(minute))).toEqual([
      "12 AM",
      "3 AM",
      "12 PM",
      "9 PM",
      "12 AM",
    ]);
    expect([0, 180, 1_260].map((minute) => formatHour(minute, { locale: "fr" }))).toEqual([
      "00:00",
      "03:00",
      "21:00",
    ]);
  });
});

describe("an offset", () => {
  it.each([
    [0, "UTC"],
    [345, "UTC+05:45"],
    [-210, "UTC−03:30"],
    [840, "UTC+14:00"],
  ])("of %i minutes is %s", (minutes, text) => {
    expect(formatOffset(minutes)).toBe(text);
  });
});
