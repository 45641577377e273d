import { expect } from "@playwright/test";
import { problemAnswer } from "@/lib/reports/schema";
import { PATHS, reportPath } from "@/lib/routes";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { type RawAnswer, raw } from "@/tests/support/browser-raw";
import { signInQuickly } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

const API = "/api/v1/patients/me";
const DAY = "from=2026-10-01&to=2026-10-07";
const SPAN = "from=2026-10-01T00:00:00Z&to=2026-10-02T00:00:00Z";
const STACK = /\bat .+:\d+:\d+|node_modules|PrismaClient|postgres|ZodError|SyntaxError/;

let cookie = "";

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: e2eAddresses().appUrl });
  await signInQuickly(request, "Api");
  const { cookies } = await request.storageState();
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  await request.dispose();
});

/** A 4xx with a sentence for a person; never a 500, never a stack, never data. */
function expectSentence(answer: RawAnswer, what: string, statuses = [400, 404]): void {
  expect(statuses, `${what}: ${answer.status} ${answer.body.slice(0, 200)}`).toContain(answer.status);
  expect(answer.headers["content-type"], what).toMatch(/^application\/problem\+json/);
  const { detail, status } = problemAnswer.parse(JSON.parse(answer.body));
  expect(status).toBe(answer.status);
  expect(detail, what).toMatch(/^[“A-Z].+\.$/);
  expect(answer.body, what).not.toMatch(STACK);
}

const QUERIES = [
  "/summary",
  "/summary?from=2026-10-01",
  "/summary?to=2026-10-01",
  "/summary?from=2026-10-07&to=2026-10-01",
  "/summary?from=1999-01-01&to=2026-10-01",
  "/summary?from=2026-02-30&to=2026-03-02",
  "/summary?from=2026-13-01&to=2026-13-02",
  "/summary?from=yesterday&to=today",
  "/summary?from=&to=",
  "/summary?from=275760-09-13&to=275760-09-14",
  "/summary?from=%00&to=%00",
  `/summary?${DAY}&from=2026-10-02`,
  `/summary?${DAY}&unit=stone`,
  `/summary?${DAY}&from[not]=2026-10-02`,
  `/profile?${DAY}&bins=7`,
  `/profile?${DAY}&bins=5&bins=15`,
  `/profile?${DAY}&bins=`,
  "/readings",
  `/readings?${DAY}`,
  "/readings?from=2026-10-02T00:00:00Z&to=2026-10-01T00:00:00Z",
  "/readings?from=2026-10-01T00:00:00Z&to=2026-10-01T00:00:00Z",
  "/readings?from=2026-10-01T25:00:00Z&to=2026-10-02T00:00:00Z",
  "/readings?from=2026-10-01T00:00:00&to=2026-10-02T00:00:00",
  "/readings?from=1e309&to=NaN",
  "/readings?from=1790000000000&to=1790000001000",
  "/readings?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z",
  `/readings?${SPAN}&to=2026-10-03T00:00:00Z`,
  `/events?${SPAN}&limit=10`,
  "/events?from='; DROP TABLE patient; --&to=x".replaceAll(" ", "%20"),
  `/events?from=${"9".repeat(4_000)}&to=1`,
  `/events?from=%ED%A0%80&to=%F0%9F%92%A9`,
];

test("queries that make no sense are refused in words", async () => {
  for (const query of QUERIES) expectSentence(await raw({ path: API + query, headers: { cookie } }), query);
});

test("ids that make no sense are not found, in words", async () => {
  for (const id of [
    "%00",
    "..%2f..%2fetc%2fpasswd",
    "me%20",
    "a".repeat(4_000),
    "%F0%9F%92%A9",
    "[object%20Object]",
    "null",
    "-1",
  ])
    expectSentence(await raw({ path: `/api/v1/patients/${id}`, headers: { cookie } }), id);
});

test("addresses that the API does not have are refused in its own form", async () => {
  for (const method of ["GET", "POST", "DELETE"]) {
    const answer = await raw({ method, path: "/api/v1/nowhere/at/all" });
    expect(answer.status).toBe(404);
    expect(problemAnswer.parse(JSON.parse(answer.body)).detail).toContain("openapi.json");
  }
});

