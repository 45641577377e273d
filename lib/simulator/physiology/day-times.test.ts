import { expect, test } from "vitest";
import { NEW_YORK, zoneOffset } from "@/lib/simulator/people/zones";
import { instantOfLocal, localDayAt } from "@/lib/simulator/physiology/day-times";

const offsetAt = zoneOffset(NEW_YORK);
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

test("a wall-clock minute becomes the instant at which the clock showed it", () => {
  expect(instantOfLocal(dayOf("2026-01-15"), 8 * 60, offsetAt)).toBe(Date.parse("2026-01-15T13:00:00Z"));
  expect(instantOfLocal(dayOf("2026-07-15"), 8 * 60, offsetAt)).toBe(Date.parse("2026-07-15T12:00:00Z"));
});

test("minutes past midnight belong to the next date", () => {
  expect(instantOfLocal(dayOf("2026-01-15"), 1440 + 30, offsetAt)).toBe(Date.parse("2026-01-16T05:30:00Z"));
});

test("breakfast stays at eight on both clock-change days", () => {
  expect(instantOfLocal(dayOf("2026-03-08"), 8 * 60, offsetAt)).toBe(Date.parse("2026-03-08T12:00:00Z"));
  expect(instantOfLocal(dayOf("2026-11-01"), 8 * 60, offsetAt)).toBe(Date.parse("2026-11-01T13:00:00Z"));
});

test("the local day changes at local midnight", () => {
  expect(localDayAt(Date.parse("2026-01-16T04:59:59Z"), offsetAt)).toBe(dayOf("2026-01-15"));
  expect(localDayAt(Date.parse("2026-01-16T05:00:00Z"), offsetAt)).toBe(dayOf("2026-01-16"));
});
