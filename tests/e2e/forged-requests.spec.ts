import { expect, test } from "@playwright/test";
import { CONSENT_VERSION } from "@/lib/connections/schema";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { apiOf } from "@/tests/support/browser-api";
import { builtPaths } from "@/tests/support/browser-build";
import { sql } from "@/tests/support/browser-database";
import { raw } from "@/tests/support/browser-raw";
import { OWN_ORIGIN, signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { giveName } from "@/tests/support/browser-viewers";

const { appUrl, simulatorUrl } = e2eAddresses();

const ENTRY = "01890000-0000-4000-8000-000000000000";
const NOTE = { kind: "note", date: "2026-10-01", minuteOfDay: 480, text: "Forged" };
const LAB_RESULT = { date: "2026-10-01", unit: "%", value: 7 };
const TERMS = {
  scope: "reports",
  withEvents: true,
  withNotes: true,
  window: { kind: "all" },
  lasts: "open",
};
const CREDENTIAL = { id: "Rm9yZ2Vk", rawId: "Rm9yZ2Vk", type: "public-key" };
const PASSKEY = {
  ...CREDENTIAL,
  response: { clientDataJSON: "e30", authenticatorData: "Rm9yZ2Vk", signature: "Rm9yZ2Vk" },
};
const NEW_PASSKEY = { ...CREDENTIAL, response: { clientDataJSON: "e30", attestationObject: "Rm9yZ2Vk" } };
const EXCLUSION = { from: "2026-10-01T00:00:00Z", to: "2026-10-02T00:00:00Z", reason: "Forged" };

/** Everything that changes something, with a body that would do it. */
const CHANGES = [
  {
    path: "/api/connect",
    method: "POST",
    body: { purpose: "sign-in", grantor: "self", consentVersion: CONSENT_VERSION },
  },
  { path: "/api/connect/disconnect", method: "POST", body: { data: "delete" } },
  { path: "/api/erase", method: "POST", body: { confirmation: "delete everything" } },
  { path: "/api/language", method: "POST", body: { language: "es" } },
  { path: "/api/preferences", method: "PUT", body: { unit: "mmol/L" } },
  { path: "/api/sign-in/link", method: "POST", body: { purpose: "sign-in", address: "forged@home.example" } },
  { path: "/api/sign-in/link/open", method: "POST", body: { code: "22222222" } },
  { path: "/api/sign-in/passkey", method: "POST", body: { purpose: "sign-in" } },
  { path: "/api/sign-in/passkey/answer", method: "POST", body: PASSKEY },
  { path: "/api/account/passkeys", method: "POST", body: {} },
  { path: "/api/account/passkeys/answer", method: "POST", body: NEW_PASSKEY },
  { path: `/api/account/passkeys/${ENTRY}`, method: "DELETE", body: {} },
  { path: "/api/account", method: "DELETE", body: { confirmation: "delete this account" } },
  { path: "/api/account/name", method: "PUT", body: { name: "Forged" } },
  { path: "/api/account/address", method: "DELETE", body: {} },
  {
    path: "/api/account/oidc",
    method: "POST",
    body: { csrfToken: "x".repeat(64), callbackUrl: "/", json: "true" },
  },
  { path: "/api/account/oidc", method: "DELETE", body: {} },
  { path: "/api/sign-out", method: "POST", body: {} },
  { path: `/api/sessions/${ENTRY}`, method: "DELETE", body: {} },
  { path: "/api/sessions/end-others", method: "POST", body: {} },
  { path: "/api/shares", method: "POST", body: { by: "code", terms: TERMS, note: null } },
  { path: "/api/shares/clinic", method: "POST", body: { code: "22222222", terms: TERMS } },
  { path: "/api/shares/redeem", method: "POST", body: { code: "22222222" } },
  { path: `/api/shares/${ENTRY}`, method: "POST", body: { action: "confirm" } },
  { path: `/api/shares/${ENTRY}/viewer`, method: "POST", body: { action: "accept" } },
  { path: "/api/links/open", method: "POST", body: { token: "x".repeat(43), passcode: "22222222" } },
  { path: "/api/links/visit", method: "PUT", body: { unit: "mmol/L" } },
  { path: "/api/links/visit", method: "DELETE", body: {} },
  { path: "/api/clinics", method: "POST", body: { name: "Forged" } },
  { path: `/api/clinics/invitations/${ENTRY}`, method: "POST", body: { action: "accept" } },
  {
    path: `/api/clinics/${ENTRY}/settings`,
    method: "PUT",
    body: { name: "Forged", defaultTargets: "standard", inactiveDays: null },
  },
  { path: `/api/clinics/${ENTRY}/code`, method: "POST", body: {} },
  { path: `/api/clinics/${ENTRY}/members/${ENTRY}`, method: "POST", body: { action: "remove" } },
  {
    path: `/api/clinics/${ENTRY}/invitations`,
    method: "POST",
    body: { address: "forged@home.example", role: "administrator" },
  },
  { path: `/api/clinics/${ENTRY}/invitations/${ENTRY}`, method: "POST", body: { action: "send-again" } },
  { path: `/api/clinics/${ENTRY}/labels`, method: "POST", body: { kind: "tag", label: "Forged" } },
  { path: `/api/clinics/${ENTRY}/labels/${ENTRY}`, method: "POST", body: { action: "remove" } },
  { path: `/api/clinics/${ENTRY}/search`, method: "POST", body: { name: "Forged" } },
  { path: `/api/clinics/${ENTRY}/patients/${ENTRY}/review`, method: "POST", body: {} },
  { path: `/api/clinics/${ENTRY}/patients/${ENTRY}/review`, method: "DELETE", body: { reviewId: ENTRY } },
  {
    path: `/api/clinics/${ENTRY}/patients/${ENTRY}/note`,
    method: "PUT",
    body: { revision: 0, text: "Forged" },
  },
  {
    path: `/api/clinics/${ENTRY}/patients/${ENTRY}/placing`,
    method: "PUT",
    body: { revision: 0, targets: null, siteId: null, tagIds: [] },
  },
  { path: "/api/v1/patients/me/sync", method: "POST", body: {} },
  { path: "/api/v1/patients/me/notes", method: "POST", body: NOTE },
  { path: `/api/v1/patients/me/notes/${ENTRY}`, method: "PUT", body: NOTE },
  { path: `/api/v1/patients/me/notes/${ENTRY}`, method: "DELETE", body: {} },
  { path: "/api/v1/patients/me/lab-results", method: "POST", body: LAB_RESULT },
  { path: `/api/v1/patients/me/lab-results/${ENTRY}`, method: "PUT", body: LAB_RESULT },
  { path: `/api/v1/patients/me/lab-results/${ENTRY}`, method: "DELETE", body: {} },
  { path: "/api/v1/patients/me/exclusions", method: "POST", body: EXCLUSION },
  { path: `/api/v1/patients/me/exclusions/${ENTRY}`, method: "DELETE", body: {} },
] as const;

const JSON_TYPE = { "content-type": "application/json" };

const FORGERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "another site": { ...JSON_TYPE, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  "another port of this machine": { ...JSON_TYPE, origin: simulatorUrl, "sec-fetch-site": "same-site" },
  "a sandboxed frame": { ...JSON_TYPE, origin: "null", "sec-fetch-site": "cross-site" },
  "no origin at all": JSON_TYPE,
  "an origin that only begins like ours": { ...JSON_TYPE, origin: `${appUrl}.evil.example` },
  "our origin, but the browser says cross-site": {
    ...JSON_TYPE,
    origin: appUrl,
    "sec-fetch-site": "cross-site",
  },
  "a forwarded host": {
    ...JSON_TYPE,
    origin: "https://evil.example",
    "x-forwarded-host": "evil.example",
    host: "evil.example",
  },
  "a form": { ...OWN_ORIGIN, "content-type": "application/x-www-form-urlencoded" },
  "a form as text": { ...OWN_ORIGIN, "content-type": "text/plain" },
  "a multipart form": { ...OWN_ORIGIN, "content-type": "multipart/form-data; boundary=x" },
  "no type": { ...OWN_ORIGIN },
};

test("the table of changes holds every route of the build that is not for reading", () => {
  const reading = [
    "/api/health",
    "/api/ready",
    "/api/offline-overview",
    "/api/activity",
    "/api/auth/[...nextauth]",
    "/api/auth/callback/oidc",
    "/api/connect/callback/[environment]",
    "/api/clinics/[clinicId]/grounds",
    "/api/clinics/[clinicId]/patients/[patientId]/preview",
    "/api/patients/[patientId]/export/readings",
    "/api/patients/[patientId]/grounds",
    "/api/v1/openapi.json",
    // Refuses everything, whatever the method.
    "/api/v1/[...unknown]",
    "/api/v1/patients/[id]",
    "/api/v1/patients/[id]/events",
    "/api/v1/patients/[id]/profile",
    "/api/v1/patients/[id]/readings",
    "/api/v1/patients/[id]/summary",
  ];
  const routes = builtPaths().filter((path) => path.startsWith("/api/") && !reading.includes(path));
  const changing = new Set(CHANGES.map(({ path }) => path));
  expect(
    routes.map((path) => path.replace("[id]", "me").replaceAll(/\[[a-z]+Id\]/g, ENTRY)).toSorted(),
  ).toEqual([...changing].toSorted());
});

test("no change that another site asks for happens, whatever it sends", async ({ context }) => {
  await signInQuickly(context.request, "Forged");
  await untilImported(context.request);
  // Without a name sharing is refused anyway.
  await giveName(context.request, "Forged Person");
  const api = apiOf(context.request);
  const state = async () => {
    const { id, unit, connection } = await api.patient();
    const rows = await sql(
      `SELECT (SELECT count(*) FROM day_block WHERE patient_id = $1) AS blocks,
              (SELECT count(*) FROM journal_entry WHERE patient_id = $1) AS journal,
              (SELECT count(*) FROM consent WHERE patient_id = $1) AS consents,
              (SELECT count(*) FROM share WHERE patient_id = $1) AS shares,
              (SELECT count(*) FROM sync_run WHERE patient_id = $1 AND trigger = 'manual') AS runs,
              (SELECT count(*) FROM audit_event WHERE patient_id = $1) AS audit,
              (SELECT max(xmin::text::bigint) FROM connection WHERE patient_id = $1 AND status <> 'active') AS touched`,
      [id],
    );
    return { id, unit, status: connection?.status, rows };
  };
  const before = await state();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  for (const { path, method, body } of CHANGES)
    for (const [name, headers] of Object.entries(FORGERIES)) {
      const answer = await raw({ path, method, headers: { ...headers, cookie }, body: JSON.stringify(body) });
      expect(answer.status, `${path} from ${name}`).toBe(403);
      expect(answer.headers["content-type"]).toMatch(/problem\+json/);
      expect(answer.headers["set-cookie"], `${path} from ${name}`).toBeUndefined();
    }
  for (const path of ["/api/erase?_method=POST", "/api/sign-out", "/api/v1/patients/me/sync?method=POST"])
    await context.request.get(path, { headers: { "x-http-method-override": "POST" } });
  expect(await state()).toEqual(before);

  // The same request from our own page works: the wall is in the right place.
  const allowed = await context.request.put("/api/preferences", {
    headers: OWN_ORIGIN,
    data: { unit: "mmol/L" },
  });
  expect(allowed.status()).toBe(200);
  expect((await api.patient()).unit).toBe("mmol/L");
});

test("next-auth signs nobody in or out for another site", async ({ context }) => {
  await signInQuickly(context.request, "Forged");
  for (const path of ["/api/auth/signout", "/api/auth/signin", "/api/auth/callback/credentials"])
    await context.request.post(path, {
      headers: { origin: "https://evil.example" },
      form: { csrfToken: "x".repeat(64), callbackUrl: "https://evil.example" },
      maxRedirects: 0,
    });
  expect((await context.request.get("/api/v1/patients/me")).status()).toBe(200);
});
