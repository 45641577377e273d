import { expect } from "@playwright/test";
import { newId } from "@/lib/ids";
import { API_PATHS, PATHS } from "@/lib/routes";
import { builtPaths } from "@/tests/support/browser-build";
import {
  askAs,
  HOLDERS,
  makeWorld,
  OUTSIDE,
  type Outcome,
  PRINCIPALS,
  type Principal,
  STRANGERS,
  seen,
  sessionBehind,
  type World,
} from "@/tests/support/browser-principals";
import { OWN_ORIGIN } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

// The other half of the matrix (access-matrix.spec.ts): every route of the build that names no patient × every method ×
// everybody there is. What the table lacks is answered with 405, so that a new route or method without a row fails.

test.describe.configure({ mode: "serial", timeout: 240_000 });

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];

/** A link opens pages about its patient; here its holder is as much a stranger as anybody from outside. */
const isSignedIn = (principal: Principal) => !OUTSIDE.includes(principal) && !HOLDERS.includes(principal);
const hasData = (principal: Principal) => principal === "owner" || principal === "other patient";

/** Null where it is not asked: whoever may do it is asked by the tests of what it does. */
type Judge = (principal: Principal) => Outcome | null;

interface Row {
  readonly judge: Judge;
  /** Good enough to be let through, if anybody were. */
  readonly body?: object;
}

const SIGN_IN = `307 ${PATHS.signIn}`;
const same = (outcome: Outcome): Row => ({ judge: () => outcome });
const page = (judge: (principal: Principal) => Outcome): Row => ({
  judge: (principal) => (isSignedIn(principal) ? judge(principal) : SIGN_IN),
});
/** What somebody does with what is theirs: nobody from outside. */
const oneself = (body: object = {}): Row => ({
  judge: (principal) => (isSignedIn(principal) ? null : 401),
  body,
});
/** What exists for one of them only. */
const only = (whose: Principal, body: object = {}): Row => ({
  judge: (principal) => (!isSignedIn(principal) ? 401 : principal === whose ? null : 404),
  body,
});
const ownFile: Row = {
  judge: (principal) => (!isSignedIn(principal) ? 401 : hasData(principal) ? 200 : 404),
};
const inClinic = (body: object = {}) => only("clinician", body);

const forAll = page(() => 200);
const forThoseWithData = page((principal) => (hasData(principal) ? 200 : `307 ${PATHS.people}`));
const forThoseWhoWorkThere = page((principal) => (principal === "clinician" ? 200 : 404));

/** Who is known by Dexcom alone can be invited nowhere: that is said first. */
const invitationToSomebodyElse: Row = {
  judge: (principal) => (!isSignedIn(principal) ? 401 : hasData(principal) ? 403 : 404),
  body: { action: "accept" },
};

const TERMS = {
  scope: "reports",
  withEvents: false,
  withNotes: false,
  window: { kind: "all" },
  lasts: "30-days",
};
const NOTHING_MADE = {
  id: "x",
  rawId: "x",
  type: "public-key",
  response: { clientDataJSON: "x", attestationObject: "x", transports: [] },
};

const PAGES: Readonly<Record<string, Row>> = {
  "/": { judge: (principal) => (isSignedIn(principal) ? "307 /patients/me/overview" : 200) },
  "/clinic": page(clinicsOutcome),
  "/clinic/[clinicId]": forThoseWhoWorkThere,
  "/clinic/[clinicId]/team": forThoseWhoWorkThere,
  "/deleted/[receipt]": same(404),
  "/help": same(200),
  "/mailbox": same(200),
  "/manifest.webmanifest": same(200),
  "/metrics": same(200),
  "/offline": same(200),
  "/people": forAll,
  "/privacy": same(200),
  "/settings": same(`307 ${PATHS.connection}`),
  "/settings/activity": forThoseWithData,
  "/settings/connection": forThoseWithData,
  "/settings/connection/reconnect": forThoseWithData,
  "/settings/data": forAll,
  "/settings/device": forThoseWithData,
  "/settings/security": forAll,
  "/settings/security/dexcom": page((principal) => (hasData(principal) ? `307 ${PATHS.connection}` : 200)),
  "/sign-in": same(200),
  "/sign-in/email": same(200),
  "/sign-in/link": same(200),
  "/sign-in/problem/[code]": same(404),
  "/terms": same(200),
  "/view": same(200),
};

/** Whoever works in one clinic is there at once. */
function clinicsOutcome(principal: Principal): Outcome {
  if (principal === "clinician") return `307 /clinic/${world.clinicId}`;
  return principal.startsWith("clinician") && principal !== "clinician who was removed"
    ? "307 /clinic/…"
    : 200;
}

