import { describe, expect, it } from "vitest";
import { FIRST_DATE, fullReadings, LAST_DATE, NOW } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import { coverPeriod } from "@/lib/glucose/coverage";
import type { DeviceSnapshot, Egv } from "@/lib/glucose/reading";
import { type SensorSession, sensorSessions } from "@/lib/glucose/sensor-sessions";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt, withGap } from "@/lib/glucose/testing/readings";
import { timelineOf } from "@/lib/glucose/timeline";
import { countWear, longestGaps, wornDays } from "@/lib/glucose/wear";
import { wordsFor } from "@/lib/i18n/words";
import { DevicesReport, type DevicesReportProps } from "./devices-report";

const FRESH = freshAt(NOW);
const PERIOD = { from: FIRST_DATE, to: LAST_DATE, days: 14 };
const WITHIN = { from: Date.parse(`${FIRST_DATE}T00:00:00Z`), to: NOW };

const PHONE: DeviceSnapshot = {
  lastUploadAt: NOW - 3_600_000,
  transmitterId: "abcdef0123456789",
  transmitterGeneration: "g7",
  transmitterGenerationVariant: "g7",
  displayDevice: "iOS",
  displayApp: "G7",
  schedules: [
    {
      name: "",
      enabled: true,
      isDefault: true,
      startMinute: 0,
      endMinute: 0,
      daysOfWeek: [],
      settings: [
        {
          name: "high",
          enabled: true,
          value: 250,
          unit: "mg/dL",
          snoozeMinutes: 60,
          delayMinutes: null,
          soundTheme: null,
          soundOutputMode: null,
        },
      ],
    },
  ],
};

function worn(readings: readonly Egv[]): Egv[] {
  return readings.map((one, i) => ({ ...one, transmitterId: "sensor", transmitterTicks: 3_600 + i * 300 }));
}

function propsOf(egvs: readonly Egv[], more: Partial<DevicesReportProps> = {}): DevicesReportProps {
  const timeline = timelineOf(buildSeries(egvs), FRESH);
  const covered = coverPeriod(timeline, PERIOD);
  const days = wornDays(covered, timeline);
  const sessions: SensorSession[] = sensorSessions(egvs, { within: WITHIN, cadenceMinutes: 5 });
  return {
    period: PERIOD,
    wear: countWear(days, 5),
    cadenceMinutes: 5,
    days,
    sessions,
    models: [["Dexcom G7"]],
    gaps: longestGaps(covered.coverage.gaps, []),
    calibrations: 0,
    devices: [PHONE],
    settingsSince: "2026-11-01",
    changes: [],
    isAllGaps: false,
    allGapsHref: "/all",
    fewerGapsHref: "/fewer",
    certificateHref: "/certificate",
    freshness: FRESH,
    unit: "mg/dL",
    words: wordsFor("en-US"),
    ...more,
  };
}

describe("sensors and devices", () => {
  it("says how much the sensor was active and never why one ended", () => {
    const text = textOf(<DevicesReport {...propsOf(worn(fullReadings()))} />);
    expect(text).toContain("Sensor active 100 %");
    expect(text).toContain("Days with readings 14 of 14 14 of them with at least 70 %");
    expect(text).toContain("Sensor 1");
    expect(text).not.toMatch(/fail|early/i);
  });

  it("does not number sensors where only transmitters are known, and says so", () => {
    const g6 = worn(fullReadings()).map((one) => ({ ...one, transmitterGeneration: "g6" }));
    const text = textOf(<DevicesReport {...propsOf(g6)} />);
    expect(text).toContain("Transmitter 1");
    expect(text).not.toContain("Sensor 1");
    expect(text).toContain("one transmitter serves several sensors in turn");
  });

  it("shows the ten longest gaps, and all of them when asked", () => {
    const holed = Array.from({ length: 12 }, (_, i) => `2026-11-${String(9 + i).padStart(2, "0")}`).reduce(
      (some, date) => withGap(some, `${date}T10:00:00Z`, `${date}T11:00:00Z`),
      worn(fullReadings()),
    );
    const rows = (isAllGaps: boolean) =>
      htmlOf(<DevicesReport {...propsOf(holed, { isAllGaps })} />).split("1 h 5 min").length - 1;
    expect(rows(false)).toBe(10);
    expect(rows(true)).toBe(12);
    expect(htmlOf(<DevicesReport {...propsOf(holed)} />)).toContain('href="/all"');
  });

  it("writes alert levels in the reader's unit", () => {
    expect(textOf(<DevicesReport {...propsOf(worn(fullReadings()), { unit: "mmol/L" })} />)).toContain(
      "13.9 mmol/L",
    );
  });

  it("without a reading still shows the devices and what is above them", () => {
    const text = textOf(<DevicesReport {...propsOf([], { state: <p>No readings here</p> })} />);
    expect(text).toContain("No readings here");
    expect(text).toContain("iPhone, Dexcom G7");
    expect(text).not.toContain("Wear by day");
  });

  it("speaks Spanish, too", () => {
    const text = textOf(<DevicesReport {...propsOf(worn(fullReadings()), { words: wordsFor("es-MX") })} />);
    expect(text).toContain("Sensores y dispositivos");
    expect(text).toContain("Ajustes de alertas");
  });
});
