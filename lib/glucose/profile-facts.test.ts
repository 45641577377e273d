import { expect, it } from "vitest";
import type { ProfilePoint } from "./figures";
import { profileFacts, sampledPoints } from "./profile-facts";

const at = (
  minuteOfDay: number,
  p25: number | null,
  p50: number | null,
  p75: number | null,
): ProfilePoint => ({
  minuteOfDay,
  p5: p25,
  p25,
  p50,
  p75,
  p95: p75,
  readings: 12,
  days: 14,
});

it("finds where the median and the middle half are at their ends", () => {
  const facts = profileFacts([
    at(30, 90, 100, 120),
    at(90, 80, 95, 130),
    at(150, 120, 160, 165),
    at(210, null, null, null),
    at(270, 100, 160, 145),
  ]);
  expect(facts?.lowest.minuteOfDay).toBe(90);
  expect(facts?.highest.minuteOfDay).toBe(150);
  expect(facts?.narrowest.minuteOfDay).toBe(30);
  expect(facts?.widest.minuteOfDay).toBe(90);
});

it("finds nothing where no time of day has enough days", () => {
  expect(profileFacts([at(30, null, null, null)])).toBeNull();
});

it.each([60, 15, 5] as const)("samples six times four hours apart from bins of %i min", (binMinutes) => {
  const points = Array.from({ length: 1_440 / binMinutes }, (_, i) => at((i + 0.5) * binMinutes, 1, 2, 3));
  expect(
    sampledPoints({ points, binMinutes }).map(({ minuteOfDay }) => minuteOfDay - binMinutes / 2),
  ).toEqual([120, 360, 600, 840, 1_080, 1_320]);
});
