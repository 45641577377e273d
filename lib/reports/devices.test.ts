import { describe, expect, it } from "vitest";
import type { Calibration } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, freshAt, stream } from "@/lib/glucose/testing/readings";
import { devicesFrom } from "./devices";

const PERIOD = datesFrom("2026-05-01", 7);
const FRESH = freshAt("2026-05-20T00:00:00Z");
const before = stream("2026-04-24T00:00:00Z", "2026-05-03T00:00:00Z", 120, { transmitterId: "a" });
const after = stream("2026-05-03T02:00:00Z", "2026-05-13T00:00:00Z", 120, { transmitterId: "b" });
const egvs = [...before, ...after];

function calibration(at: string, displayOffsetMinutes = 0): Calibration {
  return {
    recordId: at,
    systemTime: Date.parse(at),
    displayOffsetMinutes,
    value: 110,
    unit: "mg/dL",
    transmitterId: null,
    transmitterTicks: null,
    displayDevice: null,
    transmitterGeneration: null,
  };
}

const found = devicesFrom(
  { series: buildSeries(egvs), period: PERIOD, freshness: FRESH },
  {
    egvs,
    calibrations: [
      calibration("2026-04-30T23:30:00Z"),
      calibration("2026-04-30T23:30:00Z", 60),
      calibration("2026-05-07T23:59:00Z"),
    ],
    deviceDays: [],
  },
);

describe("sensors and devices of a period", () => {
  it("hold whole sensors, but count wear within the period", () => {
    expect(found.sessions.map(({ transmitterId, observed }) => [transmitterId, observed])).toEqual([
      ["a", 9 * 288],
      ["b", 10 * 288 - 24],
    ]);
    expect(found.wear).toMatchObject({ days: 7, observed: 7 * 288 - 24, expected: 7 * 288 });
  });

  it("say which gap saw a sensor started", () => {
    // Sensor b was started at 01:00, an hour before its first reading.
    expect(found.gaps).toMatchObject([
      { from: Date.parse("2026-05-02T23:55:00Z"), minutes: 125, sensorStarted: true },
    ]);
  });

  it("count calibrations by the person's own dates", () => {
    expect(found.calibrations).toBe(2);
  });

  it("know nothing of settings before the first answer", () => {
    expect(found).toMatchObject({ devices: [], settingsSince: null, changes: [] });
  });
});
