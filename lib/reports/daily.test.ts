import { expect, it } from "vitest";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { recordsOn } from "./daily";

const entered = (at: string, displayOffsetMinutes: number): GlucoseEvent => ({
  recordId: at,
  systemTime: Date.parse(at),
  displayOffsetMinutes,
  type: "carbs",
  subType: null,
  value: 20,
  unit: "grams",
});

// From Tokyo to Chicago: 12 October begins, and after landing it is the 11th again.
const overTokyo = entered("2026-10-11T19:30:00Z", 9 * 60);
const landed = entered("2026-10-12T03:45:00Z", -5 * 60);
const nextMorning = entered("2026-10-12T11:52:00Z", -5 * 60);
const all = [overTokyo, landed, nextMorning];

it("puts every entry on the date that its own clock showed, and on no other", () => {
  expect(recordsOn("2026-10-11", all)).toEqual([landed]);
  expect(recordsOn("2026-10-12", all)).toEqual([overTokyo, nextMorning]);
});
