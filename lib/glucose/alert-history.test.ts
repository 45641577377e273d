import { describe, expect, it } from "vitest";
import { alertChanges } from "./alert-history";
import type { AlertSchedule, AlertSetting, DeviceSnapshot } from "./reading";

function setting(name: string, value: number | null, more: Partial<AlertSetting> = {}): AlertSetting {
  return {
    name,
    value,
    enabled: true,
    unit: "mg/dL",
    snoozeMinutes: null,
    delayMinutes: null,
    soundTheme: null,
    soundOutputMode: null,
    ...more,
  };
}

function schedule(settings: readonly AlertSetting[], more: Partial<AlertSchedule> = {}): AlertSchedule {
  return {
    name: "",
    enabled: true,
    isDefault: true,
    startMinute: 0,
    endMinute: 0,
    daysOfWeek: [],
    settings,
    ...more,
  };
}

function phone(schedules: readonly AlertSchedule[], more: Partial<DeviceSnapshot> = {}): DeviceSnapshot {
  return {
    lastUploadAt: 0,
    transmitterId: null,
    transmitterGeneration: "g7",
    transmitterGenerationVariant: "g7",
    displayDevice: "iOS",
    displayApp: "G7",
    schedules,
    ...more,
  };
}

describe("changes of alert settings", () => {
  it("name the day, the alert and both settings, newest first", () => {
    const changes = alertChanges([
      { day: "2026-05-03", devices: [phone([schedule([setting("high", 200), setting("low", 70)])])] },
      { day: "2026-05-01", devices: [phone([schedule([setting("high", 250), setting("low", 70)])])] },
      {
        day: "2026-05-09",
        devices: [phone([schedule([setting("high", 200), setting("low", 70, { enabled: false })])])],
      },
    ]);
    expect(
      changes.map(({ day, name, before, after }) => [day, name, before?.value, after?.value, after?.enabled]),
    ).toEqual([
      ["2026-05-09", "low", 70, 70, false],
      ["2026-05-03", "high", 250, 200, true],
    ]);
  });

  it("leave a later upload and another sound aside", () => {
    const before = phone([schedule([setting("high", 250)])]);
    const after = phone([schedule([setting("high", 250, { soundTheme: "modern" })])], { lastUploadAt: 99 });
    expect(
      alertChanges([
        { day: "2026-05-01", devices: [before] },
        { day: "2026-05-02", devices: [after] },
      ]),
    ).toEqual([]);
  });

  it("do not come from a device seen for the first time, but from one that was away meanwhile", () => {
    const other = phone([schedule([setting("high", 300)])], { displayDevice: "receiver", displayApp: null });
    const changes = alertChanges([
      { day: "2026-05-01", devices: [phone([schedule([setting("high", 250)])])] },
      { day: "2026-05-02", devices: [other] },
      { day: "2026-05-03", devices: [other, phone([schedule([setting("high", 180)])])] },
    ]);
    expect(changes.map(({ day, device, after }) => [day, device.displayDevice, after?.value])).toEqual([
      ["2026-05-03", "iOS", 180],
    ]);
  });

  it("keep schedules apart: the same alert at night is another one, and a new schedule has no before", () => {
    const night = schedule([setting("high", 300)], { name: "Night", isDefault: false });
    const changes = alertChanges([
      { day: "2026-05-01", devices: [phone([schedule([setting("high", 250)])])] },
      { day: "2026-05-02", devices: [phone([schedule([setting("high", 250)]), night])] },
      { day: "2026-05-03", devices: [phone([schedule([setting("high", 250)])])] },
    ]);
    expect(
      changes.map(({ day, schedule: { name }, before, after }) => [day, name, before?.value, after?.value]),
    ).toEqual([
      ["2026-05-03", "Night", 300, undefined],
      ["2026-05-02", "Night", undefined, 300],
    ]);
  });
});
