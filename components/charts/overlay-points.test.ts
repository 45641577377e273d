import { describe, expect, it } from "vitest";
import type { TraceRun } from "@/lib/glucose/day-traces";
import type { LocalDate } from "@/lib/glucose/local-time";
import { overlayStep } from "./overlay-keys";
import { packLine } from "./overlay-line";
import { extremesOf, nearestPoint, overlayPath, overlayPoints, pointNearMinute } from "./overlay-points";

const SCALES = { x: (minute: number) => minute / 10, y: (mgDl: number) => 400 - mgDl };

const line = (date: LocalDate, ...runs: TraceRun[]) => overlayPoints(packLine({ date, runs }), 5);
const monday = line(
  "2026-03-02",
  { fromMinute: 100, values: [100, null, 110] },
  { fromMinute: 200, values: [180] },
);
const tuesday = line("2026-03-03", { fromMinute: 95, values: [50, 60, 55] });
const days = [monday, tuesday];

describe("the readings of a day", () => {
  it("stand at their own minutes, holes left out", () => {
    expect(monday).toMatchObject({ minutes: [100, 110, 200], values: [100, 110, 180], starts: [0, 2] });
  });

  it("are one path that breaks between runs and dots a reading that stands alone", () => {
    expect(overlayPath(monday, SCALES)).toBe("M10 300L11 290M20 220h0.1");
  });

  it("are found by time of day, the earlier of two", () => {
    expect([pointNearMinute(monday, 105), pointNearMinute(monday, 190)]).toEqual([0, 2]);
    expect(pointNearMinute(line("2026-03-04"), 105)).toBeNull();
  });
});

describe("the line under the pointer", () => {
  it("is that of the nearest reading, by what is seen", () => {
    expect(nearestPoint(days, { x: 10, y: 319 }, { scales: SCALES, within: 40 })).toEqual({
      day: 0,
      point: 0,
    });
    expect(nearestPoint(days, { x: 10, y: 321 }, { scales: SCALES, within: 40 })).toEqual({
      day: 1,
      point: 1,
    });
  });

  it("is none far from all of them", () => {
    expect(nearestPoint(days, { x: 100, y: 300 }, { scales: SCALES, within: 40 })).toBeNull();
  });
});

it("the highest and the lowest reading know their day", () => {
  expect(extremesOf(days)).toEqual({ highest: { day: 0, point: 2 }, lowest: { day: 1, point: 0 } });
  expect(extremesOf([line("2026-03-04")])).toBeNull();
});

describe("the keyboard", () => {
  const step = (key: string, cursor: Parameters<typeof overlayStep>[1]) =>
    overlayStep(key, cursor, { days, start: 1, page: 12 });

  it("enters on the day that stands out", () => {
    expect(step("ArrowRight", null)).toEqual({ day: 1, point: 0 });
    expect(step("ArrowLeft", null)).toEqual({ day: 1, point: 2 });
    expect(step("ArrowUp", null)).toEqual({ day: 1, point: 2 });
  });

  it("moves through the readings of a day and stops at its ends", () => {
    expect(step("ArrowRight", { day: 0, point: 1 })).toEqual({ day: 0, point: 2 });
    expect(step("PageDown", { day: 0, point: 1 })).toEqual({ day: 0, point: 2 });
    expect(step("Home", { day: 0, point: 2 })).toEqual({ day: 0, point: 0 });
  });

  it("moves to the neighbouring day at the same time of day", () => {
    expect(step("ArrowDown", { day: 0, point: 0 })).toEqual({ day: 1, point: 1 });
    expect(step("ArrowUp", { day: 1, point: 1 })).toEqual({ day: 0, point: 0 });
    expect(step("ArrowUp", { day: 0, point: 0 })).toEqual({ day: 0, point: 0 });
  });

  it("leaves on Escape and leaves other keys alone", () => {
    expect(step("Escape", { day: 0, point: 0 })).toBeNull();
    expect(step("a", { day: 0, point: 0 })).toBeUndefined();
  });
});