const API: Readonly<Record<string, Partial<Record<Method, Row>>>> = {
  "/api/account": { DELETE: oneself({ confirmation: "delete this account" }) },
  "/api/account/address": { DELETE: oneself() },
  "/api/account/name": { PUT: oneself({ name: "Forged" }) },
  "/api/account/oidc": {
    POST: oneself({ csrfToken: "x", callbackUrl: "/", json: "true" }),
    DELETE: oneself(),
  },
  "/api/account/passkeys": { POST: oneself() },
  "/api/account/passkeys/[passkeyId]": { DELETE: { judge: (p) => (isSignedIn(p) ? 404 : 401) } },
  // Nobody signed anything, whoever they are.
  "/api/account/passkeys/answer": { POST: { ...same(403), body: NOTHING_MADE } },
  "/api/activity": { GET: ownFile },
  "/api/auth/[...nextauth]": { GET: same(200), HEAD: same(400), POST: same(400) },
  "/api/auth/callback/oidc": { GET: same("303 /sign-in/problem/oidc-not-this-browser") },
  "/api/clinics": { POST: oneself({ name: "Forged" }) },
  "/api/clinics/[clinicId]/code": { POST: inClinic() },
  // What it says to whom is a test of its own.
  "/api/clinics/[clinicId]/grounds": { GET: same(200) },
  "/api/clinics/[clinicId]/invitations": { POST: inClinic({ address: "x@clinic.example", role: "viewer" }) },
  "/api/clinics/[clinicId]/invitations/[invitationId]": { POST: inClinic({ action: "withdraw" }) },
  "/api/clinics/[clinicId]/labels": { POST: inClinic({ kind: "tag", label: "Forged" }) },
  "/api/clinics/[clinicId]/labels/[labelId]": { POST: inClinic({ action: "remove" }) },
  "/api/clinics/[clinicId]/members/[userId]": { POST: inClinic({ action: "remove" }) },
  "/api/clinics/[clinicId]/search": { POST: inClinic({ name: "x" }) },
  "/api/clinics/[clinicId]/settings": {
    PUT: inClinic({ name: "Forged", defaultTargets: "standard", inactiveDays: null }),
  },
  "/api/clinics/invitations/[invitationId]": { POST: invitationToSomebodyElse },
  "/api/connect": { POST: same(400) },
  "/api/connect/callback/[environment]": { GET: same("303 /sign-in/problem/not-this-browser") },
  "/api/connect/disconnect": { POST: oneself({ data: "keep" }) },
  "/api/erase": { POST: oneself({ confirmation: "delete everything" }) },
  "/api/health": { GET: same(200) },
  "/api/language": { POST: same(400) },
  "/api/links/open": { POST: same(400) },
  "/api/links/visit": { PUT: same(400), DELETE: { judge: (p) => (HOLDERS.includes(p) ? null : 200) } },
  "/api/offline-overview": { GET: ownFile },
  "/api/preferences": { PUT: oneself({ unit: "mmol/L" }) },
  "/api/ready": { GET: same(200) },
  "/api/sessions/[sessionId]": { DELETE: only("owner") },
  "/api/sessions/end-others": { POST: oneself() },
  "/api/shares": { POST: oneself({ by: "code", terms: TERMS, note: null }) },
  "/api/shares/[shareId]": { POST: only("owner", { action: "stop" }) },
  "/api/shares/[shareId]/viewer": { POST: only("viewer of all", { action: "leave" }) },
  "/api/shares/clinic": { POST: oneself({ code: "ABCDEFGH", terms: TERMS }) },
  "/api/shares/redeem": { POST: oneself({ code: "ABCDEFGH" }) },
  "/api/sign-in/link": { POST: same(400) },
  "/api/sign-in/link/open": { POST: same(400) },
  "/api/sign-in/passkey": { POST: same(400) },
  "/api/sign-in/passkey/answer": { POST: same(400) },
  "/api/sign-out": { POST: { judge: (p) => (isSignedIn(p) ? null : 204) } },
  "/api/v1/[...unknown]": {
    GET: same(404),
    POST: same(404),
    PUT: same(404),
    PATCH: same(404),
    DELETE: same(404),
  },
  "/api/v1/openapi.json": { GET: same(200) },
};

/** What is there: somebody else's, of those who are asked. */
interface Targets {
  readonly shareId: string;
  readonly sessionId: string;
  readonly labelId: string;
  readonly invitationId: string;
  readonly userId: string;
}

let world: World;
let there: Targets;

test.beforeAll(async ({ browser }) => {
  world = await makeWorld(browser, "Other");
  const { clinicId, cookies, shareId } = world;
  const make = async (part: string, body: object) =>
    JSON.parse((await change("clinician", "POST", `/api/clinics/${clinicId}/${part}`, body)).body) as Record<
      string,
      string
    >;
  const { labelId = "" } = await make("labels", { kind: "tag", label: "There" });
  const { invitationId = "" } = await make("invitations", {
    address: "there@matrix.example",
    role: "viewer",
  });
  const { id: sessionId } = await sessionBehind(cookies.owner);
  const { user_id: userId } = await sessionBehind(cookies.clinician);
  there = { shareId, sessionId, labelId, invitationId, userId };
});

