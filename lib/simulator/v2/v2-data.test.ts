import { expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { appOf, jsonOf, rowsOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import type { QuirkChanges } from "@/lib/simulator/quirks";
import { createSimulator } from "@/lib/simulator/simulator";

const G6 = { transmitterGeneration: "g6", transmitterGenerationVariant: "g6", displayApp: "G6" };
const WINDOW = "startDate=2030-02-28T08:00:00&endDate=2030-02-28T20:00:00";

async function start(device: object = G6, quirks: QuirkChanges = {}) {
  const clock = fixedClock("2030-03-01T14:07:00Z");
  const simulator = createSimulator({ people: [fakePerson({ device })], clock, quirks: { User7: quirks } });
  const app = appOf(simulator, "v2");
  const token = (await app.signIn("User7")).access_token;
  return {
    app,
    token,
    control: simulator.control,
    read: (path: string) => app.read(token, `/v2/users/self/${path}`),
  };
}

test("EGVs come without envelope or ids, in bare times, newest first, with the values of v3", async () => {
  const { app, token, read } = await start();
  const body = await read(`egvs?${WINDOW}`);
  expect(Object.keys(body)).toEqual(["unit", "rateUnit", "egvs"]);
  expect(body).toMatchObject({ unit: "mg/dL", rateUnit: "mg/dL/min" });
  const rows = rowsOf(body, "egvs");
  const inV3 = await app.records(token, "egvs", "2030-02-28T08:00:00", "2030-02-28T20:00:00");
  expect(rows.map((row) => row["value"])).toEqual(inV3.map((row) => row["value"]));
  expect(rows[0]).toEqual({
    systemTime: "2030-02-28T19:55:12",
    displayTime: "2030-02-28T11:55:12",
    value: inV3[0]?.["value"],
    realtimeValue: inV3[0]?.["value"],
    smoothedValue: inV3[0]?.["value"],
    status: null,
    trend: "flat",
    trendRate: 0.2,
  });
});

test("the newest reading is not smoothed yet; with noise its value changes once the next one comes", async () => {
  const { read, control } = await start(G6, { v2RealtimeNoise: 20 });
  const window = "startDate=2030-03-01T14:00:00&endDate=2030-03-01T15:00:00";
  const rows = async () => rowsOf(await read(`egvs?${window}`), "egvs");
  const [newest] = await rows();
  expect(newest).toMatchObject({ systemTime: "2030-03-01T14:05:12", smoothedValue: null });
  expect(newest?.["value"]).toBe(newest?.["realtimeValue"]);
  control.clock.advance(5 * 60_000);
  const later = (await rows())[1];
  expect(later).toMatchObject({
    systemTime: "2030-03-01T14:05:12",
    realtimeValue: newest?.["realtimeValue"],
  });
  expect(later?.["value"]).toBe(later?.["smoothedValue"]);
  expect(later?.["value"]).not.toBe(newest?.["value"]);
});

test("G4 and G5 have no smoothed values", async () => {
  const { read } = await start({ ...G6, transmitterGeneration: "g5" });
  const rows = rowsOf(await read(`egvs?${WINDOW}`), "egvs");
  expect(new Set(rows.map((row) => row["smoothedValue"]))).toEqual(new Set([null]));
});

test("events have numbers, an eventId that a deletion keeps, and only the four old types", async () => {
  const { read, control } = await start();
  const events = async () => rowsOf(await read(`events?${WINDOW}`), "events");
  const [insulin, carbs] = await events();
  expect(carbs).toEqual({
    systemTime: "2030-02-28T12:00:00",
    displayTime: "2030-02-28T04:00:00",
    eventType: "carbs",
    eventSubType: null,
    value: 45,
    unit: "grams",
    eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    eventStatus: "created",
  });
  expect(insulin).toMatchObject({ eventType: "insulin", eventSubType: "fastActing", value: 4.5 });
  expect(await events()).toHaveLength(2);
  control.updateEvent("User7", String(carbs?.["eventId"]), { value: 50 });
  expect((await events())[1]).toMatchObject({
    eventStatus: "created",
    value: 50,
    eventId: carbs?.["eventId"],
  });
  control.deleteEvent("User7", String(carbs?.["eventId"]));
  expect((await events())[1]).toMatchObject({ eventStatus: "deleted", eventId: carbs?.["eventId"] });
});

test("calibrations, devices and dataRange in the shapes of version 2", async () => {
  const { read } = await start({ ...G6, displayDevice: "receiver", sendsOffsets: false });
  expect(await read(`calibrations?${WINDOW}`)).toEqual({
    calibrations: [
      { systemTime: "2030-02-28T08:00:00", displayTime: "2030-02-28T00:00:00", value: 110, unit: "mg/dL" },
    ],
  });
  const [device] = rowsOf(await read(`devices?${WINDOW}`), "devices");
  expect(device).toMatchObject({
    transmitterGeneration: "g6",
    displayDevice: "touchscreenReceiver",
    lastUploadDate: "2030-03-01T14:05:12",
  });
  expect(Object.keys(device ?? {})).toContain("alertScheduleList");
  expect(await read("dataRange")).toMatchObject({
    egvs: { start: { systemTime: "2029-01-01T00:00:12" }, end: { systemTime: "2030-03-01T14:05:12" } },
  });
  expect(Object.keys(await read("dataRange"))).toEqual(["calibrations", "egvs", "events"]);
});

test("devices need both dates and ignore their time of day", async () => {
  const { app, token, read } = await start();
  expect((await app.get(token, "/v2/users/self/devices")).status).toBe(400);
  const sameDay = "startDate=2030-02-28T23:00:00&endDate=2030-02-28T01:00:00";
  expect(rowsOf(await read(`devices?${sameDay}`), "devices")).toHaveLength(1);
});

test("times have an offset where a person's quirk says so", async () => {
  const { read } = await start(G6, { v2TimesWithZ: true });
  const [row] = rowsOf(await read(`egvs?${WINDOW}`), "egvs");
  expect(row).toMatchObject({ systemTime: "2030-02-28T19:55:12Z", displayTime: "2030-02-28T11:55:12-08:00" });
});

test.each([
  ["G7", {}],
  ["ONE+", { transmitterGenerationVariant: "d1+", displayApp: "D1G7" }],
  ["ONE", { transmitterGeneration: "g6", displayApp: "DexcomOne" }],
])("%s data never appears", async (_name, device) => {
  const { read } = await start(device);
  expect(rowsOf(await read(`egvs?${WINDOW}`), "egvs")).toEqual([]);
  expect(rowsOf(await read(`events?${WINDOW}`), "events")).toEqual([]);
  expect(rowsOf(await read(`devices?${WINDOW}`), "devices")).toEqual([]);
  expect(await read("dataRange")).toEqual({ calibrations: null, egvs: null, events: null });
});

test("ninety days are accepted and no more", async () => {
  const { app, token } = await start();
  const status = async (from: string, to: string) =>
    (await app.get(token, `/v2/users/self/events?startDate=${from}&endDate=${to}`)).status;
  expect(await status("2029-12-01T00:00:00", "2030-03-01T00:00:00")).toBe(200);
  expect(await status("2029-12-01T00:00:00", "2030-03-01T00:00:01")).toBe(400);
  expect(await status("2030-03-01T00:00:00", "2030-03-01T00:00:00")).toBe(400);
});

const BOUNDS = [
  { name: "urgentLow", bound: 55 },
  { name: "low", bound: 70 },
  { name: "high", bound: 180 },
];
const DAY_AND_NIGHT = [
  { name: "day", startTime: "06:00:00", endTime: "22:00:00", egvRanges: BOUNDS },
  { name: "night", startTime: "22:00:00", endTime: "06:00:00", egvRanges: BOUNDS },
];

test("statistics are computed from the readings that EGVs show, and need a valid body", async () => {
  const { app, token, control, read } = await start();
  const post = (body: string, query = WINDOW) =>
    app.send(`/v2/users/self/statistics?${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body,
    });
  const good = JSON.stringify({ targetRanges: DAY_AND_NIGHT });
  const values = rowsOf(await read(`egvs?${WINDOW}`), "egvs").map((row) => Number(row["value"]));
  const answer = await jsonOf(await post(good));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(answer).toMatchObject({
    nValues: 144,
    nDays: 1,
    min: Math.min(...values),
    max: Math.max(...values),
    utilizationPercent: 100,
    meanDailyCalibrations: 1,
    nUrgentLow: values.filter((value) => value < 55).length,
    nAboveRange: values.filter((value) => value > 180).length,
  });
  expect(answer["mean"]).toBeCloseTo(mean, 9);

  control.changeSettings({ delayMinutes: 60 });
  const recent = "startDate=2030-03-01T12:07:00&endDate=2030-03-01T15:07:00";
  expect(await jsonOf(await post(good, recent))).toMatchObject({ nValues: 12, utilizationPercent: 100 });

  for (const bad of ["", "{", "{}", '{"targetRanges":[]}']) expect((await post(bad)).status).toBe(400);
  expect((await post(good, "startDate=2030-02-28T08:00:00")).status).toBe(400);
  expect((await app.get(token, `/v2/users/self/statistics?${WINDOW}`)).status).toBe(405);
});
