import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { type RetrospectiveWindow, retrospectiveWindow } from "@/lib/glucose/delay";
import { Secret } from "@/lib/secret";
import { createCircuitBreaker } from "./circuit-breaker";
import { createDexcomClient, type DexcomClientOptions } from "./client";
import { dexcomUpstream } from "./environments";
import { DexcomError } from "./errors";
import { RECORDS_MAX } from "./schemas";
import type { StatisticsRequest } from "./statistics";
import type { TransportResponse } from "./transport";
import {
  clock,
  DELAY_MINUTES,
  envelopeOf,
  jsonAnswer,
  MARCH_FIRST,
  scripted,
  USER_ID,
  windowBetween,
  wireAlert,
  wireCalibration,
  wireEgv,
  wireEgvs,
  wireEvent,
} from "./wire.fixture";

const upstream = dexcomUpstream({ environment: "us", simulatorOrigin: "http://127.0.0.1:4010" });
const TOKEN = "CANARY_access_token";

/** A client whose transport gives these answers, one after the other. */
function clientOf(
  answers: readonly (TransportResponse | Error)[],
  options: Partial<DexcomClientOptions> = {},
) {
  const { transport, requests } = scripted(...answers);
  const slept: number[] = [];
  const client = createDexcomClient({
    upstream,
    transport,
    accessToken: new Secret(TOKEN),
    clock: clock(),
    delayMinutes: DELAY_MINUTES,
    random: () => 0,
    sleep: (ms) => {
      slept.push(ms);
      return Promise.resolve();
    },
    ...options,
  });
  return { client, requests, slept };
}

const egvAnswer = (records: readonly unknown[]) => jsonAnswer(envelopeOf("egv", records));
const status = (code: number, headers: Record<string, string> = {}) =>
  jsonAnswer("", { status: code, headers });

async function readEgvs(records: readonly unknown[], window: RetrospectiveWindow = MARCH_FIRST()) {
  const result = await clientOf([egvAnswer(records)]).client.egvs(window);
  if (!result.ok) throw result.error;
  return result.value;
}

describe("the request", () => {
  test("asks for the window in UTC without a zone, with the token in the header and nowhere else", async () => {
    const { client, requests } = clientOf([egvAnswer([])]);
    await client.egvs(windowBetween("2030-02-01T00:00:00Z", "2030-03-01T00:00:00Z"));
    expect(requests).toEqual([
      {
        method: "GET",
        url: "https://api.dexcom.com/v3/users/self/egvs?startDate=2030-02-01T00%3A00%3A00&endDate=2030-03-01T00%3A00%3A00",
        headers: {
          accept: "application/json",
          authorization: `Bearer ${TOKEN}`,
          "user-agent": "hindsight",
        },
      },
    ]);
  });

  test("never reaches past now minus the delay, whatever was wished for", async () => {
    const { client, requests } = clientOf([egvAnswer([])]);
    await client.egvs(windowBetween("2030-03-01T00:00:00Z", "2099-01-01T00:00:00Z"));
    expect(new URL(requests[0]!.url).searchParams.get("endDate")).toBe("2030-03-01T15:00:00");
  });

  test("may be thirty days long, and not a second more", async () => {
    const to = Date.parse("2030-03-01T00:00:00Z");
    const windowOf = (length: number) =>
      retrospectiveWindow({ from: to - length, to, clock: clock(), delayMinutes: DELAY_MINUTES })!;
    const { client } = clientOf([egvAnswer([])]);
    expect((await client.egvs(windowOf(30 * DAY_MS))).ok).toBe(true);
    await expect(client.egvs(windowOf(30 * DAY_MS + 1_000))).rejects.toThrow(/30 days/);
  });

  test("is refused for a window that was not made from a clock and a delay", async () => {
    const { client, requests } = clientOf([egvAnswer([])]);
    const forged: RetrospectiveWindow = Object.create(MARCH_FIRST(), { to: { value: clock().now() } });
    await expect(client.egvs(forged)).rejects.toThrow(/lib\/glucose\/delay/);
    expect(requests).toEqual([]);
  });
});