const change = (principal: Principal, method: string, path: string, body: object) =>
  askAs(world, principal, path, {
    method,
    headers: { ...OWN_ORIGIN, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

function pathOf(route: string, targets: Targets, clinicId = world.clinicId): string {
  return route
    .replace("[clinicId]", clinicId)
    .replace("[...nextauth]", "session")
    .replace("[...unknown]", "nothing")
    .replace("[environment]", "simulator")
    .replace("[code]", "nothing")
    .replace(/\[(shareId|sessionId|labelId|invitationId|userId)\]/, (_, name: keyof Targets) => targets[name])
    .replace(/\[\w+\]/, newId());
}

const askFor = (principal: Principal, method: Method, path: string, body: object = {}) =>
  method === "GET" || method === "HEAD"
    ? askAs(world, principal, path, { method })
    : change(principal, method, path, body);

test("the tables have every route of the build that names no patient", () => {
  const routes = builtPaths().filter((path) => !path.includes("[patientId]") && !path.includes("[id]"));
  expect(routes.toSorted()).toEqual([...Object.keys(PAGES), ...Object.keys(API)].toSorted());
});

test("everybody gets from every page what the table says", async () => {
  const unexpected: string[] = [];
  for (const [route, { judge }] of Object.entries(PAGES))
    for (const principal of PRINCIPALS) {
      const expected = judge(principal);
      const answer = String(seen(await askAs(world, principal, pathOf(route, there))));
      const said = expected === "307 /clinic/…" ? answer.replace(/[0-9a-f-]{36}$/, "…") : answer;
      if (said !== String(expected)) unexpected.push(`${principal}, ${route}: ${said}, not ${expected}`);
    }
  expect(unexpected).toEqual([]);
});

test("everybody gets from every address of the API what the table says, by every method", async () => {
  const unexpected: string[] = [];
  let asked = 0;
  for (const [route, rows] of Object.entries(API))
    for (const method of METHODS) {
      // An address that can be asked for can be asked for its head.
      const { judge, body } = rows[method] ?? (method === "HEAD" ? rows.GET : undefined) ?? same(405);
      for (const principal of PRINCIPALS) {
        const expected = judge(principal);
        if (expected === null) continue;
        const answer = await askFor(principal, method, pathOf(route, there), body);
        asked += 1;
        if (String(seen(answer)) !== String(expected))
          unexpected.push(`${principal}, ${method} ${route}: ${seen(answer)}, not ${expected}`);
      }
    }
  expect(unexpected).toEqual([]);
  expect(asked).toBeGreaterThan(4_000);
});

test("what is somebody else's is told apart from nothing by no word", async () => {
  const nowhere = () => {
    const [shareId, sessionId, labelId, invitationId, userId] = [newId(), newId(), newId(), newId(), newId()];
    return { shareId, sessionId, labelId, invitationId, userId };
  };
  const differences: string[] = [];
  for (const [route, rows] of Object.entries(API).filter(([path]) => path.includes("[")))
    for (const [method, { judge, body }] of Object.entries(rows) as [Method, Row][])
      for (const principal of STRANGERS) {
        if (judge(principal) !== 404) continue;
        const real = await askFor(principal, method, pathOf(route, there), body);
        const none = await askFor(principal, method, pathOf(route, nowhere(), newId()), body);
        if (real.status !== none.status || real.body !== none.body)
          differences.push(`${principal}, ${method} ${route}`);
      }
  expect(differences).toEqual([]);
});

test("on what a clinic’s list rests its members learn, and others what they learn of a clinic that nobody has", async () => {
  const said: Record<string, string> = {};
  for (const principal of PRINCIPALS) {
    const saidOf = async (id: string) => (await askAs(world, principal, API_PATHS.listGrounds(id))).body;
    const [here, nowhere] = [await saidOf(world.clinicId), await saidOf(newId())];
    if (here !== nowhere) said[principal] = here.replaceAll(/[1-9]\d* -?\d+/g, "…");
  }
  expect(said).toEqual({ clinician: '{"grounds":"…"}' });
});

test("nothing of all that changed anything: what was there is there", async () => {
  const { clinicId } = world;
  const still = async (path: string, body: object) => (await change("clinician", "POST", path, body)).status;
  expect(
    await still(`/api/clinics/${clinicId}/labels/${there.labelId}`, { action: "rename", label: "Still" }),
  ).toBe(200);
  expect(
    await still(`/api/clinics/${clinicId}/invitations/${there.invitationId}`, { action: "withdraw" }),
  ).toBe(200);
  expect((await askAs(world, "viewer of all", `/api/v1/patients/${world.patientId}`)).status).toBe(200);
  expect((await askAs(world, "owner", "/api/v1/patients/me")).status).toBe(200);
});
