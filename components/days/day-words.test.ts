import { describe, expect, it } from "vitest";
import type { DaySummary } from "@/lib/glucose/figures";
import { wordsFor } from "@/lib/i18n/words";
import { dayLabel, isThin, sharePercent, writeShare } from "./day-words";

const day: DaySummary = {
  date: "2026-11-20",
  count: 288,
  targetShare: 0.715,
  belowShare: 0.003,
  aboveShare: 0.282,
  mean: 150,
  activePercent: 100,
  lengthMinutes: 1_440,
};
const say = (more: Partial<DaySummary>, locale = "en-US") =>
  dayLabel({ ...day, ...more }, { lastDate: "2026-11-21", words: wordsFor(locale) });

describe("a day of the calendar in words", () => {
  it("names its shares and how long the sensor was worn", () => {
    expect(say({})).toBe(
      "Friday, November 20, 2026: 72 % in range, < 1 % below, 28 % above, sensor active 100 % of the day",
    );
    expect(say({ activePercent: 69.9 }, "es-ES")).toMatch(/sensor activo 69 % del día$/);
  });

  it("tells a day without readings from one that may still have some", () => {
    const nothing = { count: 0, targetShare: null, belowShare: null, aboveShare: null };
    expect(say(nothing)).toBe("Friday, November 20, 2026: no readings");
    expect(say({ ...nothing, date: "2026-11-21" })).toBe("Saturday, November 21, 2026: no readings so far");
  });

  it("says of the newest day that there is more to come", () => {
    expect(say({ date: "2026-11-21" })).toMatch(/, so far$/);
  });
});

it("a share is written whole, never 0 where something is there", () => {
  expect([0, 0.004, 0.995, null].map(writeShare)).toEqual(["0 %", "< 1 %", "100 %", "—"]);
  expect(sharePercent(0.695)).toEqual({ percent: 70, underOne: false });
});

it("a day is thin below 70 % of its readings, not without any", () => {
  expect(isThin({ ...day, activePercent: 69.9 })).toBe(true);
  expect(isThin({ ...day, activePercent: 70 })).toBe(false);
  expect(isThin({ ...day, activePercent: 0, count: 0 })).toBe(false);
});
