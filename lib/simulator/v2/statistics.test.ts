import { expect, test } from "vitest";
import { statistics } from "@/lib/simulator/v2/statistics";

const WHOLE_DAY = [{ startSecond: 0, endSecond: 0, urgentLow: 55, low: 70, high: 180 }];
const of = (...values: number[]) =>
  statistics({
    readings: values.map((value, index) => ({ value, day: Math.floor(index / 4), secondOfDay: index })),
    calibrations: 3,
    expectedReadings: 2 * values.length,
    ranges: WHOLE_DAY,
  });

test("the figures of a handful of readings are those worked out by hand", () => {
  expect(of(40, 54, 55, 69, 70, 180, 181, 251)).toMatchObject({
    min: 40,
    max: 251,
    sum: 900,
    mean: 112.5,
    median: 69.5,
    q1: 54.75,
    q2: 69.5,
    q3: 180.25,
    utilizationPercent: 50,
    nDays: 2,
    meanDailyCalibrations: 1.5,
    nValues: 8,
    nUrgentLow: 2,
    nBelowRange: 2,
    nWithinRange: 2,
    nAboveRange: 2,
    percentUrgentLow: 25,
    percentBelowRange: 25,
    percentWithinRange: 25,
    percentAboveRange: 25,
  });
});

test("variance is of a sample", () => {
  expect(of(100, 120)).toMatchObject({ variance: 200, stdDev: Math.sqrt(200) });
  expect(of(100)).toMatchObject({ variance: null, stdDev: null });
});

test("without readings every figure is null and every count zero", () => {
  expect(of()).toEqual({
    hypoglycemiaRisk: "minimal",
    min: null,
    max: null,
    mean: null,
    median: null,
    variance: null,
    stdDev: null,
    sum: null,
    q1: null,
    q2: null,
    q3: null,
    utilizationPercent: null,
    meanDailyCalibrations: null,
    nDays: 0,
    nValues: 0,
    nUrgentLow: 0,
    nBelowRange: 0,
    nWithinRange: 0,
    nAboveRange: 0,
    percentUrgentLow: null,
    percentBelowRange: null,
    percentWithinRange: null,
    percentAboveRange: null,
  });
});

test("the risk of lows rises with their depth", () => {
  // LBGI of a single reading: 0 at 120, 1.7 at 90, 4.0 at 80, 7.8 at 70 mg/dL.
  expect([120, 90, 80, 70].map((value) => of(value).hypoglycemiaRisk)).toEqual([
    "minimal",
    "low",
    "moderate",
    "high",
  ]);
});
