import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";
import { apiOf } from "@/tests/support/browser-api";
import { builtPaths } from "@/tests/support/browser-build";
import { OWN_ORIGIN, signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

const DAY_MS = 86_400_000;
const PERSON = "iglu-4";
const API = "/api/v1/patients/me";

const instants = (days: number) => {
  const to = Date.now();
  return `?from=${new Date(to - days * DAY_MS).toISOString()}&to=${new Date(to).toISOString()}`;
};
const dates = (days: number) => {
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  return `?from=${date(Date.now() - (days - 1) * DAY_MS)}&to=${date(Date.now())}`;
};

/** Each address of the API that can be read, with queries that it answers. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  "/api/v1/patients/[id]": [""],
  "/api/v1/patients/[id]/exclusions": [""],
  "/api/v1/patients/[id]/events": [instants(14), instants(92)],
  "/api/v1/patients/[id]/lab-results": [""],
  "/api/v1/patients/[id]/notes": [""],
  "/api/v1/patients/[id]/profile": [dates(14), `${dates(14)}&bins=5`, `${dates(14)}&bins=15`, dates(3_653)],
  "/api/v1/patients/[id]/readings": [instants(14), instants(92)],
  "/api/v1/patients/[id]/summary": [dates(14), dates(1), dates(3_653)],
  "/api/v1/patients/[id]/sync": [""],
};

/** What people wrote themselves: it holds no reading, so it says nothing about the delay. */
const WITHOUT_READINGS = ["exclusions", "lab-results", "notes"].map(
  (part) => `/api/v1/patients/[id]/${part}`,
);

/** Addresses that can only be changed. */
const WRITE_ONLY = WITHOUT_READINGS.map((path) => `${path}/[entryId]`);

/** The paths under /api/v1 are taken from the build, so that a new one cannot be forgotten here. */
const operations = builtPaths().filter((path) => path.startsWith("/api/v1/patients"));

/** Asks for an address as somebody would who may: reads it, or deletes what can only be changed. */
function ask(request: APIRequestContext, operation: string, id: string) {
  const path = operation.replace("[id]", id).replace("[entryId]", "01890000-0000-4000-8000-000000000000");
  return WRITE_ONLY.includes(operation)
    ? request.delete(path, { headers: OWN_ORIGIN, data: {} })
    : request.get(path + (QUERIES[operation]?.[0] ?? ""));
}

async function openApi(request: APIRequestContext) {
  const document: unknown = await (await request.get("/api/v1/openapi.json")).json();
  return z
    .object({
      paths: z.record(z.string(), z.record(z.string(), z.unknown())),
      components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
    })
    .parse(document);
}

test("the document describes every operation that the build answers, and no other", async ({ request }) => {
  const described = Object.keys((await openApi(request)).paths).map((path) => `/api/v1${path}`);
  expect(described.toSorted()).toEqual(
    operations.map((path) => path.replaceAll("[", "{").replaceAll("]", "}")).toSorted(),
  );
  expect(operations.toSorted()).toEqual([...Object.keys(QUERIES), ...WRITE_ONLY].toSorted());
});

test("every answer is what the document promises, with notice, delay and how far the data go", async ({
  context,
}) => {
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  const { paths, components } = await openApi(context.request);
  for (const operation of Object.keys(QUERIES)) {
    const described = paths[operation.replace("/api/v1", "").replace("[id]", "{id}")]?.["get"];
    const name = /schemas\/(\w+)/.exec(JSON.stringify(described))?.[1] ?? "none";
    const schema = z.fromJSONSchema(components.schemas[name] ?? {}, { defaultTarget: "openapi-3.0" });
    for (const query of QUERIES[operation] ?? []) {
      const response = await context.request.get(operation.replace("[id]", "me") + query);
      expect(response.status(), operation + query).toBe(200);
      expect(response.headers()["content-type"]).toMatch(/^application\/json/);
      expect(response.headers()["cache-control"]).toBe("no-store");
      const body: unknown = await response.json();
      expect(schema.safeParse(body), operation + query).toMatchObject({ success: true });
      if (WITHOUT_READINGS.includes(operation)) continue;
      expect(body, operation + query).toMatchObject({
        delayMinutes: 180,
        notice: expect.stringContaining("not for treatment decisions"),
        dataThrough: expect.stringMatching(/Z$/),
      });
    }
  }
  // The schema is strict enough to notice.
  expect(
    z.fromJSONSchema(components.schemas["Readings"] ?? {}, { defaultTarget: "openapi-3.0" }).safeParse({})
      .success,
  ).toBe(false);
});

test("the profile has 24 points at the half hour, or raw bins", async ({ context }) => {
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  const api = apiOf(context.request);
  const [, from = "", to = ""] = /from=(.+)&to=(.+)/.exec(dates(14)) ?? [];
  const hourly = await api.profile({ from, to });
  expect(hourly).toMatchObject({ binMinutes: 60, smoothed: true });
  expect(hourly.points.map(({ minuteOfDay }) => minuteOfDay)).toEqual(
    Array.from({ length: 24 }, (_, hour) => hour * 60 + 30),
  );
  expect((await api.profile({ from, to }, "&bins=5")).points).toHaveLength(288);
  expect(await api.profile({ from, to }, "&bins=15")).toMatchObject({ binMinutes: 15, smoothed: false });
});

test("without a session every operation answers 401 and says what to do", async ({ request }) => {
  for (const operation of operations)
    for (const id of ["me", "00000000-0000-4000-8000-000000000000", "not-an-id"]) {
      const response = await ask(request, operation, id);
      expect(response.status(), operation).toBe(401);
      expect(response.headers()["content-type"]).toMatch(/^application\/problem\+json/);
      expect(((await response.json()) as { detail: string }).detail).toContain("Sign in");
    }
});

test("somebody else's id, an unknown one and a malformed one are answered alike, to the byte", async ({
  context,
  browser,
}) => {
  const stranger = await browser.newContext();
  await signInQuickly(stranger.request, "ApiStranger");
  const { id: foreign } = await apiOf(stranger.request).patient();
  await signInQuickly(context.request, PERSON);
  const own = await apiOf(context.request).patient();
  expect((await context.request.get(`/api/v1/patients/${own.id}`)).status()).toBe(200);
  for (const operation of operations) {
    const answers = await Promise.all(
      [
        foreign,
        "01890000-0000-7000-8000-000000000000",
        "not-an-id",
        "ME",
        `${own.id}x`,
        "%27%20OR%201=1",
      ].map(async (id) => {
        const response = await ask(context.request, operation, id);
        return {
          status: response.status(),
          type: response.headers()["content-type"],
          body: await response.text(),
        };
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size, operation).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, type: expect.stringContaining("problem+json") });
  }
  // Pages are no way round.
  const [pageOfForeign, pageOfUnknown] = await Promise.all(
    [foreign, "01890000-0000-7000-8000-000000000000"].map((id) =>
      context.request.get(`/patients/${id}/overview`),
    ),
  );
  expect([pageOfForeign?.status(), pageOfUnknown?.status()]).toEqual([404, 404]);
  expect(await pageOfForeign?.text()).not.toContain("Time in range");
  await stranger.close();
});

test("more days than an answer may hold are refused with a sentence", async ({ context }) => {
  await signInQuickly(context.request, PERSON);
  for (const [path, query, sentence] of [
    ["/readings", instants(93), /92 days/],
    ["/events", instants(93), /92 days/],
    ["/summary", dates(3_654), /3,?653/],
    ["/profile", dates(10_000), /3,?653/],
  ] as const) {
    const response = await context.request.get(API + path + query);
    expect(response.status(), path).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toMatch(sentence);
  }
});

test("health says that the process lives, ready what it needs, and neither tells more", async ({
  request,
}) => {
  const health = await request.get("/api/health");
  expect(await health.json()).toEqual({ status: "alive" });
  const ready = await request.get("/api/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({
    ready: true,
    database: "up",
    migrations: "applied",
    role: "restricted",
    worker: "alive",
  });
  for (const response of [health, ready]) expect(response.headers()["cache-control"]).toBe("no-store");
});
