import { expect, test } from "vitest";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { furthestApart, pairRows } from "./profile-pair-rows";

const point = (minuteOfDay: number, p50: number | null): ProfilePoint => ({
  minuteOfDay,
  p5: p50,
  p25: p50,
  p50,
  p75: p50,
  p95: p50,
  readings: 12,
  days: 7,
});

test("both profiles stand beside one another at each time that either has", () => {
  const rows = pairRows([point(30, 100), point(90, 110)], [point(90, 130), point(150, 90)]);
  expect(rows.map(({ minuteOfDay, first, second }) => [minuteOfDay, first?.p50, second?.p50])).toEqual([
    [30, 100, undefined],
    [90, 110, 130],
    [150, undefined, 90],
  ]);
});

test("the medians are furthest apart where both have one", () => {
  const rows = pairRows(
    [point(30, 100), point(90, 110), point(150, 200)],
    [point(30, 95), point(90, 135), point(150, null)],
  );
  expect(furthestApart(rows)?.minuteOfDay).toBe(90);
  expect(furthestApart(pairRows([point(30, 1)], []))).toBeNull();
});
