import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { calibrationsOf } from "@/lib/simulator/people/calibrations";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";

const START = Date.UTC(2026, 4, 1, 18);
const sensor = (serial: number): SensorSession => ({
  inserted: START,
  firstReading: START + 30 * MINUTE_MS,
  ends: START + 10 * DAY_MS,
  transmitterId: "d".repeat(64),
  transmitterStart: START,
  serial,
});
const made = (perSession: number) =>
  Array.from({ length: 300 }, (_, serial) =>
    calibrationsOf(sensor(serial), { seed: 3, perSession, bloodAt: () => 140, offsetAt: () => -240 }),
  );

test("calibrations are as frequent as asked, less those that would fall into the night", () => {
  const perSensor = made(3).flat().length / 300;
  expect(perSensor).toBeGreaterThan(1.5);
  expect(perSensor).toBeLessThan(3);
  expect(made(0).flat()).toEqual([]);
});

test("they fall into the session, by day, with the transmitter's own seconds", () => {
  for (const calibration of made(5).flat()) {
    expect(calibration.systemTime).toBeGreaterThan(START + HOUR_MS);
    expect(calibration.systemTime).toBeLessThan(START + 10 * DAY_MS);
    const hour = ((calibration.systemTime - 4 * HOUR_MS) % DAY_MS) / HOUR_MS;
    expect(hour).toBeGreaterThanOrEqual(7);
    expect(hour).toBeLessThan(23);
    expect(calibration.transmitterTicks).toBe((calibration.systemTime - START) / 1_000);
  }
});

test("they say what a meter would: the blood within a few per cent", () => {
  for (const { value } of made(5).flat()) expect(Math.abs(value / 140 - 1)).toBeLessThan(0.15);
});
