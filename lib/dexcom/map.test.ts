import { describe, expect, test } from "vitest";
import { mapAlert, mapCalibration, mapEgv, mapEvent } from "./map";
import { readRecords } from "./records";
import { alertRecord, calibrationRecord, egvRecord, eventRecord } from "./schemas";
import { TRANSMITTER_ID, wireAlert, wireCalibration, wireEgv, wireEvent } from "./wire.fixture";

const read = {
  egv: (raw: unknown) => readRecords([raw], egvRecord, mapEgv),
  event: (raw: unknown) => readRecords([raw], eventRecord, mapEvent),
  calibration: (raw: unknown) => readRecords([raw], calibrationRecord, mapCalibration),
  alert: (raw: unknown) => readRecords([raw], alertRecord, mapAlert),
};
const egv = (overrides: Record<string, unknown>) => read.egv(wireEgv(overrides)).records[0];
const event = (overrides: Record<string, unknown>) => read.event(wireEvent(overrides)).records[0];
const reasonOf = ({ quarantined }: { quarantined: readonly { reason: string }[] }) => quarantined[0]?.reason;

/** The record without one field. */
function without(record: Record<string, unknown>, field: string): Record<string, unknown> {
  const { [field]: _, ...rest } = record;
  return rest;
}

describe("a reading", () => {
  test("is mapped field by field", () => {
    expect(read.egv(wireEgv()).records).toEqual([
      {
        systemTime: Date.parse("2030-03-01T14:05:12Z"),
        displayOffsetMinutes: -480,
        value: 112,
        status: null,
        trend: "flat",
        trendRate: 0.3,
        transmitterId: TRANSMITTER_ID,
        transmitterTicks: 412_380,
        displayDevice: "iOS",
        transmitterGeneration: "g7",
      },
    ]);
  });

  test("of a receiver without offsets is mapped", () => {
    expect(
      egv({
        systemTime: "2030-03-01T14:05",
        displayTime: "2030-03-01T06:05",
        displayDevice: "receiver",
        transmitterGeneration: "g6 pro",
      }),
    ).toMatchObject({
      systemTime: Date.parse("2030-03-01T14:05:00Z"),
      displayOffsetMinutes: -480,
      displayDevice: "receiver",
      transmitterGeneration: "g6 pro",
    });
  });

  test.each<[string, Record<string, unknown>, { value: number; status: string | null }]>([
    ["39 with low", { value: 39, status: "low" }, { value: 39, status: "low" }],
    ["401 with high", { value: 401, status: "high" }, { value: 401, status: "high" }],
    ["39 without status", { value: 39, status: null }, { value: 39, status: "low" }],
    ["401 without status", { value: 401, status: undefined }, { value: 401, status: "high" }],
    ["low without a number", { value: null, status: "low" }, { value: 39, status: "low" }],
    ["high without a number", { value: undefined, status: "high" }, { value: 401, status: "high" }],
    ["low with less than 39", { value: 12, status: "low" }, { value: 39, status: "low" }],
    ["high with more than 401", { value: 600, status: "high" }, { value: 401, status: "high" }],
    ["40, the lowest number", { value: 40, status: null }, { value: 40, status: null }],
    ["400, the highest number", { value: 400, status: null }, { value: 400, status: null }],
    ["a number that contradicts low", { value: 65, status: "low" }, { value: 65, status: null }],
    ["a number that contradicts high", { value: 250, status: "high" }, { value: 250, status: null }],
    ["status ok of older answers", { value: 100, status: "ok" }, { value: 100, status: null }],
    ["status unknown of older answers", { value: 100, status: "unknown" }, { value: 100, status: null }],
    ["implausibly low, kept as sent", { value: 5, status: null }, { value: 5, status: null }],
    ["implausibly high, kept as sent", { value: 900, status: null }, { value: 900, status: null }],
  ])("%s", (_, overrides, expected) => {
    expect(egv(overrides)).toMatchObject(expected);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["an empty transmitter id", { transmitterId: "" }, { transmitterId: null }],
    ["a transmitter id in capitals", { transmitterId: "AB".repeat(32) }, { transmitterId: "ab".repeat(32) }],
    ["a transmitter id of another shape", { transmitterId: "80X123" }, { transmitterId: null }],
    ["a missing transmitter id", { transmitterId: undefined }, { transmitterId: null }],
    ["ticks of 0, which would make two readings one", { transmitterTicks: 0 }, { transmitterTicks: null }],
    ["ticks as text", { transmitterTicks: "12" }, { transmitterTicks: null }],
    ["a missing unit", { unit: undefined, rateUnit: undefined }, { value: 112 }],
    ["unit unknown", { unit: "unknown" }, { value: 112 }],
    [
      "trend notComputable without a rate",
      { trend: "notComputable", trendRate: null },
      { trend: "notComputable", trendRate: null },
    ],
    ["no trend", { trend: null }, { trend: null }],
    ["a trend nobody documented", { trend: "sideways" }, { trend: "unknown" }],
    ["a rate that is no number", { trendRate: "fast" }, { trendRate: null }],
    [
      "a generation nobody documented",
      { transmitterGeneration: "g715day" },
      { transmitterGeneration: "g715day" },
    ],
    ["no generation", { transmitterGeneration: null }, { transmitterGeneration: null }],
    ["an unknown extra field", { somethingNew: { deep: [1] } }, { value: 112 }],
    ["a record without an id", { recordId: undefined }, { value: 112 }],
  ])("is kept with %s", (_, overrides, expected) => {
    expect(egv(overrides)).toMatchObject(expected);
  });

  test.each<[string, unknown, string]>([
    ["neither number nor status", wireEgv({ value: null, status: null }), "value:missing"],
    ["an unknown status and no number", wireEgv({ value: null, status: "ok" }), "value:missing"],
    ["a value as text", wireEgv({ value: "112" }), "value:invalid_type"],
    ["a fraction", wireEgv({ value: 112.5 }), "value:invalid_type"],
    ["a negative value", wireEgv({ value: -1 }), "value:out_of_bounds"],
    ["an absurd value", wireEgv({ value: 2_000_000 }), "value:out_of_bounds"],
    ["infinity", wireEgv({ value: Number.POSITIVE_INFINITY }), "value:invalid_type"],
    ["mmol/L, which Dexcom never sends", wireEgv({ value: 6, unit: "mmol/L" }), "unit:mmol"],
    ["no system time", without(wireEgv(), "systemTime"), "systemTime:invalid_type"],
    ["a system time that is none", wireEgv({ systemTime: "yesterday" }), "systemTime:unreadable"],
    ["the epoch as system time", wireEgv({ systemTime: "1970-01-01T00:00Z" }), "systemTime:before_history"],
    ["no display time", wireEgv({ displayTime: null }), "displayTime:invalid_type"],
    ["a display time that is none", wireEgv({ displayTime: "?" }), "displayTime:unreadable"],
    [
      "the epoch as display time",
      wireEgv({ displayTime: "1970-01-01T00:00Z" }),
      "displayTime:before_history",
    ],
    ["text in place of a record", "112", "record:invalid_type"],
    ["null in place of a record", null, "record:invalid_type"],
  ])("with %s is quarantined, with its reason and as it came", (_, raw, reason) => {
    const { records, quarantined } = read.egv(raw);
    expect(records).toEqual([]);
    expect(quarantined).toMatchObject([{ reason, raw: JSON.stringify(raw), truncated: false }]);
  });
});

