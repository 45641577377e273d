import { expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { appOf, jsonOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { createSimulator } from "@/lib/simulator/simulator";

const DAY = ["2030-02-28T00:00:00", "2030-03-01T00:00:00"] as const;

async function start() {
  const clock = fixedClock("2030-03-01T14:07:00Z");
  const simulator = createSimulator({ people: [fakePerson(), fakePerson({ name: "User 4" })], clock });
  const app = appOf(simulator);
  const token = (await app.signIn("User7")).access_token;
  const carbs = async () =>
    (await app.records(token, "events", ...DAY)).filter((row) => row["eventType"] === "carbs");
  return { app, token, simulator, clock, carbs };
}

test("the index lists every control call", async () => {
  const { app } = await start();
  expect(await app.control("GET", "")).toEqual({
    calls: expect.arrayContaining(["GET /__control/people/:person/truth", "POST /__control/faults"]),
  });
});

test("the truth of a window is everything the cloud holds, delayed or hidden or not", async () => {
  const { app, token } = await start();
  await app.control("PATCH", "/settings", { delayMinutes: 180 });
  await app.control("POST", "/people/User7/hidden", { from: DAY[0], to: DAY[1], kinds: ["egvs"] });
  const truth = await app.control("GET", `/people/User7/truth?from=${DAY[0]}Z&to=2030-03-01T14:07:00Z`);
  expect(truth).toMatchObject({
    egvs: { length: 288 + 170 },
    events: { length: 5 },
    calibrations: { length: 2 },
    alerts: { length: 2 },
  });
  expect(truth).toMatchObject({ egvs: expect.arrayContaining([expect.objectContaining({ hidden: true })]) });
  const [visible] = await app.records(token, "egvs", DAY[1], "2030-03-01T00:05:00");
  expect(truth).toMatchObject({
    egvs: expect.arrayContaining([
      {
        recordId: visible?.["recordId"],
        key: expect.any(String),
        systemTime: "2030-03-01T00:00:12.000Z",
        displayTime: "2030-02-28T16:00:12.000",
        displayOffsetMinutes: -480,
        value: visible?.["value"],
        status: null,
        trend: "flat",
        trendRate: 0.2,
        transmitterId: visible?.["transmitterId"],
        transmitterTicks: visible?.["transmitterTicks"],
        arrivedAt: "2030-03-01T00:00:12.000Z",
        hidden: false,
      },
    ]),
  });
});

test("events can be added, updated and deleted, with the id they keep", async () => {
  const { app, token, carbs } = await start();
  const added = await app.control("POST", "/people/User7/events", {
    systemTime: "2030-02-28T15:30:00Z",
    eventType: "carbs",
    value: 20,
    unit: "grams",
  });
  expect(added).toEqual({ key: expect.any(String) });
  const [snack, lunch] = await carbs();
  expect(snack).toMatchObject({ systemTime: "2030-02-28T15:30:00Z", value: "20", eventStatus: "created" });
  expect(snack?.["displayTime"]).toBe("2030-02-28T07:30:00-08:00");

  const id = String(lunch?.["recordId"]);
  await app.control("PATCH", `/people/User7/events/${id}`, { value: 60, systemTime: "2030-02-28T12:10:00Z" });
  expect((await carbs())[1]).toMatchObject({
    recordId: id,
    value: "60",
    unit: "grams",
    systemTime: "2030-02-28T12:10:00Z",
    eventStatus: "updated",
  });
  await app.control("DELETE", `/people/User7/events/${String(snack?.["recordId"])}`);
  expect((await carbs())[0]).toMatchObject({ recordId: snack?.["recordId"], eventStatus: "deleted" });
  await app.control("DELETE", "/people/User7/edits");
  const [only] = await carbs();
  expect(only).toEqual({ ...lunch });
  expect(await app.records(token, "events", ...DAY)).toHaveLength(3);
});

test("an edited event counts as new for lastSyncTime", async () => {
  const { app, token, clock, carbs } = await start();
  const since = "lastSyncTime=2030-03-01T14:07:00Z";
  const range = () => app.read(token, `/v3/users/self/dataRange?${since}`);
  const [lunch] = await carbs();
  clock.set("2030-03-01T14:07:30Z");
  expect(await range()).toMatchObject({ events: null });
  await app.control("PATCH", `/people/User7/events/${String(lunch?.["recordId"])}`, { value: 1 });
  expect(await range()).toMatchObject({ events: { start: { systemTime: "2030-02-28T12:00:00" } } });
});

test("an EGV's value can change under its id, its status with it", async () => {
  const { app, token } = await start();
  const at = async () => (await app.records(token, "egvs", "2030-02-28T08:00:00", "2030-02-28T08:05:00"))[0];
  const before = await at();
  await app.control("PATCH", "/people/User7/egvs", { systemTime: "2030-02-28T08:00:12Z", value: 39 });
  expect(await at()).toEqual({ ...before, value: 39, status: "low" });
  await expect(
    app.control("PATCH", "/people/User7/egvs", { systemTime: "2030-02-28T08:02:00Z", value: 100 }),
  ).rejects.toThrow("404");
});

test("a window of readings can arrive late, by itself or when it is released", async () => {
  const { app, token, clock } = await start();
  const count = async () => (await app.records(token, "egvs", ...DAY)).length;
  const span = { from: "2030-02-28T06:00:00Z", to: "2030-02-28T12:00:00Z", kinds: ["egvs"] };
  await app.control("POST", "/people/User7/late-uploads", { ...span, arrivesAt: "2030-03-01T15:00:00Z" });
  expect(await count()).toBe(288 - 72);
  clock.set("2030-03-01T15:00:00Z");
  expect(await count()).toBe(288);
  expect(await app.control("POST", "/people/User7/late-uploads", span)).toEqual({ id: "late-2" });
  expect(await count()).toBe(288 - 72);
  await app.control("DELETE", "/people/User7/late-uploads/late-2");
  expect(await count()).toBe(288);
});

test("records can be hidden and shown again", async () => {
  const { app, token } = await start();
  const count = async () => (await app.records(token, "egvs", ...DAY)).length;
  const hidden = await app.control("POST", "/people/User7/hidden", {
    from: DAY[0],
    to: "2030-02-28T01:00:00",
  });
  expect(await count()).toBe(288 - 12);
  expect(hidden).toEqual({ id: "hidden-1" });
  await app.control("DELETE", "/people/User7/hidden/hidden-1");
  expect(await count()).toBe(288);
});

test("quirks are switched one by one and cleared together; other people keep theirs", async () => {
  const { app } = await start();
  await app.control("PATCH", "/people/User7/quirks", { missingUnit: true, order: "ascending" });
  await app.control("PATCH", "/people/User7/quirks", { order: "shuffled" });
  expect(await app.control("GET", "/people/User7/quirks")).toMatchObject({
    missingUnit: 1,
    order: "shuffled",
  });
  expect(await app.control("GET", "/people/User%204/quirks")).toMatchObject({ missingUnit: 0 });
  await app.control("DELETE", "/people/User7/quirks");
  expect(await app.control("GET", "/people/User7/quirks")).toMatchObject({
    missingUnit: 0,
    order: "newestFirst",
  });
});

test("faults are set, listed with their hits, and removed", async () => {
  const { app, token } = await start();
  const set = await app.control("POST", "/faults", { kind: "serverError", endpoints: ["egvs"], count: 2 });
  expect(set).toMatchObject({ id: "fault-1", fault: { kind: "serverError", status: 503 } });
  await app.get(token, "/v3/users/self/egvs");
  expect(await app.control("GET", "/faults")).toMatchObject([{ id: "fault-1", hits: 1, matched: 1 }]);
  await app.control("DELETE", "/faults/fault-1");
  expect(await app.control("GET", "/faults")).toEqual([]);
  await app.control("POST", "/faults", { kind: "slow" });
  await app.control("DELETE", "/faults");
  expect(await app.control("GET", "/faults")).toEqual([]);
});

test("the clock advances, freezes and runs on", async () => {
  const { app, clock } = await start();
  const now = async (move?: object) => app.control(move ? "POST" : "GET", "/clock", move);
  expect(await now({ advanceSeconds: 3600 })).toEqual({ now: "2030-03-01T15:07:00.000Z", frozen: false });
  await now({ freezeAt: "2031-01-01T00:00:00Z" });
  clock.set("2030-03-01T15:00:00Z");
  expect(await now()).toEqual({ now: "2031-01-01T00:00:00.000Z", frozen: true });
  expect(await now({ advanceSeconds: 60 })).toMatchObject({ now: "2031-01-01T00:01:00.000Z" });
  await now({ run: true });
  clock.set("2030-03-01T15:00:30Z");
  expect(await now()).toEqual({ now: "2031-01-01T00:01:30.000Z", frozen: false });
  expect(await now({ freeze: true })).toMatchObject({ frozen: true });
  expect(await now({ reset: true })).toEqual({ now: "2030-03-01T15:00:30.000Z", frozen: false });
});

test("settings change the delay, the limit and the end of data", async () => {
  const { app } = await start();
  const changes = { delayMinutes: 180, callsPerHourMax: 10, dataEnd: "2030-02-01T00:00:00Z" };
  expect(await app.control("PATCH", "/settings", changes)).toEqual({
    ...changes,
    dataEnd: "2030-02-01T00:00:00.000Z",
  });
  expect(await app.control("PATCH", "/settings", { dataEnd: null })).toMatchObject({
    delayMinutes: 180,
    dataEnd: null,
  });
});

test("clients are added, listed and removed; a removed one is a stranger at once", async () => {
  const { app, token } = await start();
  const added = await app.control("POST", "/clients", {
    id: "app",
    secret: "secret",
    redirectUris: ["myapp://callback"],
  });
  expect(added).toMatchObject({ id: "app", name: "app", anyLoopbackRedirect: false });
  expect((await app.openLogin({ client_id: "app", redirect_uri: "myapp://callback" })).status).toBe(200);
  expect(await app.control("GET", "/clients")).toHaveLength(2);
  await app.control("DELETE", "/clients/simulator-client");
  expect((await app.get(token, "/v3/users/self/dataRange")).status).toBe(401);
});

test("grants are made without the pages, listed, and ended by person or client", async () => {
  const { app, token } = await start();
  const pair = await app.control("POST", "/grants", { person: "User 4" });
  expect(pair).toMatchObject({ accessToken: expect.any(String), refreshToken: expect.any(String) });
  expect(await app.control("GET", "/grants")).toMatchObject([
    { personName: "User7", clientId: "simulator-client", endedAt: null },
    { personName: "User 4" },
  ]);
  expect(await app.control("DELETE", "/grants?person=User7")).toEqual({ ended: 1 });
  expect((await app.get(token, "/v3/users/self/dataRange")).status).toBe(401);
  expect(await app.control("DELETE", "/grants?client=simulator-client")).toEqual({ ended: 1 });
});

test("counters say what was called, how often in a minute, and for whom", async () => {
  const { app, token, clock } = await start();
  await app.control("DELETE", "/counters");
  for (let call = 0; call < 3; call++) await app.get(token, "/v3/users/self/dataRange");
  clock.set("2030-03-01T14:08:00Z");
  await app.get(token, "/v2/users/self/dataRange");
  await app.get("nobody", "/v3/users/self/egvs");
  expect(await app.control("GET", "/counters")).toMatchObject({
    calls: { "v3/dataRange": 3, "v2/dataRange": 1, "v3/egvs": 1 },
    statuses: { 200: 4, 401: 1 },
    maxCallsPerMinute: 3,
    maxConcurrentCalls: 1,
    people: { User7: { calls: 4 } },
  });
});

test("a reset brings back the first state", async () => {
  const { app, token } = await start();
  await app.control("PATCH", "/people/User7/quirks", { missingUnit: true });
  await app.control("POST", "/faults", { kind: "serverError" });
  await app.control("PATCH", "/settings", { delayMinutes: 60 });
  await app.control("POST", "/clients", { id: "app", secret: "s" });
  await app.control("POST", "/clock", { freeze: true });
  await app.control("POST", "/reset");
  expect((await app.get(token, "/v3/users/self/dataRange")).status).toBe(401);
  expect(await app.control("GET", "/faults")).toEqual([]);
  expect(await app.control("GET", "/clients")).toHaveLength(1);
  expect(await app.control("GET", "/settings")).toMatchObject({ delayMinutes: 0, callsPerHourMax: 60_000 });
  expect(await app.control("GET", "/people/User7/quirks")).toMatchObject({ missingUnit: 0 });
  expect(await app.control("GET", "/clock")).toMatchObject({ frozen: false });
});

test("people are listed with their user ids", async () => {
  const { app, token } = await start();
  const userId = (await app.read(token, "/v3/users/self/dataRange"))["userId"];
  expect(await app.control("GET", "/people")).toMatchObject([
    {
      name: "User7",
      historyStart: "2029-01-01T00:00:00.000Z",
      historyEnd: null,
      userIds: { "simulator-client": userId },
    },
    { name: "User 4" },
  ]);
});

test.each([
  ["GET", "/people/Nobody/truth", undefined, 404],
  ["GET", "/people/User7/truth?from=yesterday", undefined, 400],
  ["GET", "/nowhere", undefined, 404],
  ["PUT", "/faults", {}, 404],
  ["POST", "/faults", { kind: "earthquake" }, 400],
  ["POST", "/faults", undefined, 400],
  ["POST", "/faults", { kind: "slow", person: "Nobody" }, 404],
  ["DELETE", "/faults/fault-9", undefined, 404],
  ["PATCH", "/people/User7/quirks", { nonsense: true }, 400],
  ["POST", "/people/User7/events", { systemTime: "2030-02-30T00:00:00", eventType: "carbs" }, 400],
  ["PATCH", "/people/User7/events/unknown", { value: 1 }, 404],
  ["DELETE", "/people/User7/late-uploads/late-9", undefined, 404],
  ["DELETE", "/people/User7/hidden/hidden-9", undefined, 404],
  ["DELETE", "/clients/nobody", undefined, 404],
  ["POST", "/grants", { person: "Nobody" }, 404],
  ["POST", "/clock", { advanceSeconds: "much" }, 400],
  ["PATCH", "/settings", { delayMinutes: -1 }, 400],
])("%s %s with %j is a %i with a sentence", async (method, path, body, status) => {
  const { app } = await start();
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await app.send(`/__control${path}`, init);
  expect(response.status).toBe(status);
  expect((await jsonOf(response))["error"]).toMatch(/\w+/);
});

test("pages of other sites cannot reach the control path", async () => {
  const { app } = await start();
  const response = await app.send("/__control/reset", {
    method: "POST",
    headers: { "sec-fetch-site": "cross-site" },
  });
  expect(response.status).toBe(403);
});
