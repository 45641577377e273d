import { describe, expect, test } from "vitest";
import { ok } from "@/lib/result";
import { mapDevice, minuteOfDay } from "./map-device";
import { readRecords } from "./records";
import { deviceRecord } from "./schemas";

const setting = (overrides: Record<string, unknown> = {}) => ({
  alertName: "low",
  value: 70,
  unit: "mg/dL",
  snooze: 15,
  enabled: true,
  systemTime: "2030-01-01T10:00:00Z",
  displayTime: "2030-01-01T02:00:00-08:00",
  delay: null,
  secondaryTriggerCondition: null,
  soundTheme: "modern",
  soundOutputMode: "match",
  ...overrides,
});

const schedule = (settings: readonly unknown[], overrides: Record<string, unknown> = {}) => ({
  alertScheduleSettings: {
    alertScheduleName: "",
    isEnabled: true,
    isDefaultSchedule: true,
    startTime: "00:00",
    endTime: "00:00",
    daysOfWeek: ["sunday", "monday"],
    isActive: true,
    override: null,
    ...overrides,
  },
  alertSettings: settings,
});

const wireDevice = (overrides: Record<string, unknown> = {}) => ({
  lastUploadDate: "2030-03-01T14:10:00Z",
  transmitterId: null,
  transmitterGeneration: "g7",
  transmitterGenerationVariant: "g715day",
  displayDevice: "android",
  displayApp: "G7",
  alertSchedules: [schedule([setting()])],
  ...overrides,
});

const read = (...raws: readonly unknown[]) =>
  readRecords(raws, deviceRecord, (record, reject) => ok(mapDevice(record, reject)));
const settingsOf = (...settings: readonly unknown[]) =>
  read(wireDevice({ alertSchedules: [schedule(settings)] })).records[0]?.schedules[0]?.settings;

test("a device is mapped field by field", () => {
  expect(read(wireDevice())).toEqual({
    quarantined: [],
    records: [
      {
        lastUploadAt: Date.parse("2030-03-01T14:10:00Z"),
        transmitterId: null,
        transmitterGeneration: "g7",
        transmitterGenerationVariant: "g715day",
        displayDevice: "android",
        displayApp: "G7",
        schedules: [
          {
            name: "",
            enabled: true,
            isDefault: true,
            startMinute: 0,
            endMinute: 0,
            daysOfWeek: ["sunday", "monday"],
            settings: [
              {
                name: "low",
                enabled: true,
                value: 70,
                unit: "mg/dL",
                snoozeMinutes: 15,
                delayMinutes: null,
                soundTheme: "modern",
                soundOutputMode: "match",
              },
            ],
          },
        ],
      },
    ],
  });
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ["no upload date", { lastUploadDate: undefined }, { lastUploadAt: null }],
  ["an epoch placeholder as upload date", { lastUploadDate: "1970-01-01T00:00Z" }, { lastUploadAt: null }],
  ["no schedules, as receivers have", { alertSchedules: [] }, { schedules: [] }],
  ["missing schedules", { alertSchedules: undefined }, { schedules: [] }],
  [
    "no app and no variant",
    { displayApp: null, transmitterGenerationVariant: undefined },
    { displayApp: null, transmitterGenerationVariant: null },
  ],
  ["the generation g6 pro", { transmitterGeneration: "g6 pro" }, { transmitterGeneration: "g6 pro" }],
])("a device with %s is kept", (_, overrides, expected) => {
  expect(read(wireDevice(overrides)).records[0]).toMatchObject(expected);
});

describe("alert settings", () => {
  test("that come twice count once, the newest", () => {
    const old = setting({ value: 60, systemTime: "2029-01-01T00:00:00Z" });
    const placeholder = setting({ value: 80, systemTime: "1970-01-01T00:00Z" });
    expect(settingsOf(setting({ value: 75 }), old, placeholder)).toMatchObject([{ name: "low", value: 75 }]);
    expect(settingsOf(old, setting({ value: 75 }))).toMatchObject([{ value: 75 }]);
  });

  test("with a negative fall rate mean the same as with a positive one", () => {
    expect(settingsOf(setting({ alertName: "fall", value: -3, unit: "mg/dL/min" }))).toMatchObject([
      { value: 3 },
    ]);
  });

  test("with the snooze 28 of urgent low mean half an hour", () => {
    expect(settingsOf(setting({ alertName: "urgentLow", snooze: 28 }))).toMatchObject([
      { snoozeMinutes: 30 },
    ]);
    expect(settingsOf(setting({ snooze: 28 }))).toMatchObject([{ snoozeMinutes: 28 }]);
  });

  test("with nothing but a name and a switch are kept", () => {
    expect(settingsOf({ alertName: "noReadings", enabled: false })).toEqual([
      {
        name: "noReadings",
        enabled: false,
        value: null,
        unit: null,
        snoozeMinutes: null,
        delayMinutes: null,
        soundTheme: null,
        soundOutputMode: null,
      },
    ]);
  });
});

test("empty days and a schedule without its default flag are tolerated", () => {
  const [device] = read(
    wireDevice({
      alertSchedules: [schedule([], { daysOfWeek: ["", "friday", 7], isDefaultSchedule: undefined })],
    }),
  ).records;
  expect(device?.schedules[0]).toMatchObject({ daysOfWeek: ["friday"], isDefault: false });
});

test("a setting or schedule that cannot be read is quarantined, the device and the others stay", () => {
  const { records, quarantined } = read(
    wireDevice({ alertSchedules: [schedule([{ enabled: true }, setting()]), { alertSettings: [] }] }),
  );
  expect(records[0]?.schedules).toHaveLength(1);
  expect(records[0]?.schedules[0]?.settings).toHaveLength(1);
  expect(quarantined.map(({ reason }) => reason).toSorted()).toEqual([
    "alertSchedules:unreadable",
    "alertSettings:unreadable",
  ]);
});

test("something that is no device is quarantined", () => {
  expect(read("receiver").quarantined).toMatchObject([{ reason: "record:invalid_type" }]);
});

test.each<[string | null, number | null]>([
  ["00:00", 0],
  ["0:00", 0],
  ["8:00 AM", 480],
  ["12:00 AM", 0],
  ["12:30 pm", 750],
  ["23:59", 1_439],
  ["24:00", 1_440],
  ["47:59", 2_879],
  ["06:00:00", 360],
  ["48:00", null],
  ["13:00 PM", null],
  ["0:00 AM", null],
  ["7:60", null],
  ["noon", null],
  ["", null],
  [null, null],
])("the schedule time %j is minute %j of the day", (text, minute) => {
  expect(minuteOfDay(text)).toBe(minute);
});
