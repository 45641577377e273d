import { expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { sensorError } from "@/lib/simulator/people/sensor-error";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";

const START = Date.UTC(2026, 0, 1);
const session = (serial: number): SensorSession => ({
  inserted: START,
  firstReading: START,
  ends: START + 10 * DAY_MS,
  transmitterId: "",
  transmitterStart: START,
  serial,
});
const beats = Array.from({ length: 2_880 }, (_, i) => START + i * 5 * MINUTE_MS);

test("sensors read near the truth: mean absolute relative difference below 10 %", () => {
  const relative = Array.from({ length: 40 }, (_, serial) => {
    const sensed = sensorError(5, session(serial), 1);
    return beats.map((at) => Math.abs(sensed(120, at) / 120 - 1));
  }).flat();
  const mard = relative.reduce((sum, error) => sum + error, 0) / relative.length;
  expect(mard).toBeGreaterThan(0.02);
  expect(mard).toBeLessThan(0.1);
});

test("each sensor errs in its own way, and the same way when asked again", () => {
  const values = (serial: number) =>
    beats.slice(0, 50).map((at) => sensorError(5, session(serial), 1)(120, at));
  expect(values(1)).toEqual(values(1));
  expect(values(1)).not.toEqual(values(2));
});

test("the first day is noisier than the rest", () => {
  const roughness = (from: number, to: number) => {
    let sum = 0;
    for (let serial = 0; serial < 30; serial++) {
      const sensed = sensorError(5, session(serial), 1);
      for (let i = from + 1; i < to; i++)
        sum += Math.abs(sensed(120, beats[i] ?? 0) - sensed(120, beats[i - 1] ?? 0));
    }
    return sum / (to - from);
  };
  expect(roughness(0, 144)).toBeGreaterThan(1.15 * roughness(1_000, 1_144));
});
