import { expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { appOf, type JsonObject, rowsOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { type QuirkChanges, quirksSchema } from "@/lib/simulator/quirks";
import { createSimulator } from "@/lib/simulator/simulator";

const clock = fixedClock("2030-03-01T14:07:00Z");
const DAY = ["2030-02-28T00:00:00", "2030-03-01T00:00:00"] as const;

async function withQuirks(quirks: QuirkChanges, person = fakePerson()) {
  const simulator = createSimulator({ people: [person], clock, quirks: { User7: quirks } });
  const app = appOf(simulator);
  const token = (await app.signIn("User7")).access_token;
  return {
    simulator,
    rows: (endpoint: string) => app.records(token, endpoint, ...DAY),
    at: (endpoint: string, from: string, to: string) => app.records(token, endpoint, from, to),
    read: (path: string) => app.read(token, `/v3/users/self/${path}`),
    device: async () => rowsOf(await app.read(token, "/v3/users/self/devices"))[0] ?? {},
  };
}

async function firstRow(endpoint: string, quirks: QuirkChanges): Promise<JsonObject> {
  return (await (await withQuirks(quirks)).rows(endpoint))[0] ?? {};
}

/** The last event of the day of each type: a note at 18:00, insulin at 12:01, carbs at 12:00. */
async function eventRow(type: string, quirks: QuirkChanges): Promise<JsonObject> {
  const rows = await (await withQuirks(quirks)).rows("events");
  return rows.find((row) => String(row["eventType"]).startsWith(type)) ?? {};
}

test.each<[QuirkChanges, string, string]>([
  [{}, "2030-02-28T08:00:00Z", "2030-02-28T00:00:00-08:00"],
  [{ times: "bare" }, "2030-02-28T08:00:00", "2030-02-28T00:00:00"],
  [{ dropZeroSeconds: true }, "2030-02-28T08:00Z", "2030-02-28T00:00-08:00"],
  [{ dropZeroSeconds: true, times: "bare" }, "2030-02-28T08:00", "2030-02-28T00:00"],
  [{ offsetSeconds: true }, "2030-02-28T08:00:00Z", "2030-02-28T00:00:00-07:59:59"],
  [{ offsetForm: "compact" }, "2030-02-28T08:00:00Z", "2030-02-28T00:00:00-0800"],
  [{ offsetForm: "hour" }, "2030-02-28T08:00:00Z", "2030-02-28T00:00:00-08"],
  [{ spaceForT: true }, "2030-02-28 08:00:00Z", "2030-02-28 00:00:00-08:00"],
  [{ singleDigitTimes: true }, "2030-2-28T8:00:00Z", "2030-2-28T0:00:00-08:00"],
])("time strings with %j", async (quirks, systemTime, displayTime) => {
  expect(await firstRow("calibrations", quirks)).toMatchObject({ systemTime, displayTime });
});

test("milliseconds differ from record to record, and windows and dataRange go by them", async () => {
  const { rows, at, read } = await withQuirks({ milliseconds: true });
  const all = await rows("egvs");
  expect(all).toHaveLength(288);
  const times = all.map((row) => String(row["systemTime"]));
  for (const time of times) expect(time).toMatch(/T\d\d:\d\d:12\.\d{3}Z$/);
  expect(new Set(times.map((time) => time.slice(-4))).size).toBeGreaterThan(200);
  expect(all[0]?.["displayTime"]).toBe(times[0]?.replace("28T23", "28T15").replace("Z", "-08:00"));
  const time = times[100] ?? "";
  const next = new Date(Date.parse(time) + 1).toISOString();
  expect(await at("egvs", time, next)).toHaveLength(1);
  expect(await at("egvs", new Date(Date.parse(time) - 500).toISOString(), time)).toHaveLength(0);
  expect(JSON.stringify(await read("dataRange"))).toMatch(/"end":\{"systemTime":"2030-03-01T14:05:12\.?\d*"/);
  const { rows: bare } = await withQuirks({ milliseconds: true, times: "bare" });
  expect((await bare("calibrations"))[0]?.["systemTime"]).toMatch(/^2030-02-28T08:00:00\.\d{3}$/);
});

test("a receiver can be made to send offsets", async () => {
  const receiver = fakePerson({ device: { sendsOffsets: false } });
  const { rows } = await withQuirks({ times: "offset" }, receiver);
  expect((await rows("calibrations"))[0]?.["systemTime"]).toBe("2030-02-28T08:00:00Z");
});

test("the end of a window can be inclusive", async () => {
  const window = ["2030-02-28T08:00:12", "2030-02-28T08:05:12"] as const;
  expect(await (await withQuirks({})).at("egvs", ...window)).toHaveLength(1);
  expect(await (await withQuirks({ endInclusive: true })).at("egvs", ...window)).toHaveLength(2);
});

test.each<[QuirkChanges, JsonObject]>([
  [{ emptyTransmitterId: true }, { transmitterId: "" }],
  [{ nullTransmitterId: true }, { transmitterId: null }],
  [{ zeroTransmitterTicks: true }, { transmitterTicks: 0 }],
  [{ nullValues: true }, { value: null }],
  [{ statusWords: true }, { status: "ok" }],
  [{ notComputable: true }, { trend: "notComputable", trendRate: null }],
  [{ rateOutOfRange: true }, { trend: "rateOutOfRange", trendRate: 8.4 }],
  [{ unknownUnit: true }, { unit: "unknown", rateUnit: "unknown" }],
  [{ displayApp: null }, { displayApp: null }],
  [{ displayApp: "G7Android" }, { displayApp: "G7Android" }],
  [{ displayDevice: "touchscreenReceiver" }, { displayDevice: "touchscreenReceiver" }],
  [{ transmitterGeneration: "g6 pro" }, { transmitterGeneration: "g6 pro" }],
  [{ transmitterGenerationVariant: "g715day" }, { transmitterGenerationVariant: "g715day" }],
])("EGVs with %j", async (quirks, expected) => {
  expect(await firstRow("egvs", quirks)).toMatchObject(expected);
});

test.each<[QuirkChanges, string[]]>([
  [{ missingTransmitterId: true }, ["transmitterId"]],
  [{ missingStatus: true }, ["status"]],
  [{ missingUnit: true }, ["unit", "rateUnit"]],
  [{ missingVariant: true }, ["transmitterGenerationVariant"]],
  [{ missingDisplayApp: true }, ["displayApp"]],
])("EGVs with %j lack that field altogether", async (quirks, names) => {
  const [plain, quirky] = [await firstRow("egvs", {}), await firstRow("egvs", quirks)];
  expect(Object.keys(plain).filter((name) => !(name in quirky))).toEqual(names);
});

test("a device's transmitter id can be empty, null or missing as well", async () => {
  const deviceWith = async (quirks: QuirkChanges) => (await withQuirks(quirks)).device();
  expect(await deviceWith({ emptyTransmitterId: true })).toHaveProperty("transmitterId", "");
  expect(await deviceWith({ nullTransmitterId: true })).toHaveProperty("transmitterId", null);
  expect(await deviceWith({ missingTransmitterId: true })).not.toHaveProperty("transmitterId");
});

test("a share of 0.1 touches about a tenth of the records, always the same ones", async () => {
  const { rows } = await withQuirks({ emptyTransmitterId: 0.1 });
  const touched = async () => (await rows("egvs")).filter((row) => row["transmitterId"] === "");
  const first = await touched();
  expect(first.length).toBeGreaterThan(288 * 0.04);
  expect(first.length).toBeLessThan(288 * 0.2);
  expect(await touched()).toEqual(first);
});

test("a second display device reports the same reading under its own id, seconds later", async () => {
  const { rows } = await withQuirks({ secondDisplayDevice: true, order: "ascending" });
  const all = await rows("egvs");
  const seconds = all.filter((row) => row["displayDevice"] === "receiver");
  const firsts = new Map(
    all.filter((row) => row["displayDevice"] === "iOS").map((row) => [row["transmitterTicks"], row]),
  );
  expect(seconds.length).toBeGreaterThanOrEqual(287);
  expect(new Set(all.map((row) => row["recordId"])).size).toBe(all.length);
  for (const second of seconds.slice(1)) {
    const first = firsts.get(second["transmitterTicks"]);
    const apart = Date.parse(String(second["systemTime"])) - Date.parse(String(first?.["systemTime"]));
    expect(apart).toBeGreaterThan(0);
    expect(apart).toBeLessThanOrEqual(150_000);
    expect(second["value"]).toBe(first?.["value"]);
  }
});

test("a device whose clock runs ahead sends times of the future, and windows work on its times", async () => {
  const { at, read } = await withQuirks({ deviceClockAheadSeconds: 600 });
  const [newest] = await at("egvs", "2030-03-01T14:00:00", "2030-03-01T15:00:00");
  expect(newest?.["systemTime"]).toBe("2030-03-01T14:15:12Z");
  expect(await read("dataRange")).toMatchObject({ egvs: { end: { systemTime: "2030-03-01T14:15:12" } } });
});

test("event values are strings, or numbers as in Dexcom's own example; notes keep their text", async () => {
  expect(await eventRow("carbs", {})).toMatchObject({ value: "45", unit: "grams" });
  expect(await eventRow("carbs", { eventValues: "number" })).toMatchObject({ value: 45 });
  expect(await eventRow("note", { eventValues: "number" })).toMatchObject({ value: "Long walk" });
});

test("event quirks", async () => {
  expect(await eventRow("note", { singularNote: true })).toMatchObject({ eventType: "note" });
  expect(await eventRow("carbs", { emptyEventValue: true })).toMatchObject({ value: "" });
  expect(await eventRow("carbs", { missingEventValue: true })).not.toHaveProperty("value");
  expect(await eventRow("note", { missingEventValue: true })).toMatchObject({ value: "Long walk" });
  expect(await eventRow("carbs", { emptyEventUnit: true })).toMatchObject({ unit: "" });
  expect(await eventRow("carbs", { missingEventUnit: true })).not.toHaveProperty("unit");
  expect(await eventRow("insulin", { unknownEventSubType: true })).toMatchObject({ eventSubType: "unknown" });
  expect(await eventRow("carbs", { unknownEventSubType: true })).toMatchObject({ eventSubType: null });
  expect(await eventRow("insulin", { missingEventSubType: true })).not.toHaveProperty("eventSubType");
  expect(await eventRow("carbs", { deletedEvents: true })).toMatchObject({ eventStatus: "deleted" });
  expect(await eventRow("carbs", { recordedTimes: "null" })).toMatchObject({ recordedSystemTime: null });
  expect(await eventRow("carbs", { recordedTimes: "missing" })).not.toHaveProperty("recordedDisplayTime");
  const { simulator } = await withQuirks({ strayHealthValue: true });
  simulator.control.addEvent("User7", {
    systemTime: "2030-02-28T20:00:00Z",
    eventType: "health",
    eventSubType: "stress",
  });
  const token = simulator.control.authorize("User7", "simulator-client", "http://x").accessToken;
  const [health] = await appOf(simulator).records(token, "events", ...DAY);
  expect(health).toMatchObject({ eventType: "health", value: "1" });
});

test("the record type of events can be the plural of the documentation's example", async () => {
  const { read } = await withQuirks({ pluralEventRecordType: true });
  const body = await read(`events?startDate=${DAY[0]}&endDate=${DAY[1]}`);
  expect(body["recordType"]).toBe("events");
});

test("an update can add a row under the same id instead of replacing it", async () => {
  for (const [updateAddsRow, rowsWanted] of [
    [false, 1],
    [true, 2],
  ] as const) {
    const { simulator, rows } = await withQuirks({ updateAddsRow });
    const id = String((await eventRow("carbs", {}))["recordId"]);
    simulator.control.updateEvent("User7", id, { value: 60 });
    const carbs = (await rows("events")).filter((row) => row["recordId"] === id);
    expect(carbs).toHaveLength(rowsWanted);
    expect(carbs.map((row) => row["eventStatus"])).toContain("updated");
  }
});

test.each([
  ["unknown", "unknown"],
  ["null", null],
] as const)("a calibration's unit can be %s", async (calibrationUnit, unit) => {
  expect(await firstRow("calibrations", { calibrationUnit })).toMatchObject({ unit });
});

test("calibration and alert quirks", async () => {
  expect(await firstRow("calibrations", { calibrationUnit: "missing" })).not.toHaveProperty("unit");
  expect(await firstRow("alerts", { fixedLow: true })).toMatchObject({ alertName: "fixedLow" });
  expect(await firstRow("alerts", { unknownAlerts: true })).toMatchObject({
    alertName: "unknown",
    alertState: "unknown",
  });
});

test("device quirks", async () => {
  const deviceWith = async (quirks: QuirkChanges) => (await withQuirks(quirks)).device();
  expect(await deviceWith({ missingLastUploadDate: true })).not.toHaveProperty("lastUploadDate");
  expect(await deviceWith({ emptyAlertSchedules: true })).toMatchObject({ alertSchedules: [] });
  const text = async (quirks: QuirkChanges) => JSON.stringify(await deviceWith(quirks));
  expect(await text({ epochPlaceholders: true })).toContain('"lastUploadDate":"1970-01-01T00:00Z"');
  const odd = await text({ oddScheduleTimes: true });
  for (const time of ['"0:00"', '"8:00 AM"', '"47:59"']) expect(odd).toContain(time);
  expect(await text({ emptyDayNames: true })).toContain('"daysOfWeek":["","sunday"');
  expect(await text({ missingIsDefaultSchedule: true })).not.toContain("isDefaultSchedule");
  expect((await text({ twoDefaultSchedules: true })).match(/"isDefaultSchedule":true/g)).toHaveLength(2);
  expect(await text({ capitalisedKey: true })).toContain('"SecondaryTriggerCondition"');
  const settings = await text({ oddAlertSettings: true });
  expect(settings).toContain('"alertName":"fall","value":-2,"unit":"mg/dL/min","snooze":30');
  expect(settings).toContain('"alertName":"urgentLow","value":55,"unit":"mg/dL","snooze":28');
});

test("of duplicate alert settings the one with the newest systemTime is the valid one", async () => {
  const { device } = await withQuirks({ duplicateAlertSettings: true });
  const [schedule] = rowsOf(await device(), "alertSchedules");
  const lows = rowsOf(schedule ?? {}, "alertSettings").filter((row) => row["alertName"] === "low");
  expect(lows.map((row) => [row["systemTime"], row["enabled"]])).toEqual([
    ["2028-12-31T23:00:00Z", false],
    ["2029-01-01T00:00:00Z", true],
  ]);
});

test("dataRange quirks", async () => {
  const read = async (quirks: QuirkChanges, query = "") =>
    (await withQuirks(quirks)).read(`dataRange${query}`);
  expect(await read({ dataRangeTimes: "asRecords" })).toMatchObject({
    egvs: { end: { systemTime: "2030-03-01T14:05:12Z", displayTime: "2030-03-01T06:05:12-08:00" } },
  });
  expect(await read({ nullDataRangeBlocks: ["egvs"] })).toMatchObject({ egvs: null });
  expect(await read({ missingDataRangeBlocks: ["events"] })).not.toHaveProperty("events");
  const whole = { egvs: { start: { systemTime: "2029-01-01T00:00:12" } } };
  const bareTime = "?lastSyncTime=2030-03-01T00:00:00";
  expect(await read({ bareSyncTimeIgnored: true }, bareTime)).toMatchObject(whole);
  expect(await read({ bareSyncTimeIgnored: true }, `${bareTime}Z`)).not.toMatchObject(whole);
  expect(await read({ oldSyncTimeIsWrong: true }, "?lastSyncTime=2029-01-01T00:00:00Z")).not.toMatchObject(
    whole,
  );
  expect(await read({}, "?lastSyncTime=2028-12-31T00:00:00Z")).toMatchObject(whole);
});

test("a name that is no quirk, or a value that a quirk does not know, is refused", () => {
  expect(quirksSchema.safeParse({ nonsense: true }).success).toBe(false);
  expect(quirksSchema.safeParse({ order: "upwards" }).success).toBe(false);
  expect(quirksSchema.safeParse({ nullValues: 1.5 }).success).toBe(false);
});
