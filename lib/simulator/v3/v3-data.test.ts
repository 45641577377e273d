import { expect, test } from "vitest";
import { DAY_MS, fixedClock, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { appOf, jsonOf, rowsOf } from "@/lib/simulator/app.test-support";
import { FAKE_START, fakePerson } from "@/lib/simulator/fake-person.test-support";
import { createSimulator, type SimulatorOptions } from "@/lib/simulator/simulator";

const NOW = Date.UTC(2030, 2, 1, 14, 7);
const DAY = ["2030-02-28T00:00:00", "2030-03-01T00:00:00"] as const;

async function start(options: Partial<SimulatorOptions> = {}) {
  const clock = fixedClock(NOW);
  const people = [fakePerson(), fakePerson({ name: "User8", hasEvents: false })];
  const simulator = createSimulator({ people, clock, ...options });
  const app = appOf(simulator);
  const token = (await app.signIn("User7")).access_token;
  return { app, token, clock, control: simulator.control };
}

const path = (endpoint: string, from: string, to: string) =>
  `/v3/users/self/${endpoint}?${new URLSearchParams({ startDate: from, endDate: to })}`;

test("every endpoint answers its singular record type, version 3.0, the user's id and an array of records", async () => {
  const { app, token } = await start();
  const types = {
    egvs: "egv",
    events: "event",
    calibrations: "calibration",
    alerts: "alert",
    devices: "device",
  };
  for (const [endpoint, recordType] of Object.entries(types)) {
    const body = await app.read(token, path(endpoint, ...DAY));
    expect(Object.keys(body)).toEqual(["recordType", "recordVersion", "userId", "records"]);
    expect(body).toMatchObject({
      recordType,
      recordVersion: "3.0",
      userId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(rowsOf(body).length).toBeGreaterThan(0);
  }
});

test("userId is stable for a person and client, differs between people and clients, and is not the token's subject", async () => {
  const { app, token, control } = await start();
  control.addClient({ id: "other", secret: "s", anyLoopbackRedirect: true });
  const idOf = async (accessToken: string) =>
    (await app.read(accessToken, "/v3/users/self/dataRange"))["userId"];
  const mine = await idOf(token);
  expect(await idOf((await app.signIn("User7")).access_token)).toBe(mine);
  expect(await idOf((await app.signIn("User8")).access_token)).not.toBe(mine);
  expect(await idOf(control.authorize("User7", "other", "http://x").accessToken)).not.toBe(mine);
  expect(control.people()[0]?.userIds["simulator-client"]).toBe(mine);
  expect(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).not.toContain(String(mine));
});

test("an EGV has every documented field", async () => {
  const { app, token } = await start();
  const [egv] = await app.records(token, "egvs", "2030-03-01T14:05:00", "2030-03-01T14:10:00");
  expect(egv).toEqual({
    recordId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    systemTime: "2030-03-01T14:05:12Z",
    displayTime: "2030-03-01T06:05:12-08:00",
    transmitterId: "9c".repeat(32),
    transmitterTicks: (Date.UTC(2030, 2, 1, 14, 5, 12) - FAKE_START) / 1000,
    value: expect.any(Number),
    status: null,
    trend: "flat",
    trendRate: 0.2,
    unit: "mg/dL",
    rateUnit: "mg/dL/min",
    displayDevice: "iOS",
    transmitterGeneration: "g7",
    transmitterGenerationVariant: "g7",
    displayApp: "G7",
  });
});

test("values out of range are 39 low and 401 high", async () => {
  const value = (slot: number) => (slot % 2 === 0 ? 39 : 401);
  const { app, token } = await start({ people: [fakePerson({ value })] });
  const rows = await app.records(token, "egvs", "2030-03-01T14:00:00", "2030-03-01T14:10:00");
  expect(new Set(rows.map((row) => `${String(row["value"])} ${String(row["status"])}`))).toEqual(
    new Set(["39 low", "401 high"]),
  );
});

test("events, calibrations and alerts have every documented field", async () => {
  const { app, token } = await start();
  const events = await app.records(token, "events", ...DAY);
  const common = {
    recordId: expect.any(String),
    transmitterId: "9c".repeat(32),
    displayDevice: "iOS",
    transmitterGeneration: "g7",
    transmitterGenerationVariant: "g7",
  };
  expect(events.map((event) => event["eventType"])).toEqual(["notes", "insulin", "carbs"]);
  expect(events[1]).toEqual({
    ...common,
    systemTime: "2030-02-28T12:01:00Z",
    displayTime: "2030-02-28T04:01:00-08:00",
    recordedSystemTime: "2030-02-28T12:01:00Z",
    recordedDisplayTime: "2030-02-28T04:01:00-08:00",
    eventStatus: "created",
    eventType: "insulin",
    eventSubType: "fastActing",
    value: "4.5",
    unit: "units",
  });
  const times = { systemTime: "2030-02-28T08:00:00Z", displayTime: "2030-02-28T00:00:00-08:00" };
  expect(await app.records(token, "calibrations", ...DAY)).toEqual([
    { ...common, ...times, unit: "mg/dL", value: 110, transmitterTicks: expect.any(Number) },
  ]);
  expect(await app.records(token, "alerts", ...DAY)).toEqual([
    { ...common, ...times, alertName: "urgentLow", alertState: "activeAlarming", displayApp: "G7" },
  ]);
});

test("devices come whole, whatever dates are sent or none", async () => {
  const { app, token } = await start();
  const bodies = [
    "",
    "?startDate=nonsense",
    "?startDate=2001-01-01T00:00:00&endDate=2001-01-02T00:00:00",
  ].map((q) => app.read(token, `/v3/users/self/devices${q}`));
  const [body, ...others] = await Promise.all(bodies);
  for (const other of others) expect(other).toEqual(body);
  expect(rowsOf(body ?? {})).toEqual([
    {
      lastUploadDate: "2030-03-01T14:05:12Z",
      transmitterId: "9c".repeat(32),
      displayDevice: "iOS",
      transmitterGeneration: "g7",
      transmitterGenerationVariant: "g7",
      displayApp: "G7",
      alertSchedules: [
        {
          alertScheduleSettings: {
            alertScheduleName: "",
            isEnabled: true,
            isDefaultSchedule: true,
            startTime: "00:00",
            endTime: "00:00",
            daysOfWeek: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
            isActive: true,
            override: null,
          },
          alertSettings: expect.arrayContaining([
            {
              alertName: "low",
              value: 70,
              unit: "mg/dL",
              snooze: 15,
              enabled: true,
              systemTime: "2029-01-01T00:00:00Z",
              displayTime: "2028-12-31T16:00:00-08:00",
              delay: null,
              secondaryTriggerCondition: null,
              soundTheme: "modern",
              soundOutputMode: "match",
            },
          ]),
        },
      ],
    },
  ]);
});

test("a device names the transmitter of its newest visible reading, and none before the first", async () => {
  const { app, token, control } = await start();
  const transmitterId = async () =>
    rowsOf(await app.read(token, "/v3/users/self/devices"))[0]?.["transmitterId"];
  expect(await transmitterId()).toBe("9c".repeat(32));
  control.changeSettings({ dataEnd: FAKE_START - 1 });
  expect(await transmitterId()).toBeNull();
});

test("windows are half-open, so that edge-to-edge pages give every reading once", async () => {
  const { app, token } = await start();
  const edges = ["2030-02-28T00:00:00", "2030-02-28T06:00:12", "2030-02-28T12:00:00", "2030-03-01T00:00:00"];
  const times: string[] = [];
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const page = await app.records(token, "egvs", from, edges[index + 1] ?? "");
    times.push(...page.map((row) => String(row["systemTime"])).toReversed());
  }
  expect(times).toHaveLength(288);
  expect(new Set(times).size).toBe(288);
  expect(times).toEqual(times.toSorted((a, b) => a.localeCompare(b)));
  expect(times).toContain("2030-02-28T06:00:12Z");
});

test("thirty days are accepted and give every reading; a second more is refused", async () => {
  const { app, token } = await start();
  const rows = await app.records(token, "egvs", "2030-01-30T00:00:00", "2030-03-01T00:00:00");
  expect(rows).toHaveLength(30 * 288);
  const longer = await app.get(token, path("egvs", "2030-01-30T00:00:00", "2030-03-01T00:00:01"));
  expect(longer.status).toBe(400);
  expect((await jsonOf(longer))["message"]).toMatch(/date range.*30 days/);
});

test("missing, unparsable, empty and reversed windows are refused on every windowed endpoint", async () => {
  const { app, token } = await start();
  const queries = [
    "",
    "startDate=2030-02-28T00:00:00",
    "endDate=2030-02-28T00:00:00",
    "startDate=yesterday&endDate=2030-02-28T00:00:00",
    "startDate=2030-02-30T00:00:00&endDate=2030-03-01T00:00:00",
    "startDate=2030-02-28T00:00:00&endDate=2030-02-28T00:00:00",
    "startDate=2030-02-28T00:00:00&endDate=2030-02-27T00:00:00",
  ];
  for (const endpoint of ["egvs", "events", "calibrations", "alerts"]) {
    for (const query of queries) {
      const response = await app.get(token, `/v3/users/self/${endpoint}?${query}`);
      expect([query, response.status]).toEqual([query, 400]);
      expect((await jsonOf(response))["message"]).toMatch(/^Invalid date range/);
    }
  }
});

test("dates may have Z, milliseconds, nanoseconds or an offset", async () => {
  const { app, token } = await start();
  const plain = await app.records(token, "egvs", "2030-02-28T10:00:00", "2030-02-28T11:00:00");
  const forms = [
    ["2030-02-28T10:00:00Z", "2030-02-28T11:00:00Z"],
    ["2030-02-28T10:00:00.000", "2030-02-28T11:00:00.000"],
    ["2030-02-28T10:00:00.000000000Z", "2030-02-28T11:00:00.123456789Z"],
    ["2030-02-28T10:00", "2030-02-28 11:00"],
    ["2030-02-28T15:45:00+05:45", "2030-02-28T03:00:00-08:00"],
  ] as const;
  for (const [from, to] of forms) expect(await app.records(token, "egvs", from, to)).toEqual(plain);
});

test("records come newest first; a person can have them ascending or shuffled, the same every time", async () => {
  const { app, token, control } = await start();
  const times = async () =>
    (await app.records(token, "egvs", ...DAY)).map((row) => String(row["systemTime"]));
  const newestFirst = await times();
  expect(newestFirst).toEqual(newestFirst.toSorted().toReversed());
  control.setQuirks("User7", { order: "ascending" });
  expect(await times()).toEqual(newestFirst.toReversed());
  control.setQuirks("User7", { order: "shuffled" });
  const shuffled = await times();
  expect(shuffled.toSorted()).toEqual(newestFirst.toReversed());
  expect(shuffled).not.toEqual(newestFirst);
  expect(await times()).toEqual(shuffled);
});

test("a record keeps its id across refetches and other windows, and has another for another client", async () => {
  const { app, token, control } = await start();
  const idOf = async (accessToken: string, from: string) => {
    const rows = await app.records(accessToken, "egvs", from, "2030-02-28T12:05:00");
    return rows[0]?.["recordId"];
  };
  const id = await idOf(token, "2030-02-28T12:00:00");
  expect(await idOf(token, "2030-02-20T00:00:00")).toBe(id);
  expect(await idOf((await app.signIn("User7")).access_token, "2030-02-28T12:00:00")).toBe(id);
  control.addClient({ id: "other", secret: "s" });
  expect(
    await idOf(control.authorize("User7", "other", "http://x").accessToken, "2030-02-28T12:00:00"),
  ).not.toBe(id);
});

test("an empty window has an empty array", async () => {
  const { app, token } = await start();
  expect(await app.records(token, "egvs", "2001-01-01T00:00:00", "2001-01-02T00:00:00")).toEqual([]);
});

test("a ONE+ account has no events and calibrations, and null for them in dataRange", async () => {
  const { app } = await start();
  const token = (await app.signIn("User8")).access_token;
  expect(await app.records(token, "events", ...DAY)).toEqual([]);
  expect(await app.read(token, "/v3/users/self/dataRange")).toMatchObject({
    events: null,
    calibrations: null,
  });
});

test("dataRange gives the bare times of the first and last record of each kind", async () => {
  const { app, token } = await start();
  const body = await app.read(token, "/v3/users/self/dataRange");
  expect(body).toEqual({
    recordType: "dataRange",
    recordVersion: "3.0",
    userId: expect.any(String),
    calibrations: {
      start: { systemTime: "2029-01-01T08:00:00", displayTime: "2029-01-01T00:00:00" },
      end: { systemTime: "2030-03-01T08:00:00", displayTime: "2030-03-01T00:00:00" },
    },
    egvs: {
      start: { systemTime: "2029-01-01T00:00:12", displayTime: "2028-12-31T16:00:12" },
      end: { systemTime: "2030-03-01T14:05:12", displayTime: "2030-03-01T06:05:12" },
    },
    events: {
      start: { systemTime: "2029-01-01T12:00:00", displayTime: "2029-01-01T04:00:00" },
      end: { systemTime: "2030-03-01T12:01:00", displayTime: "2030-03-01T04:01:00" },
    },
  });
});

test("lastSyncTime narrows dataRange to what reached the cloud since, late arrivals with their old times", async () => {
  const { app, token, clock, control } = await start();
  const since = new Date(NOW).toISOString();
  const range = () => app.read(token, `/v3/users/self/dataRange?lastSyncTime=${since}`);
  expect(await range()).toMatchObject({ egvs: null, events: null, calibrations: null });
  const fault = control.addFault({ kind: "lateUpload", hours: 5, endpoints: ["egvs"] });
  clock.set(NOW + 30 * MINUTE_MS);
  expect(await range()).toMatchObject({ egvs: null });
  control.removeFault(fault.id);
  expect(await range()).toMatchObject({
    egvs: { start: { systemTime: "2030-03-01T09:10:12" }, end: { systemTime: "2030-03-01T14:35:12" } },
    events: null,
  });
  expect((await app.get(token, "/v3/users/self/dataRange?lastSyncTime=soon")).status).toBe(400);
});

test("nothing from the future is ever sent", async () => {
  const { app, token } = await start();
  const rows = await app.records(token, "egvs", "2030-03-01T00:00:00", "2030-03-20T00:00:00");
  expect(rows[0]?.["systemTime"]).toBe("2030-03-01T14:05:12Z");
});

test.each([60, 180])(
  "a delay of %i minutes holds back every kind of record, and dataRange respects it",
  async (delayMinutes) => {
    const { app, token, control } = await start();
    control.changeSettings({ delayMinutes });
    const until = NOW - delayMinutes * MINUTE_MS;
    for (const endpoint of ["egvs", "events", "calibrations", "alerts"]) {
      const rows = await app.records(token, endpoint, "2030-02-25T00:00:00", "2030-03-02T00:00:00");
      const newest = Date.parse(String(rows[0]?.["systemTime"]));
      expect(newest).toBeLessThanOrEqual(until);
      if (endpoint === "egvs") expect(newest).toBeGreaterThan(until - 5 * MINUTE_MS);
    }
    const { egvs } = await app.read(token, "/v3/users/self/dataRange");
    const [newest] = await app.records(token, "egvs", "2030-03-01T00:00:00", "2030-03-02T00:00:00");
    expect(JSON.stringify(egvs)).toContain(String(newest?.["systemTime"]).slice(0, -1));
  },
);

test("a receiver sends bare times and its records arrive in lumps", async () => {
  const session = 10 * DAY_MS;
  const uploadedAt = (at: Instant) => (Math.floor((at - FAKE_START) / session) + 1) * session + FAKE_START;
  const device = { displayDevice: "receiver" as const, sendsOffsets: false, displayApp: null };
  const people = [fakePerson({ uploadedAt, device })];
  const { app, clock } = await start({ people });
  const lastUpload = uploadedAt(NOW) - session;
  const tokenNow = async () => (await app.signIn("User7")).access_token;
  const newest = async () => {
    const [from, to] = [clock.now() - 20 * DAY_MS, clock.now()].map((at) => new Date(at).toISOString());
    return (await app.records(await tokenNow(), "egvs", from ?? "", to ?? ""))[0]?.["systemTime"];
  };
  const bare = (at: Instant) => new Date(at).toISOString().slice(0, 19);
  expect(await newest()).toBe(bare(lastUpload - 5 * MINUTE_MS + 12_000));
  const [device4] = rowsOf(await app.read(await tokenNow(), "/v3/users/self/devices"));
  expect(device4?.["lastUploadDate"]).toBe(`${bare(lastUpload)}Z`);
  clock.set(lastUpload + session - HOUR_MS);
  expect(await newest()).toBe(bare(lastUpload - 5 * MINUTE_MS + 12_000));
  clock.set(lastUpload + session);
  expect(await newest()).toBe(bare(lastUpload + session - 5 * MINUTE_MS + 12_000));
});

test("a frozen sandbox has no data after its end, however far the clock runs", async () => {
  const { app, token, clock } = await start({ dataEnd: Date.UTC(2030, 1, 1) });
  const last = { egvs: { end: { systemTime: "2030-01-31T23:55:12" } } };
  expect(await app.read(token, "/v3/users/self/dataRange")).toMatchObject(last);
  clock.set(NOW + HOUR_MS);
  expect(await app.read(token, "/v3/users/self/dataRange")).toMatchObject(last);
  expect(await app.records(token, "egvs", "2030-02-02T00:00:00", "2030-03-01T00:00:00")).toEqual([]);
});

test("a person whose history has ended keeps it", async () => {
  const historyEnd = Date.UTC(2029, 5, 1, 0, 0, 12);
  const { app, token } = await start({ people: [fakePerson({ historyEnd })] });
  const body = await app.read(token, "/v3/users/self/dataRange");
  expect(body).toMatchObject({ egvs: { end: { systemTime: "2029-06-01T00:00:12" } } });
});