test("addresses that are not written correctly are refused before any code of ours", async () => {
  for (const path of [
    "/%",
    "/%E0%A4%A",
    "/patients/%/overview",
    "/api/v1/patients/%c0%ae",
    "/deleted/%ff",
    "/sign-in/problem/%",
  ]) {
    expectSentence(await raw({ path, headers: { cookie } }), path, [400]);
  }
});

test("pages with an address that cannot be shown say which would work, with a 404", async () => {
  const overview = reportPath.overview("me");
  const daily = reportPath.daily("me");
  for (const path of [
    `${overview}?days=10000`,
    `${overview}?days=-1`,
    `${overview}?days=2&days=7`,
    `${overview}?from=2026-10-07&to=2026-10-01`,
    `${overview}?from=2026-10-01`,
    `${overview}?from=2026-02-30&to=2026-03-01`,
    `${overview}?from=2000-01-01&to=2026-11-01`,
    `${overview}?from=%00&to=%00`,
    `${daily}?date=2999-01-01`,
    `${daily}?date=2026-02-30`,
    `${daily}?date=x&date=y`,
    `${daily}?date=%00`,
    "/patients/nobody/overview",
    "/deleted/nobody",
    PATHS.problem("%00"),
    "/nowhere",
  ]) {
    const answer = await raw({ path, headers: { cookie, "accept-language": "en-US" } });
    expect(answer.status, path).toBe(404);
    expect(answer.headers["content-type"], path).toMatch(/^text\/html/);
    expect(answer.body, path).not.toMatch(STACK);
  }
});

test("broken cookies are no session, never a fault", async () => {
  for (const value of [
    "hindsight.session=%",
    "hindsight.session=",
    `hindsight.session=${"x".repeat(3_000)}`,
    "hindsight.session=a; hindsight.session=b",
    "hindsight.session=%00%00",
    'hindsight.session="; DROP TABLE session; --"',
    "=;=;;,,",
    "hindsight.csrf=%E0%A4%A; hindsight.return=javascript:alert(1)",
  ]) {
    expectSentence(await raw({ path: API, headers: { cookie: value } }), value, [400, 401]);
    const page = await raw({ path: reportPath.overview("me"), headers: { cookie: value } });
    expect([307, 400], value).toContain(page.status);
    expect((await raw({ path: "/", headers: { cookie: value } })).status, value).toBe(200);
    const session = await raw({ path: "/api/auth/session", headers: { cookie: value } });
    expect([200, 400], value).toContain(session.status);
  }
  // Nor do they lock anybody out who has a session beside them.
  for (const value of [
    "hindsight.return=javascript:alert(1)",
    "hindsight.return=%",
    "hindsight.csrf=%",
    "x=%00",
  ])
    for (const path of [API, PATHS.data])
      expect((await raw({ path, headers: { cookie: `${cookie}; ${value}` } })).status, value).toBe(200);
});

test("methods that are not used are refused, TRACE among them", async () => {
  const api = [API, `${API}/sync`, "/api/erase", "/api/connect", "/api/preferences", "/api/health"];
  for (const path of api) {
    const trace = await raw({ path, method: "TRACE", headers: { cookie, "x-secret": "echo-me" } });
    expectSentence(trace, path, [405]);
    expect(trace.body).not.toContain("echo-me");
  }
  for (const [path, method] of [
    [API, "DELETE"],
    [API, "POST"],
    [`${API}/readings`, "PUT"],
    [`${API}/sync`, "PATCH"],
    [`${API}/notes`, "PUT"],
    [`${API}/notes/01890000-0000-4000-8000-000000000000`, "GET"],
    [`${API}/exclusions/01890000-0000-4000-8000-000000000000`, "PUT"],
    ["/api/erase", "GET"],
    ["/api/erase", "DELETE"],
    ["/api/connect", "GET"],
    ["/api/connect/disconnect", "GET"],
    ["/api/sign-out", "GET"],
    ["/api/sessions/end-others", "GET"],
    ["/api/sessions/01890000-0000-4000-8000-000000000000", "GET"],
    ["/api/shares", "GET"],
    ["/api/shares/redeem", "GET"],
    ["/api/shares/01890000-0000-4000-8000-000000000000", "DELETE"],
    ["/api/shares/01890000-0000-4000-8000-000000000000/viewer", "PUT"],
    ["/api/links/open", "GET"],
    ["/api/links/visit", "GET"],
    ["/api/preferences", "POST"],
    ["/api/activity", "POST"],
    ["/api/patients/me/export/readings", "POST"],
    ["/api/account/oidc", "GET"],
    ["/api/sign-in/passkey", "GET"],
    ["/api/sign-in/passkey/answer", "GET"],
    ["/api/account/passkeys", "GET"],
    ["/api/account/passkeys/answer", "PUT"],
    ["/api/account/passkeys/01890000-0000-4000-8000-000000000000", "GET"],
    ["/api/health", "POST"],
    [API, "PROPFIND"],
  ] as const) {
    const answer = await raw({ path, method, headers: { cookie } });
    expect(answer.status, `${method} ${path}`).toBe(405);
    expect(answer.body).not.toMatch(STACK);
  }
});

