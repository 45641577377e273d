import { describe, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { type ReadingSource, readingsOf, reportedValue, statusOf } from "@/lib/simulator/people/readings";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";

const START = Date.UTC(2026, 4, 1);
const session: SensorSession = {
  inserted: START,
  firstReading: START + 31 * MINUTE_MS,
  ends: START + 12 * HOUR_MS,
  transmitterId: "a".repeat(64),
  transmitterStart: START - 77 * SECOND_MS,
  serial: 3,
};
const flat = (value: number, more: Partial<ReadingSource> = {}): ReadingSource => ({
  seed: 8,
  sensed: () => value,
  lost: () => false,
  offsetAt: () => -240,
  ...more,
});

test("a reading every five minutes from warm-up to the end, at most two seconds late", () => {
  const readings = readingsOf(session, flat(120));
  expect(readings).toHaveLength(Math.ceil((12 * 60 - 31) / 5));
  for (const [i, reading] of readings.entries()) {
    const late = reading.systemTime - (session.firstReading + i * 5 * MINUTE_MS);
    expect([0, 1_000, 2_000]).toContain(late);
  }
  expect(new Set(readings.map((reading) => reading.systemTime % (5 * MINUTE_MS))).size).toBeGreaterThan(1);
});

test("ticks count the transmitter's own seconds, 300 from reading to reading", () => {
  const readings = readingsOf(session, flat(120));
  for (const [i, reading] of readings.entries()) {
    expect(reading.transmitterTicks).toBe(31 * 60 + 77 + 300 * i);
    const clock = session.transmitterStart + reading.transmitterTicks * SECOND_MS;
    expect(reading.systemTime - clock).toBeLessThanOrEqual(2_000);
  }
});

test("a lost reading leaves a hole and moves nothing else", () => {
  const lostAt = session.firstReading + 60 * MINUTE_MS;
  const whole = readingsOf(session, flat(120));
  const holed = readingsOf(session, flat(120, { lost: (at) => at === lostAt }));
  const times = holed.map((reading) => reading.systemTime);
  expect(holed).toHaveLength(whole.length - 1);
  expect(whole.map((reading) => reading.systemTime).filter((at) => !times.includes(at))).toHaveLength(1);
});

describe("what is reported", () => {
  test.each([
    [39.4, 39, "low"],
    [39.5, 40, null],
    [40, 40, null],
    [12, 39, "low"],
    [120.5, 121, null],
    [120.49, 120, null],
    [400.4, 400, null],
    [400.5, 401, "high"],
    [500, 401, "high"],
  ] as const)("%d is %d", (glucose, value, status) => {
    expect(reportedValue(glucose)).toBe(value);
    expect(statusOf(value)).toBe(status);
  });
});
