import { describe, expect, it } from "vitest";
import { HOUR_MS } from "@/lib/clock";
import { alertCalls } from "./day-alerts";
import { sensorStretches } from "./day-sensors";
import type { AlertRecord } from "./reading";
import { stream } from "./testing/readings";

// `stream` gives a sensor ticks of one hour at its first reading: an hour of warm-up.
const older = stream("2026-03-01T00:00:00Z", "2026-03-02T18:00:00Z", 120, { transmitterId: "older" });
const newer = stream("2026-03-02T19:00:00Z", "2026-03-03T12:00:00Z", 120, { transmitterId: "newer" });

describe("the sensors behind some readings", () => {
  it("are told with their start, their warm-up and their end", () => {
    const [first, second] = sensorStretches([...newer, ...older]);
    expect(first).toMatchObject({
      transmitterId: "older",
      lastReadingAt: Date.parse("2026-03-02T17:55:00Z"),
      isOver: true,
    });
    expect(second).toEqual({
      transmitterId: "newer",
      startedAt: Date.parse("2026-03-02T18:00:00Z"),
      warmUpTo: Date.parse("2026-03-02T19:00:00Z"),
      firstReadingAt: Date.parse("2026-03-02T19:00:00Z"),
      lastReadingAt: Date.parse("2026-03-03T11:55:00Z"),
      isOver: false,
    });
  });

  it("have no warm-up where their first readings were not loaded", () => {
    const later = newer.filter(({ systemTime }) => systemTime > Date.parse("2026-03-03T00:00:00Z"));
    const [sensor] = sensorStretches(later);
    expect([sensor?.startedAt, sensor?.warmUpTo]).toEqual([Date.parse("2026-03-02T18:00:00Z"), null]);
  });

  it("are not guessed for a transmitter that serves several sensors in turn", () => {
    expect(sensorStretches(older.map((one) => ({ ...one, transmitterGeneration: "g6" })))).toEqual([]);
  });
});

describe("alerts", () => {
  const at = (hours: number, name: string, state: AlertRecord["state"]): AlertRecord => ({
    recordId: `${hours} ${name} ${state}`,
    systemTime: hours * HOUR_MS,
    displayOffsetMinutes: 0,
    name,
    state,
    transmitterId: null,
    displayDevice: null,
    displayApp: null,
    transmitterGeneration: null,
  });

  it("call once however often they sound, until they are over", () => {
    const calls = alertCalls([
      at(5, "low", "activeAlarming"),
      at(1, "low", "activeAlarming"),
      at(2, "low", "activeSnoozed"),
      at(3, "low", "activeAlarming"),
      at(2.5, "high", "activeAlarming"),
      at(4, "low", "inactive"),
    ]);
    expect(calls.map(({ systemTime, name }) => [systemTime / HOUR_MS, name])).toEqual([
      [1, "low"],
      [2.5, "high"],
      [5, "low"],
    ]);
  });
});