describe("every collection is read from its own path", () => {
  const at = Date.parse("2030-03-01T00:00:00Z");

  test("egvs", async () => {
    expect(await readEgvs([wireEgv()])).toMatchObject({ userId: USER_ID, records: [{ value: 112 }] });
  });

  test("events, with deleted ones visible and both spellings of the record type", async () => {
    for (const recordType of ["event", "events"]) {
      const answer = jsonAnswer(envelopeOf(recordType, [wireEvent(), wireEvent({ eventStatus: "deleted" })]));
      const { client, requests } = clientOf([answer]);
      const result = await client.events(MARCH_FIRST());
      expect(new URL(requests[0]!.url).pathname).toBe("/v3/users/self/events");
      expect(result).toMatchObject({
        value: { records: [{ status: "created" }, { status: "deleted" }], dataThrough: at + 12 * HOUR_MS },
      });
    }
  });

  test("calibrations", async () => {
    const { client, requests } = clientOf([jsonAnswer(envelopeOf("calibration", [wireCalibration()]))]);
    expect(await client.calibrations(MARCH_FIRST())).toMatchObject({ value: { records: [{ value: 118 }] } });
    expect(new URL(requests[0]!.url).pathname).toBe("/v3/users/self/calibrations");
  });

  test("alerts", async () => {
    const { client, requests } = clientOf([jsonAnswer(envelopeOf("alert", [wireAlert()]))]);
    expect(await client.alerts(MARCH_FIRST())).toMatchObject({ value: { records: [{ name: "low" }] } });
    expect(new URL(requests[0]!.url).pathname).toBe("/v3/users/self/alerts");
  });

  test("devices, without a window", async () => {
    const device = {
      lastUploadDate: "2030-03-01T17:59:00Z",
      transmitterGeneration: "g7",
      displayDevice: "iOS",
    };
    const { client, requests } = clientOf([jsonAnswer(envelopeOf("device", [device, "?"]))]);
    expect(await client.devices()).toMatchObject({
      value: {
        userId: USER_ID,
        devices: [{ displayDevice: "iOS" }],
        quarantined: [{ reason: "record:invalid_type" }],
      },
    });
    expect(requests[0]?.url).toBe("https://api.dexcom.com/v3/users/self/devices");
  });

  test("dataRange, with lastSyncTime in the form that works and only while it is young", async () => {
    const range = { recordType: "dataRange", recordVersion: "3.0", userId: USER_ID, egvs: null };
    const { client, requests } = clientOf([jsonAnswer(range)]);
    expect(await client.dataRange()).toMatchObject({ value: { userId: USER_ID, egvs: null } });
    await client.dataRange({ lastSyncTime: Date.parse("2030-02-28T10:00:00.500Z") });
    await client.dataRange({ lastSyncTime: Date.parse("2029-12-01T00:00:00Z") });
    expect(requests.map(({ url }) => new URL(url).searchParams.get("lastSyncTime"))).toEqual([
      null,
      "2030-02-28T10:00:00Z",
      null,
    ]);
  });

  test("statistics, from version 2 and with a checked body", async () => {
    const request: StatisticsRequest = {
      targetRanges: [
        {
          name: "day",
          startTime: "00:00:00",
          endTime: "00:00:00",
          egvRanges: [
            { name: "urgentLow", bound: 55 },
            { name: "low", bound: 70 },
            { name: "high", bound: 180 },
          ],
        },
      ],
    };
    const { client, requests } = clientOf([jsonAnswer({ mean: 142.5, nDays: 14 })]);
    expect(await client.statistics(MARCH_FIRST(), request)).toMatchObject({
      value: { mean: 142.5, nDays: 14, min: null },
    });
    expect(requests[0]).toMatchObject({ method: "POST", headers: { "content-type": "application/json" } });
    expect(new URL(requests[0]!.url).pathname).toBe("/v2/users/self/statistics");
    expect(JSON.parse(requests[0]!.body!)).toEqual(request);
    await expect(client.statistics(MARCH_FIRST(), { targetRanges: [] })).rejects.toThrow(/24 hours/);
    expect(requests).toHaveLength(1);
  });
});

