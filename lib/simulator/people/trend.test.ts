import { describe, expect, test } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { trendAt, trendOfRate } from "@/lib/simulator/people/trend";

const every5 = (values: readonly number[]) =>
  values.map((value, i) => ({ systemTime: i * 5 * MINUTE_MS, value }));
const ramp = (perMinute: number) => every5([0, 1, 2, 3, 4].map((i) => 200 + 5 * i * perMinute));

describe("the bounds are Dexcom's", () => {
  test.each([
    [8, "doubleUp"],
    [3, "doubleUp"],
    [2.9, "singleUp"],
    [2, "singleUp"],
    [1.9, "fortyFiveUp"],
    [1, "fortyFiveUp"],
    [0.9, "flat"],
    [0, "flat"],
    [-0.9, "flat"],
    [-1, "fortyFiveDown"],
    [-1.9, "fortyFiveDown"],
    [-2, "singleDown"],
    [-2.9, "singleDown"],
    [-3, "doubleDown"],
    [-8, "doubleDown"],
  ] as const)("%d mg/dL per minute is %s", (rate, trend) => {
    expect(trendOfRate(rate)).toEqual({ trend, trendRate: rate });
  });

  test.each([8.1, -8.1, 40])("%d is out of range and has no rate", (rate) => {
    expect(trendOfRate(rate)).toEqual({ trend: "rateOutOfRange", trendRate: null });
  });

  test("the arrow follows the rate that is shown", () => {
    expect(trendOfRate(0.96)).toEqual({ trend: "fortyFiveUp", trendRate: 1 });
    expect(trendOfRate(0.94)).toEqual({ trend: "flat", trendRate: 0.9 });
  });

  test("no rate is minus zero", () => {
    expect(Object.is(trendOfRate(-0.02).trendRate, 0)).toBe(true);
  });
});

describe("the rate comes from the last quarter of an hour", () => {
  test.each([0, 1.4, -2.2, 3.5])("a ramp of %d mg/dL per minute", (perMinute) => {
    expect(trendAt(ramp(perMinute), 4).trendRate).toBe(perMinute);
  });

  test("what was earlier does not count", () => {
    expect(trendAt(every5([400, 400, 100, 100, 100, 100]), 5)).toEqual({ trend: "flat", trendRate: 0 });
  });

  test("two readings five minutes apart are too few, a quarter of an hour is enough", () => {
    expect(trendAt(every5([100, 120]), 1)).toEqual({ trend: "notComputable", trendRate: null });
    const sparse = [0, 15].map((minute) => ({ systemTime: minute * MINUTE_MS, value: 100 + 2 * minute }));
    expect(trendAt(sparse, 1)).toEqual({ trend: "singleUp", trendRate: 2 });
  });

  test("the first reading after a gap has no trend", () => {
    const readings = [0, 5, 10, 60].map((minute) => ({ systemTime: minute * MINUTE_MS, value: 100 }));
    expect(trendAt(readings, 3).trend).toBe("notComputable");
  });
});
