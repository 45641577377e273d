import { describe, expect, test } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { alertsOf } from "@/lib/simulator/people/alerts";
import { statusOf } from "@/lib/simulator/people/readings";
import type { SensorSession } from "@/lib/simulator/people/sensor-sessions";
import { trendAt } from "@/lib/simulator/people/trend";
import type { SimulatedAlertSetting, SimulatedEgv } from "@/lib/simulator/person";

const START = Date.UTC(2026, 4, 1);
const session: SensorSession = {
  inserted: START,
  firstReading: START,
  ends: START + 10 * 86_400_000,
  transmitterId: "b".repeat(64),
  transmitterStart: START,
  serial: 1,
};
const setting = (alertName: string, value: number, more: Partial<SimulatedAlertSetting> = {}) => ({
  alertName,
  value,
  unit: "mg/dL",
  snooze: 15,
  enabled: true,
  ...more,
});

/** Values every five minutes; `null` is a lost reading. */
function egvs(values: readonly (number | null)[]): SimulatedEgv[] {
  const readings = values.flatMap((value, i) =>
    value === null ? [] : [{ systemTime: START + i * 5 * MINUTE_MS, value }],
  );
  return readings.map((reading, index) => ({
    ...reading,
    displayOffsetMinutes: 0,
    status: statusOf(reading.value),
    ...trendAt(readings, index),
    transmitterId: session.transmitterId,
    transmitterTicks: 0,
  }));
}

function rows(values: readonly (number | null)[], settings: readonly SimulatedAlertSetting[]) {
  const alerts = alertsOf(session, egvs(values), { seed: 2, settings, offsetAt: () => 0 });
  return alerts.map(
    (alert) => [(alert.systemTime - START) / MINUTE_MS, alert.alertName, alert.alertState] as const,
  );
}

const minutesOf = (found: ReturnType<typeof rows>, state: string) =>
  found.filter(([, , is]) => is === state).map(([minute]) => minute);

describe("high and low", () => {
  test("alarm when the readings leave the range, not on the setting itself, and end when they are back", () => {
    const found = rows([250, 251, 300, 250, 200], [setting("high", 250, { snooze: null })]);
    expect(found).toEqual([
      [5, "high", "activeAlarming"],
      [15, "high", "inactive"],
    ]);
    expect(rows([70, 69, 70], [setting("low", 70, { snooze: null })])).toEqual([
      [5, "low", "activeAlarming"],
      [10, "low", "inactive"],
    ]);
  });

  test("are snoozed after they alarmed, and alarm again only when the snooze is over", () => {
    const found = rows(
      Array.from({ length: 60 }, () => 60),
      [setting("low", 70)],
    );
    const [alarms, snoozes] = [minutesOf(found, "activeAlarming"), minutesOf(found, "activeSnoozed")];
    expect(alarms[0]).toBe(0);
    expect(snoozes.length).toBeGreaterThan(2);
    for (const alarm of alarms.slice(1)) {
      const snoozed = snoozes.filter((minute) => minute < alarm).at(-1) ?? Number.NEGATIVE_INFINITY;
      expect(alarm - snoozed).toBeGreaterThanOrEqual(15);
    }
  });

  test("are silent when switched off or when all is well", () => {
    expect(rows([60, 60], [setting("low", 70, { enabled: false })])).toEqual([]);
    expect(rows([100, 110, 120], [setting("low", 70), setting("high", 250)])).toEqual([]);
  });
});

test("urgent low below 55; urgent low soon while falling towards it, not once there", () => {
  const falling = [120, 112, 104, 96, 88, 80, 72, 64, 56, 48, 48, 48, 48, 48];
  const settings = [setting("urgentLow", 55), setting("urgentLowSoon", 55)];
  const found = rows(falling, settings);
  const first = (name: string) => found.find(([, is]) => is === name)?.[0];
  expect(first("urgentLow")).toBe(45);
  expect(first("urgentLowSoon")).toBeLessThan(45);
  expect(first("urgentLowSoon")).toBeGreaterThan(10);
  const ended = found.filter(([, name, state]) => name === "urgentLowSoon" && state === "inactive");
  expect(ended[0]?.[0]).toBe(45);
});

test("rise and fall alarm at their own rate only", () => {
  const rising = [100, 100, 100, 100, 118, 136, 154, 172, 172, 172, 172];
  expect(rows(rising, [setting("rise", 3), setting("fall", 3)]).map(([, name]) => name)).toContain("rise");
  expect(rows(rising, [setting("fall", 3)])).toEqual([]);
  expect(rows(rising.toReversed(), [setting("fall", 3)]).length).toBeGreaterThan(0);
});

test("no signal for longer than set alarms at that moment and ends with the next reading", () => {
  const found = rows(
    [100, 100, null, null, null, null, null, 100],
    [setting("noReadings", 20, { unit: "minutes", snooze: null })],
  );
  expect(found).toEqual([
    [25, "noReadings", "activeAlarming"],
    [35, "noReadings", "inactive"],
  ]);
  expect(rows([100, null, null, null, 100], [setting("noReadings", 20)])).toEqual([]);
});

test("every row of a sensor has its own key", () => {
  const wave = Array.from({ length: 400 }, (_, i) => 120 + 90 * Math.sin(i / 9));
  const settings = [
    setting("high", 180),
    setting("low", 70),
    setting("urgentLow", 55),
    setting("urgentLowSoon", 55),
  ];
  const alerts = alertsOf(session, egvs(wave.map(Math.round)), { seed: 2, settings, offsetAt: () => 0 });
  expect(new Set(alerts.map((alert) => alert.key)).size).toBe(alerts.length);
  const times = alerts.map((alert) => alert.systemTime);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
});