describe("what the upstream sends beyond what was asked", () => {
  const at = (systemTime: string, overrides: Record<string, unknown> = {}) =>
    wireEgv({ systemTime, displayTime: systemTime, ...overrides });

  test("is withheld and counted where it is newer than now minus the delay", async () => {
    const page = await readEgvs([
      at("2030-03-01T14:59:59Z"),
      at("2030-03-01T15:00:01Z"),
      at("2030-03-01T17:59:00Z"),
    ]);
    expect(page.records.map(({ systemTime }) => systemTime)).toEqual([Date.parse("2030-03-01T14:59:59Z")]);
    expect(page).toMatchObject({ withheld: 2, outside: 0, dataThrough: Date.parse("2030-03-01T14:59:59Z") });
  });

  test("is withheld from the quarantine as well: what nobody understands may still be a reading", async () => {
    const page = await readEgvs([
      at("2030-03-01T17:00:00Z", { value: "187" }),
      at("2030-03-01T14:00:00Z", { value: "188" }),
      { ...at("?"), displayTime: "2030-03-01T09:30:00-08:00" },
    ]);
    expect(page.withheld).toBe(2);
    expect(page.quarantined.map(({ reason }) => reason)).toEqual(["value:invalid_type"]);
    expect(JSON.stringify(page)).not.toContain("187");
  });

  test("is dropped and counted where it lies outside the window, which includes its start and not its end", async () => {
    const window = windowBetween("2030-03-01T10:00:00Z", "2030-03-01T12:00:00Z");
    const page = await readEgvs(
      [
        at("2030-03-01T09:59:59.999Z"),
        at("2030-03-01T10:00:00Z"),
        at("2030-03-01T11:59:59.999Z"),
        at("2030-03-01T12:00:00Z"),
        at("2029-03-01T12:00:00Z", { value: null }),
      ],
      window,
    );
    expect(page.records).toHaveLength(2);
    expect(page).toMatchObject({ outside: 3, withheld: 0, quarantined: [] });
  });

  test("in any order comes out ascending", async () => {
    const records = wireEgvs(50);
    const odd = records.filter((_, index) => index % 2 === 1);
    const even = records.filter((_, index) => index % 2 === 0);
    const shuffled = [...odd.toReversed(), ...even];
    expect((await readEgvs(shuffled)).records).toEqual((await readEgvs(records)).records);
  });

  test("with bad records among good ones: every record is accounted for", async () => {
    const page = await readEgvs([
      wireEgv(),
      null,
      wireEgv({ value: null }),
      wireEgv({ systemTime: "2030-03-01T16:00:00Z" }),
    ]);
    expect([page.records.length, page.quarantined.length, page.withheld, page.outside]).toEqual([1, 2, 1, 0]);
  });

  test("or nothing at all is an empty page with no dataThrough", async () => {
    expect(await readEgvs([])).toEqual({
      userId: USER_ID,
      records: [],
      quarantined: [],
      withheld: 0,
      outside: 0,
      dataThrough: null,
    });
  });
});

test.each<[string, unknown, string]>([
  ["another record type", envelopeOf("event", []), "recordType:invalid_value"],
  ["version 2", envelopeOf("egv", [], { recordVersion: "2.0" }), "recordVersion:invalid_format"],
  ["a version that is a number", envelopeOf("egv", [], { recordVersion: 3 }), "recordVersion:invalid_type"],
  ["no user", envelopeOf("egv", [], { userId: undefined }), "userId:invalid_type"],
  ["a user of another shape", envelopeOf("egv", [], { userId: "me" }), "userId:invalid_format"],
  ["no records", envelopeOf("egv", [], { records: undefined }), "records:invalid_type"],
  ["records that are no list", envelopeOf("egv", [], { records: {} }), "records:invalid_type"],
  [
    "more records than a month can have",
    envelopeOf(
      "egv",
      Array.from({ length: RECORDS_MAX + 1 }, () => 0),
    ),
    "records:too_big",
  ],
  ["a bare list", [], "record:invalid_type"],
  ["the error of a gateway", { fault: { faultstring: "x" } }, "recordType:invalid_value"],
])("an envelope with %s is malformed as a whole", async (_, body, detail) => {
  const { client, requests } = clientOf([jsonAnswer(body)]);
  expect(await client.egvs(MARCH_FIRST())).toMatchObject({ ok: false, error: { code: "malformed", detail } });
  expect(requests).toHaveLength(1);
});

