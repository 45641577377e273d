import { describe, expect, it } from "vitest";
import type { AlertSchedule, AlertSetting, DeviceSnapshot } from "@/lib/glucose/reading";
import { wordsFor } from "@/lib/i18n/words";
import { alertLevel, alertName, deviceName, scheduleWords, settingWords } from "./alert-words";

const english = wordsFor("en-US");
const spanish = wordsFor("es-MX");

function setting(more: Partial<AlertSetting>): AlertSetting {
  return {
    name: "high",
    enabled: true,
    value: 250,
    unit: "mg/dL",
    snoozeMinutes: null,
    delayMinutes: null,
    soundTheme: null,
    soundOutputMode: null,
    ...more,
  };
}

function schedule(more: Partial<AlertSchedule>): AlertSchedule {
  return {
    name: "Night",
    enabled: true,
    isDefault: false,
    startMinute: 22 * 60,
    endMinute: 30 * 60,
    daysOfWeek: ["monday", "sunday"],
    settings: [],
    ...more,
  };
}

describe("the level of an alert", () => {
  it.each([
    [{}, "250 mg/dL", "13.9 mmol/L"],
    [{ unit: "mmol/L", value: 10 }, "180 mg/dL", "10.0 mmol/L"],
    [{ unit: "mg/dL/min", value: 2 }, "2 mg/dL per minute", "0.11 mmol/L per minute"],
    [{ unit: "minutes", value: 20 }, "20 min", "20 min"],
    [{ value: null }, null, null],
    [{ unit: null, value: 3 }, "3", "3"],
  ])("%o", (more, mgDl, mmolL) => {
    expect(alertLevel(setting(more), "mg/dL", english)).toBe(mgDl);
    expect(alertLevel(setting(more), "mmol/L", english)).toBe(mmolL);
  });
});

it("an alert that Dexcom may add keeps its own name", () => {
  expect(alertName("urgentLowSoon", english)).toBe("Urgent low soon");
  expect(alertName("somethingNew", english)).toBe("Other alert (somethingNew)");
});

it("a setting in a line says all of it", () => {
  const full = setting({ enabled: false, snoozeMinutes: 60, delayMinutes: 5 });
  expect(settingWords(full, "mg/dL", english)).toBe("Off, 250 mg/dL, repeats after 1 h, delay 5 min");
  expect(settingWords(setting({}), "mg/dL", spanish)).toBe("Activada, 250 mg/dL");
});

describe("when a schedule holds", () => {
  it("names its days and hours, past midnight as the next day", () => {
    expect(scheduleWords(schedule({}), english)).toBe(
      "Night: Sunday, Monday, 10:00 PM to 6:00 AM the next day",
    );
  });

  it("says when it is off, and every day for the default one", () => {
    expect(scheduleWords(schedule({ enabled: false }), english)).toMatch(/\(off\)$/);
    expect(scheduleWords(schedule({ isDefault: true }), english)).toBe("Every day");
  });
});

it("a device is called by what it is and what it belongs to", () => {
  const device: DeviceSnapshot = {
    lastUploadAt: null,
    transmitterId: null,
    transmitterGeneration: "g6",
    transmitterGenerationVariant: null,
    displayDevice: "receiver",
    displayApp: null,
    schedules: [],
  };
  expect(deviceName(device, english)).toBe("Dexcom receiver, Dexcom G6");
  expect(deviceName({ ...device, displayDevice: "iOS", transmitterGeneration: "g9" }, english)).toBe(
    "iPhone",
  );
});
