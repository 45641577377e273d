import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { appOf, jsonOf, rowsOf, tokensOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { FAULT_KINDS, type FaultInput, faultSchema } from "@/lib/simulator/faults";
import { CONSTANT_REFRESH_TOKEN } from "@/lib/simulator/oauth/token-store";
import { ConnectionDropped } from "@/lib/simulator/responses";
import { createSimulator, type SimulatorOptions } from "@/lib/simulator/simulator";

const HOUR = ["2030-02-28T08:00:00", "2030-02-28T09:00:00"] as const;
const EGVS = `/v3/users/self/egvs?startDate=${HOUR[0]}&endDate=${HOUR[1]}`;
const RANGE = "/v3/users/self/dataRange";

async function start(fault?: FaultInput, options: Partial<SimulatorOptions> = {}) {
  const clock = fixedClock("2030-03-01T14:07:00Z");
  const people = [fakePerson(), fakePerson({ name: "User4" })];
  const simulator = createSimulator({ people, clock, ...options });
  const app = appOf(simulator);
  const tokens = await app.signIn("User7");
  const { control } = simulator;
  if (fault) control.addFault(fault);
  const egvs = () => app.get(tokens.access_token, EGVS);
  return { app, v2: appOf(simulator, "v2"), control, clock, tokens, token: tokens.access_token, egvs };
}

const answerOf = async (fault: FaultInput) => (await start(fault)).egvs();

test("rate limits come with and without Retry-After, in seconds, as a date or as nonsense", async () => {
  const retryAfter = async (how: Omit<Extract<FaultInput, { kind: "rateLimit" }>, "kind">) => {
    const response = await answerOf({ kind: "rateLimit", ...how });
    expect(response.status).toBe(429);
    return response.headers.get("retry-after");
  };
  expect(await retryAfter({})).toBeNull();
  expect(await retryAfter({ retryAfterSeconds: 7 })).toBe("7");
  const date = { retryAfterSeconds: 60, retryAfterForm: "date" } as const;
  expect(await retryAfter(date)).toBe("Fri, 01 Mar 2030 14:08:00 GMT");
  expect(await retryAfter({ retryAfterForm: "nonsense" })).toBe("soon");
});

test.each([500, 502, 503, 504])("a %i has the gateway's fault body, HTML or nothing", async (status) => {
  const fault = await answerOf({ kind: "serverError", status, retryAfterSeconds: 3 });
  expect([fault.status, fault.headers.get("retry-after")]).toEqual([status, "3"]);
  expect(await jsonOf(fault)).toHaveProperty("fault.detail.errorcode");
  const html = await answerOf({ kind: "serverError", status, body: "html" });
  expect([html.status, html.headers.get("content-type")]).toEqual([status, "text/html"]);
  const empty = await answerOf({ kind: "serverError", status, body: "empty" });
  expect([empty.status, await empty.text()]).toEqual([status, ""]);
});

test("401 and 403 on data leave the token endpoint alone", async () => {
  for (const [kind, status] of [
    ["unauthorized", 401],
    ["forbidden", 403],
  ] as const) {
    const { app, tokens, egvs } = await start({ kind });
    expect((await egvs()).status).toBe(status);
    expect((await app.refresh(tokens.refresh_token)).status).toBe(200);
  }
});

test("a 200 can hold HTML or nothing, or be a redirect", async () => {
  const html = await answerOf({ kind: "htmlBody" });
  expect([html.status, html.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await html.text()).toContain("<html>");
  const empty = await answerOf({ kind: "emptyBody" });
  expect([empty.status, await empty.text()]).toEqual([200, ""]);
  const redirect = await answerOf({ kind: "redirect", to: "http://169.254.169.254/latest", status: 307 });
  expect([redirect.status, redirect.headers.get("location")]).toEqual([307, "http://169.254.169.254/latest"]);
});

test("a huge body is a valid envelope of at least the size asked for", async () => {
  const response = await answerOf({ kind: "hugeBody", bytes: 300_000 });
  expect(response.headers.has("content-length")).toBe(false);
  const text = await response.text();
  expect(text.length).toBeGreaterThan(300_000);
  expect(JSON.parse(text)).toHaveProperty("recordType", "egv");
});

test("a gzip bomb is small on the wire and large when it is opened", async () => {
  const response = await answerOf({ kind: "gzipBomb", bytes: 8 * 1_048_576 });
  expect(response.headers.get("content-encoding")).toBe("gzip");
  const bytes = await response.bytes();
  expect(bytes.byteLength).toBeLessThan(20_000);
  const opened = gunzipSync(bytes);
  expect(opened.byteLength).toBe(8 * 1_048_576 + 2);
  expect(opened.subarray(-2).toString()).toBe("{}");
});

test("JSON can be nested as deep as asked for", async () => {
  const text = await (await answerOf({ kind: "deepJson", depth: 5_000 })).text();
  expect(text).toBe("[".repeat(5_000) + "]".repeat(5_000));
});

test("a reset connection rejects, and is counted as dropped", async () => {
  const { egvs, control } = await start({ kind: "connectionReset" });
  await expect(egvs()).rejects.toBeInstanceOf(ConnectionDropped);
  expect(control.counters().statuses["dropped"]).toBe(1);
});

test("a truncated body promises its length, sends a part and breaks off", async () => {
  const response = await answerOf({ kind: "truncatedBody", keepShare: 0.25 });
  const promised = Number(response.headers.get("content-length"));
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(first?.value?.byteLength).toBe(Math.floor(promised * 0.25));
  await expect(reader?.read()).rejects.toBeInstanceOf(ConnectionDropped);
});

test("a brotli body says so and holds the same answer", async () => {
  const { egvs, control } = await start();
  const plain = await (await egvs()).text();
  control.addFault({ kind: "brotli" });
  const response = await egvs();
  expect(response.headers.get("content-encoding")).toBe("br");
  expect(brotliDecompressSync(await response.bytes()).toString()).toBe(plain);
});

/** A timer counts from the start of its event loop turn, so a busy machine's stopwatch sees it fire early. */
function recordedWaits() {
  const waits: number[] = [];
  const wait = (ms: number) => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { waits, wait };
}

test("a slow answer waits, trickles, and is whole in the end", async () => {
  const { waits, wait } = recordedWaits();
  const { egvs, control } = await start(undefined, { wait });
  const plain = await (await egvs()).text();
  expect(waits).toEqual([]);
  control.addFault({ kind: "slow", beforeMs: 60, bytesPerSecond: 20_000 });
  expect(await (await egvs()).text()).toBe(plain);
  const slices = Math.ceil(plain.length / 2_000);
  expect(waits).toEqual([60, ...Array.from({ length: slices }, () => 100)]);
});

test("a slow answer to somebody who has left stops waiting", async () => {
  const { app, token } = await start({ kind: "slow", beforeMs: 60_000 });
  const left = new AbortController();
  const answer = app.send(EGVS, { headers: { authorization: `Bearer ${token}` }, signal: left.signal });
  left.abort();
  await expect(answer).rejects.toThrow("aborted");
});

test.each([
  ["wrongTypes", /"value":\{"amount":\[true\]\}/],
  ["impossibleTime", /"systemTime":"2030-02-31T25:61:00Z"/],
  ["null", /"records":\[null,\{/],
  ["text", /"records":\["not a record",\{/],
  ["hugeNumber", /"value":1e999/],
  ["nan", /"value":NaN/],
  ["duplicateKey", /"value":100,"value":300/],
] as const)("one row is malformed (%s) and the others are not", async (how, pattern) => {
  const { egvs, control } = await start();
  const rows = rowsOf(await jsonOf(await egvs()));
  control.addFault({ kind: "malformedRecord", how });
  const text = await (await egvs()).text();
  expect(text).toMatch(pattern);
  expect(text.match(/"recordId"/g)?.length).toBeGreaterThanOrEqual(rows.length - 1);
  expect(text).toContain(JSON.stringify(rows.slice(1)).slice(1));
});

test("a row can lack its time or repeat another's id; a row beyond the last one changes nothing", async () => {
  const { egvs, control } = await start();
  const rows = rowsOf(await jsonOf(await egvs()));
  const withFault = async (fault: FaultInput) => {
    const { id } = control.addFault(fault);
    const spoilt = rowsOf(await jsonOf(await egvs()));
    control.removeFault(id);
    return spoilt;
  };
  const timeless = await withFault({ kind: "malformedRecord", how: "missingTime", row: 3 });
  expect(timeless[3]).not.toHaveProperty("systemTime");
  expect(timeless[3]).toHaveProperty("recordId", rows[3]?.["recordId"]);
  const doubled = await withFault({ kind: "malformedRecord", how: "duplicateId", row: 3 });
  expect(doubled[3]?.["recordId"]).toBe(rows[0]?.["recordId"]);
  expect(await withFault({ kind: "malformedRecord", row: 999 })).toEqual(rows);
});

test("a refused refresh spends nothing: afterwards the same token works", async () => {
  const { app, control, tokens } = await start({ kind: "refusedRefresh", count: 1 });
  const refused = await app.refresh(tokens.refresh_token);
  expect([refused.status, await jsonOf(refused)]).toEqual([400, { error: "invalid_grant" }]);
  expect((await app.refresh(tokens.refresh_token)).status).toBe(200);
  expect(control.counters()).toMatchObject({ refreshRefusals: 1, refreshReuses: 0, refreshes: 1 });
});

test("a refusal can have another code, status and an odd body", async () => {
  const { app, control, tokens } = await start({
    kind: "refusedRefresh",
    error: "temporarily_unavailable",
    status: 403,
  });
  const refused = await app.refresh(tokens.refresh_token);
  expect([refused.status, await jsonOf(refused)]).toEqual([403, { error: "temporarily_unavailable" }]);
  control.addFault({ kind: "oddOAuthErrors" });
  const odd = await app.refresh(tokens.refresh_token);
  expect(await jsonOf(odd)).toEqual({
    errors: [{ code: "temporarily_unavailable", title: "The token could not be renewed" }],
  });
});

test("a lost answer has spent the refresh token all the same", async () => {
  const { app, control, tokens } = await start({ kind: "lostRefreshAnswer", count: 1 });
  await expect(app.refresh(tokens.refresh_token)).rejects.toBeInstanceOf(ConnectionDropped);
  expect((await app.refresh(tokens.refresh_token)).status).toBe(400);
  expect(control.counters()).toMatchObject({ refreshes: 1, refreshReuses: 1 });
});

test("the constant refresh token of the old sandbox never rotates", async () => {
  const { app } = await start({ kind: "constantRefreshToken" });
  const tokens = await app.signIn("User4");
  expect(tokens.refresh_token).toBe(CONSTANT_REFRESH_TOKEN);
  for (let round = 0; round < 3; round++) {
    const renewed = await tokensOf(await app.refresh(CONSTANT_REFRESH_TOKEN));
    expect(renewed.refresh_token).toBe(CONSTANT_REFRESH_TOKEN);
    expect((await app.get(renewed.access_token, RANGE)).status).toBe(200);
  }
});

test("without the fault the constant token is nobody's", async () => {
  const { app } = await start();
  expect((await app.refresh(CONSTANT_REFRESH_TOKEN)).status).toBe(400);
});

test("one user too many is refused in production's words, and those who are in stay in", async () => {
  const { app } = await start({ kind: "userCap", usersMax: 1 });
  const code = await app.codeFor("User4");
  const refused = await app.redeem(code);
  expect(refused.status).toBe(400);
  expect(await jsonOf(refused)).toEqual({
    errors: [{ code: "invalid_client", title: "max user count exceeded" }],
  });
  expect((await app.signIn("User7")).token_type).toBe("Bearer");
});

test("a skewed clock shows in the Date header, in what is visible and in what has expired", async () => {
  const { app, token, control } = await start();
  const newest = async () =>
    (await app.records(token, "egvs", "2030-03-01T12:00:00", "2030-03-02T00:00:00"))[0]?.["systemTime"];
  const ahead = control.addFault({ kind: "clockSkew", seconds: 3600 });
  expect(await newest()).toBe("2030-03-01T15:05:12Z");
  expect((await app.get(token, RANGE)).headers.get("date")).toBe("Fri, 01 Mar 2030 15:07:00 GMT");
  control.removeFault(ahead.id);
  control.addFault({ kind: "clockSkew", seconds: -3600 });
  expect(await newest()).toBe("2030-03-01T13:05:12Z");
  control.addFault({ kind: "clockSkew", seconds: 7200, endpoints: ["dataRange"] });
  control.clearFaults();
  control.addFault({ kind: "clockSkew", seconds: 7200 });
  expect((await app.get(token, RANGE)).status).toBe(401);
});

test("a late upload stays away until the fault goes, then is there with its old times", async () => {
  const { app, token, control, clock } = await start();
  const rows = () => app.records(token, "egvs", "2030-03-01T09:00:00", "2030-03-02T00:00:00");
  const before = await rows();
  const fault = control.addFault({ kind: "lateUpload", hours: 3, person: "User7" });
  const during = await rows();
  expect(during[0]?.["systemTime"]).toBe("2030-03-01T11:05:12Z");
  const other = await app.signIn("User4");
  const [newest] = await app.records(
    other.access_token,
    "egvs",
    ...(["2030-03-01T14:00:00", "2030-03-02T00:00:00"] as const),
  );
  expect(newest?.["systemTime"]).toBe("2030-03-01T14:05:12Z");
  control.removeFault(fault.id);
  expect(await rows()).toEqual(before);
  clock.set("2030-03-01T15:07:00Z");
  expect((await rows())[0]?.["systemTime"]).toBe("2030-03-01T15:05:12Z");
});

test("a fault hits only the endpoint, version, person and client it is aimed at", async () => {
  const aimed = { kind: "serverError", status: 500 } as const;
  const statusWith = async (fault: FaultInput) => (await (await start(fault)).egvs()).status;
  expect(await statusWith({ ...aimed, endpoints: ["egvs"] })).toBe(500);
  expect(await statusWith({ ...aimed, endpoints: ["events", "token"] })).toBe(200);
  expect(await statusWith({ ...aimed, api: "v3" })).toBe(500);
  expect(await statusWith({ ...aimed, api: "v2" })).toBe(200);
  expect(await statusWith({ ...aimed, person: "User7" })).toBe(500);
  expect(await statusWith({ ...aimed, person: "User4" })).toBe(200);
  expect(await statusWith({ ...aimed, client: "simulator-client" })).toBe(500);
  expect(await statusWith({ ...aimed, client: "other" })).toBe(200);
});

test("a fault aimed at a person reaches their token requests too", async () => {
  const { app, tokens } = await start({ kind: "serverError", endpoints: ["token"], person: "User7" });
  expect((await app.refresh(tokens.refresh_token)).status).toBe(503);
  expect((await app.redeem(await app.codeFor("User7"))).status).toBe(503);
  expect((await app.redeem(await app.codeFor("User4"))).status).toBe(200);
});

test("the login can be down as well", async () => {
  const { app } = await start({ kind: "serverError", endpoints: ["login"] });
  expect((await app.openLogin()).status).toBe(503);
});

test("a fault can leave the first calls alone and be over after some", async () => {
  const { egvs, control } = await start({ kind: "serverError", skip: 1, count: 2 });
  const statuses = [];
  for (let call = 0; call < 5; call++) statuses.push((await egvs()).status);
  expect(statuses).toEqual([200, 503, 503, 200, 200]);
  expect(control.faults()).toEqual([]);
});

test("a probable fault hits the same calls every time its seed is the same", async () => {
  const sequence = async (seed: number) => {
    const { app, token } = await start({
      kind: "serverError",
      probability: 0.5,
      seed,
      endpoints: ["dataRange"],
    });
    const statuses = [];
    for (let call = 0; call < 40; call++) statuses.push((await app.get(token, RANGE)).status);
    return statuses;
  };
  const first = await sequence(1);
  expect(await sequence(1)).toEqual(first);
  expect(await sequence(2)).not.toEqual(first);
  const hits = first.filter((status) => status === 503).length;
  expect(hits).toBeGreaterThan(10);
  expect(hits).toBeLessThan(30);
});

test("faults that change the answer add up with those that replace it", async () => {
  const { waits, wait } = recordedWaits();
  const { egvs, control } = await start({ kind: "serverError" }, { wait });
  control.addFault({ kind: "slow", beforeMs: 30 });
  expect((await egvs()).status).toBe(503);
  expect(waits).toEqual([30]);
});

test("what a fault does not know is refused", () => {
  expect(faultSchema.safeParse({ kind: "earthquake" }).success).toBe(false);
  expect(faultSchema.safeParse({ kind: "slow", speed: 1 }).success).toBe(false);
  expect(faultSchema.safeParse({ kind: "htmlBody", status: 204 }).success).toBe(false);
  expect(faultSchema.safeParse({ kind: "slow", endpoints: ["nowhere"] }).success).toBe(false);
  expect(new Set(FAULT_KINDS).size).toBe(FAULT_KINDS.length);
});