test("an envelope of a later version 3, with more in it and the user in capitals, is read", async () => {
  const body = envelopeOf("egv", [wireEgv()], {
    recordVersion: "3.1",
    userId: USER_ID.toUpperCase(),
    page: 1,
  });
  expect(await clientOf([jsonAnswer(body)]).client.egvs(MARCH_FIRST())).toMatchObject({
    value: { userId: USER_ID, records: [{ value: 112 }] },
  });
});

describe("failure", () => {
  test.each([
    [400, "bad_request"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "not_found"],
    [302, "redirect"],
  ])("with %i comes back at once as %s", async (code, expected) => {
    const { client, requests } = clientOf([status(code)]);
    expect(await client.egvs(MARCH_FIRST())).toMatchObject({ ok: false, error: { code: expected } });
    expect(requests).toHaveLength(1);
  });

  test("in a burst is ridden out", async () => {
    const answers = [status(503), new DexcomError("interrupted"), egvAnswer([wireEgv()])];
    const { client, requests } = clientOf(answers);
    expect((await client.egvs(MARCH_FIRST())).ok).toBe(true);
    expect(requests).toHaveLength(3);
  });

  test("by rate limit waits in process for seconds, and hands a minute back to the caller", async () => {
    const short = clientOf([status(503, { "retry-after": "2" }), egvAnswer([])]);
    expect((await short.client.egvs(MARCH_FIRST())).ok).toBe(true);
    expect(short.slept).toEqual([2_000]);
    const long = clientOf([status(429)]);
    expect(await long.client.egvs(MARCH_FIRST())).toMatchObject({
      error: { code: "rate_limited", disposition: "later", retryAfterMs: 60_000 },
    });
    expect(long.slept).toEqual([]);
    expect(long.requests).toHaveLength(1);
  });

  test("of a host for everybody stops the calls before they are made", async () => {
    const breaker = createCircuitBreaker(clock());
    const { client, requests } = clientOf([status(500)], { breaker });
    for (let call = 0; call < 10; call += 1) await client.egvs(MARCH_FIRST());
    expect(requests).toHaveLength(20);
    expect(await client.egvs(MARCH_FIRST())).toMatchObject({
      error: { code: "circuit_open", disposition: "later", retryAfterMs: 30_000 },
    });
  });

  test("of one person's data does not close the door for the others", async () => {
    const breaker = createCircuitBreaker(clock());
    for (const answer of [jsonAnswer("<html>"), new DexcomError("too_large"), status(400), status(401)]) {
      const { client } = clientOf([answer], { breaker });
      for (let call = 0; call < 30; call += 1) await client.egvs(MARCH_FIRST());
    }
    expect((await clientOf([egvAnswer([])], { breaker }).client.egvs(MARCH_FIRST())).ok).toBe(true);
  });

  test("of our own making is not dressed up as Dexcom's", async () => {
    await expect(clientOf([new TypeError("a bug")]).client.egvs(MARCH_FIRST())).rejects.toThrow(TypeError);
  });

  test("never shows the token", async () => {
    for (const answer of [
      status(401),
      new DexcomError("timeout"),
      jsonAnswer({ error: TOKEN }, { status: 400 }),
    ]) {
      const result = await clientOf([answer]).client.egvs(MARCH_FIRST());
      expect(inspect(result, { depth: 9, showHidden: true })).not.toContain("CANARY");
    }
  });
});
