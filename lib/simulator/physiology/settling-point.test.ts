import { expect, test } from "vitest";
import type { DayPlan } from "@/lib/simulator/physiology/day-plan";
import { type Physiology, TYPE_1 } from "@/lib/simulator/physiology/physiology";
import { awake, sensitivity, settlingPoint } from "@/lib/simulator/physiology/settling-point";

const still: Physiology = { ...TYPE_1, seed: 4, driftHours: 0, driftDays: 0, sensitivityDrift: 0 };
const day: DayPlan = {
  wakesMinute: 420,
  sleepsMinute: 1380,
  items: [],
  illness: 0,
  stress: 0,
  alcohol: 0,
  missedBasal: 0,
  cycleBegins: false,
};
const NOON = Date.UTC(2026, 3, 1, 12);
const at = (body: Physiology, localMinute: number, today = day, yesterday = day) =>
  settlingPoint(body)(NOON, { localMinute, today, yesterday });

test("dawn raises the morning and leaves the afternoon alone", () => {
  const body = { ...still, nightFall: 0, dawnRise: 100 };
  expect(at(body, 390)).toBeGreaterThan(body.settlesAt + 30);
  expect(at(body, 900)).toBe(body.settlesAt);
});

test("night lows come after midnight", () => {
  const body = { ...still, nightFall: 100, dawnRise: 0 };
  expect(at(body, 170)).toBeLessThan(body.settlesAt - 25);
  expect(at(body, 900)).toBe(body.settlesAt);
});

test("illness, stress and a missed dose raise; alcohol lowers the night that follows", () => {
  const noon = at(still, 830);
  expect(at(still, 830, { ...day, illness: 1 })).toBe(noon + 55);
  expect(at(still, 830, { ...day, stress: 30 })).toBe(noon + 30);
  expect(at(still, 830, { ...day, missedBasal: 55 })).toBe(noon + 55);
  expect(at(still, 120, day, { ...day, alcohol: 30 })).toBe(at(still, 120) - 30);
});

test("insulin works less in illness and in the second half of the cycle", () => {
  const cycling = { ...still, routine: { ...still.routine, cycle: true } };
  const strength = (body: Physiology, today: DayPlan, when = NOON) =>
    sensitivity(body)(when, { localMinute: 900, today, yesterday: day });
  expect(strength(still, { ...day, illness: 1 })).toBeLessThan(strength(still, day));
  const month = Array.from({ length: 28 }, (_, i) => strength(cycling, day, NOON + i * 86_400_000));
  expect(Math.min(...month)).toBeLessThan(0.85);
  expect(Math.max(...month)).toBe(1);
});

test("a late night counts as awake until bed-time past midnight", () => {
  const late = { ...day, sleepsMinute: 1440 + 60 };
  expect(awake(30, late)).toBe(true);
  expect(awake(90, late)).toBe(false);
  expect(awake(500, late)).toBe(true);
});