describe("an event", () => {
  test("is mapped field by field", () => {
    expect(read.event(wireEvent()).records).toEqual([
      {
        recordId: "1b9d6bcd-bbfd-5b2d-9b5d-ab8dfbbd4bed",
        systemTime: Date.parse("2030-03-01T12:00:00Z"),
        displayOffsetMinutes: -480,
        status: "created",
        type: "carbs",
        subType: null,
        value: 45,
        unit: "grams",
      },
    ]);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["a number as value", { value: 400 }, { value: 400 }],
    [
      "insulin with a decimal",
      { eventType: "insulin", eventSubType: "fastActing", value: "5.50", unit: "units" },
      { type: "insulin", subType: "fastActing", value: 5.5, unit: "units" },
    ],
    ["insulin without a unit", { eventType: "insulin", value: "3", unit: "" }, { value: 3, unit: "units" }],
    ["carbs with an unknown unit", { unit: "unknown" }, { unit: "grams" }],
    [
      "exercise without unit and subtype",
      { eventType: "exercise", eventSubType: undefined, value: "30", unit: null },
      { type: "exercise", subType: null, value: 30, unit: "minutes" },
    ],
    ["an empty value", { value: "" }, { value: null }],
    ["a missing value", { value: undefined }, { value: null }],
    [
      "a meter value",
      { eventType: "bloodGlucose", value: "118", unit: "mg/dL" },
      { type: "bloodGlucose", value: 118, unit: "mg/dL" },
    ],
    [
      "a meter value without a unit",
      { eventType: "bloodGlucose", value: 118, unit: undefined },
      { value: 118, unit: "mg/dL" },
    ],
    [
      "a meter value in mmol/L",
      { eventType: "bloodGlucose", value: "6.4", unit: "mmol/L" },
      { value: 6.4, unit: "mmol/L" },
    ],
    [
      "health with a stray value",
      { eventType: "health", eventSubType: "stress", value: "0", unit: "unknown" },
      { type: "health", subType: "stress", value: null, unit: null },
    ],
    [
      "a note",
      { eventType: "notes", value: "Pizza, then a walk", unit: null },
      { type: "notes", value: "Pizza, then a walk", unit: null },
    ],
    ["a note in the singular", { eventType: "note", value: "x" }, { type: "notes", value: "x" }],
    ["a note that is a number", { eventType: "notes", value: 12 }, { type: "notes", value: "12" }],
    ["a note with half a surrogate pair", { eventType: "notes", value: "a\ud800b" }, { value: "a\ufffdb" }],
    [
      "a type nobody documented",
      { eventType: "sauna", value: "20" },
      { type: "unknown", value: null, unit: null },
    ],
    ["no type", { eventType: null, value: null }, { type: "unknown" }],
    ["an update", { eventStatus: "updated" }, { status: "updated" }],
    ["a missing status", { eventStatus: undefined }, { status: "created" }],
    ["an empty subtype", { eventSubType: "" }, { subType: null }],
    ["an empty transmitter id", { transmitterId: "" }, { value: 45 }],
  ])("is kept with %s", (_, overrides, expected) => {
    expect(event(overrides)).toMatchObject(expected);
  });

  test("that was deleted is passed on, even if the rest of it is broken", () => {
    expect(event({ eventStatus: "deleted" })).toMatchObject({ status: "deleted", value: 45 });
    expect(event({ eventStatus: "deleted", value: "forty" })).toMatchObject({
      status: "deleted",
      value: null,
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["an amount that is no number", { value: "forty" }, "value:not_a_number"],
    ["an amount in another script", { value: "٤٥" }, "value:not_a_number"],
    ["an object as value", { value: {} }, "value:invalid_union"],
    ["no id, without which it can never be edited", { recordId: "" }, "recordId:too_small"],
    ["no time", { systemTime: null }, "systemTime:invalid_type"],
  ])("with %s is quarantined", (_, overrides, reason) => {
    expect(reasonOf(read.event(wireEvent(overrides)))).toBe(reason);
  });
});

describe("a calibration", () => {
  test("is mapped field by field", () => {
    expect(read.calibration(wireCalibration()).records).toEqual([
      {
        recordId: "2c5ea4c0-4067-51e9-8bad-9b1deb4d3b7d",
        systemTime: Date.parse("2030-03-01T10:00:00Z"),
        displayOffsetMinutes: -480,
        value: 118,
        unit: "mg/dL",
        transmitterId: TRANSMITTER_ID,
        transmitterTicks: 86_400,
        displayDevice: "android",
        transmitterGeneration: "g6",
      },
    ]);
  });

  test.each<[string, unknown, string]>([
    ["missing", undefined, "mg/dL"],
    ["null", null, "mg/dL"],
    ["unknown", "unknown", "mg/dL"],
    ["mmol/L", "mmol/L", "mmol/L"],
  ])("with the unit %s is kept", (_, unit, expected) => {
    expect(read.calibration(wireCalibration({ unit })).records[0]?.unit).toBe(expected);
  });

  test("without a value is quarantined", () => {
    expect(reasonOf(read.calibration(wireCalibration({ value: null })))).toBe("value:invalid_type");
    expect(reasonOf(read.calibration(wireCalibration({ value: -4 })))).toBe("value:out_of_bounds");
    expect(reasonOf(read.calibration(wireCalibration({ systemTime: "x" })))).toBe("systemTime:unreadable");
  });
});

describe("an alert", () => {
  test("is mapped field by field", () => {
    expect(read.alert(wireAlert()).records).toEqual([
      {
        recordId: "3d6f0a1e-5178-52fa-8cbe-ac2efc5e4c8e",
        systemTime: Date.parse("2030-03-01T11:00:00Z"),
        displayOffsetMinutes: -480,
        name: "low",
        state: "activeAlarming",
        transmitterId: TRANSMITTER_ID,
        displayDevice: "iOS",
        displayApp: "G7",
        transmitterGeneration: "g7",
      },
    ]);
  });

  test("keeps names that no document lists, and calls an unlisted state unknown", () => {
    expect(read.alert(wireAlert({ alertName: "fixedLow", alertState: "dozing" })).records[0]).toMatchObject({
      name: "fixedLow",
      state: "unknown",
    });
  });

  test("without a name is quarantined", () => {
    expect(reasonOf(read.alert(wireAlert({ alertName: null })))).toBe("alertName:invalid_type");
    expect(reasonOf(read.alert(wireAlert({ displayTime: "x" })))).toBe("displayTime:unreadable");
  });
});