test("bodies that are broken, wrong or too large are refused in words", async () => {
  const headers = {
    cookie,
    origin: e2eAddresses().appUrl,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
  };
  const put = (body: string) => raw({ path: "/api/preferences", method: "PUT", headers, body });
  for (const body of [
    "",
    "{",
    "[]",
    "null",
    '"mg/dL"',
    '{"unit":"stone"}',
    '{"unit":["mg/dL"]}',
    '{"unit":{"not":"mg/dL"}}',
    '{"unit":"mg/dL","role":"admin"}',
    '{"__proto__":{"unit":"mg/dL"}}',
    '{"unit":1e309}',
    "[".repeat(5_000),
    "\u0000",
  ])
    expectSentence(await put(body), body.slice(0, 40), [400]);
  expectSentence(await put(`{"unit":"${"x".repeat(20_000)}"}`), "20 kB", [413]);
  expectSentence(await put(`{"unit":"${"x".repeat(70_000)}"}`), "70 kB", [413]);
  const erase = (body: string) => raw({ path: "/api/erase", method: "POST", headers, body });
  for (const body of ['{"confirmation":"yes"}', "{}", '{"confirmation":"DELETE EVERYTHING"}'])
    expectSentence(await erase(body), body, [400]);
  for (const [path, body] of [
    ["/notes", '{"kind":"note","date":"2026-02-30","minuteOfDay":0,"text":"x"}'],
    ["/notes", '{"kind":"note","date":"2026-10-01","minuteOfDay":1440,"text":"x"}'],
    ["/notes", '{"kind":"note","date":"2026-10-01","minuteOfDay":0,"text":" "}'],
    ["/notes", `{"kind":"note","date":"2026-10-01","minuteOfDay":0,"text":"${"x".repeat(2_001)}"}`],
    ["/notes", '{"kind":"note","date":"2999-01-01","minuteOfDay":0,"text":"x"}'],
    ["/notes", '{"kind":"note","date":"2026-10-01","minuteOfDay":0,"text":"x","patientId":"y"}'],
    ["/lab-results", '{"date":"2026-10-01","unit":"%","value":53}'],
    ["/lab-results", '{"date":"2026-10-01","unit":"mmol/mol","value":"53"}'],
    ["/lab-results", '{"date":"2026-10-01","unit":"%","value":1e309}'],
    ["/exclusions", '{"from":"2026-10-02T00:00:00Z","to":"2026-10-01T00:00:00Z","reason":"x"}'],
    ["/exclusions", '{"from":"2026-10-01T00:00:00Z","to":"2026-11-01T00:00:00Z","reason":"x"}'],
    ["/exclusions", '{"from":"2026-10-01","to":"2026-10-02","reason":"x"}'],
  ] as const)
    expectSentence(await raw({ path: API + path, method: "POST", headers, body }), body.slice(0, 80), [400]);
  const joining = (body: string) => raw({ path: "/api/account/oidc", method: "POST", headers, body });
  for (const body of [
    "{}",
    '{"csrfToken":"x"}',
    '{"csrfToken":["x"],"callbackUrl":"/","json":"true"}',
    '{"csrfToken":"x","callbackUrl":"https://evil.example","json":"true"}',
    '{"csrfToken":"x","callbackUrl":"/","json":"true","scope":"openid offline_access"}',
    `{"csrfToken":"${"x".repeat(201)}","callbackUrl":"/","json":"true"}`,
  ])
    expectSentence(await joining(body), body.slice(0, 80), [400]);
  for (const [path, body] of [
    ["/sign-in/passkey", "{}"],
    ["/sign-in/passkey", '{"purpose":"add"}'],
    ["/sign-in/passkey", '{"purpose":"sign-in","userId":"x"}'],
    ["/sign-in/passkey/answer", "{}"],
    ["/sign-in/passkey/answer", '{"id":"x","rawId":"x","type":"password","response":{}}'],
    [
      "/sign-in/passkey/answer",
      '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"не","authenticatorData":"x","signature":"x"}}',
    ],
    ["/account/passkeys", '{"name":"x"}'],
    [
      "/account/passkeys/answer",
      '{"id":"x","rawId":"x","type":"public-key","response":{"clientDataJSON":"x"}}',
    ],
  ] as const)
    expectSentence(
      await raw({ path: `/api${path}`, method: "POST", headers, body }),
      body.slice(0, 80),
      [400],
    );
  const connect = (body: string) => raw({ path: "/api/connect", method: "POST", headers, body });
  for (const body of [
    '{"purpose":"join"}',
    '{"purpose":"join","grantor":"self","consentVersion":"2020-01-01"}',
  ])
    expectSentence(await connect(body), body, [400]);
  const terms =
    '{"scope":"reports","withEvents":true,"withNotes":true,"window":{"kind":"all"},"lasts":"open"}';
  for (const [path, body] of [
    ["", '{"by":"pigeon"}'],
    ["", `{"by":"code","terms":${terms}}`],
    ["", `{"by":"code","terms":${terms.replace("open", "for ever")},"note":null}`],
    ["", `{"by":"code","terms":${terms.replace('"all"', '"days","days":0')},"note":null}`],
    ["", `{"by":"code","terms":${terms.replace('"all"', '"from","date":"2026-02-30"')},"note":null}`],
    ["", `{"by":"code","terms":${terms},"note":"${"x".repeat(501)}"}`],
    ["", `{"by":"email","address":"а@clinic.example","terms":${terms},"note":null}`],
    ["", `{"by":"link","terms":${terms},"note":null,"opensMax":3}`],
    ["", `{"by":"link","terms":${terms.replace("open", "visit")},"note":null}`],
    ["", `{"by":"link","terms":${terms.replace("open", "visit")},"note":null,"opensMax":21}`],
    ["", `{"by":"link","terms":${terms.replace("open", "visit")},"note":null,"opensMax":0}`],
    ["/redeem", '{"code":22222222}'],
    ["/redeem", `{"code":"${"2".repeat(41)}"}`],
    ["/01890000-0000-4000-8000-000000000000", '{"action":"own"}'],
    ["/01890000-0000-4000-8000-000000000000/viewer", '{"action":"confirm"}'],
  ] as const)
    expectSentence(
      await raw({ path: `/api/shares${path}`, method: "POST", headers, body }),
      body.slice(0, 80),
      [400],
    );
  for (const body of [
    '{"token":1,"passcode":"x"}',
    `{"token":"x","passcode":"${"2".repeat(41)}"}`,
    '{"token":"x"}',
  ])
    expectSentence(
      await raw({ path: "/api/links/open", method: "POST", headers, body }),
      body.slice(0, 80),
      [400],
    );
  for (const id of ["%00", "not-an-id", "..%2fsync", "01890000-0000-4000-8000-000000000000"]) {
    const share = { path: `/api/shares/${id}`, method: "POST", headers, body: '{"action":"stop"}' };
    expectSentence(await raw(share), id);
  }
  for (const id of ["%00", "not-an-id", "..%2fsync", "01890000-0000-4000-8000-000000000000"])
    expectSentence(await raw({ path: `${API}/notes/${id}`, method: "DELETE", headers, body: "{}" }), id);
  expect((await raw({ path: API, headers: { cookie } })).status).toBe(200);
});
