import { expect } from "@playwright/test";
import { DAY_MS } from "@/lib/clock";
import { newId } from "@/lib/ids";
import { API_PATHS, PATHS, reportPath, VIEWS, viewPath } from "@/lib/routes";
import { type Disclosed, shows } from "@/lib/sharing/policy";
import { builtPaths } from "@/tests/support/browser-build";
import {
  askAs,
  cookieOf,
  FINGERPRINT,
  FORMER,
  HOLDERS,
  makeWorld,
  NOTE,
  newViewer,
  OUTSIDE,
  type Outcome,
  PRINCIPALS,
  type Principal,
  STRANGERS,
  seen,
  type World,
} from "@/tests/support/browser-principals";
import { raw } from "@/tests/support/browser-raw";
import { OWN_ORIGIN, signInQuickly } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import { letIn } from "@/tests/support/browser-viewers";

// Who gets what from where: every route of the build that names a patient × every method × everybody there is. A route that
// the table lacks fails the first test. The other routes are those of access-without-patient.spec.ts.

test.describe.configure({ mode: "serial", timeout: 240_000 });

const LIMITS = {
  "viewer of all": { scope: "reports", withEvents: true, withNotes: true, from: null },
  "viewer of the summary": { scope: "summary", withEvents: false, withNotes: false, from: null },
  "viewer of a week": { scope: "reports", withEvents: false, withNotes: false, from: null },
  "holder of a link": { scope: "reports", withEvents: true, withNotes: true, from: null },
  "holder of a link to the summary": { scope: "summary", withEvents: false, withNotes: false, from: null },
  clinician: { scope: "reports", withEvents: true, withNotes: true, from: null },
  "clinician on the summary": { scope: "summary", withEvents: false, withNotes: false, from: null },
  "clinician on a week": { scope: "reports", withEvents: false, withNotes: false, from: null },
} as const;

interface Row {
  /** What is looked at; null for what only owners do, `grounds` for whether somebody reaches the patient: a test of its own. */
  readonly what: Disclosed | "grounds" | null;
  /** Which methods the route has beside GET; each changes something. */
  readonly changes?: readonly string[];
  readonly query?: string;
  /** What is sent to change something; nothing at all where that is enough to be refused. */
  readonly body?: object;
}

const api = (part: string) => `/api/v1/patients/[id]${part}`;
/** Days that lie in the week, too. */
const [FROM, TO] = [4, 1].map((daysAgo) =>
  new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10),
);
const clinical = (part: string) => `/api/clinics/[clinicId]/patients/[patientId]/${part}`;
const DATES = `?from=${FROM}&to=${TO}`;
const INSTANTS = `?from=${FROM}T00:00:00Z&to=${TO}T00:00:00Z`;

/** Every route that names a patient. */
const ROWS: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(VIEWS.map((view) => [`/patients/[patientId]/${view}`, { what: view }])),
  "/patients/[patientId]/devices/certificate": { what: "certificate" },
  "/patients/[patientId]/sharing": { what: null },
  // A page that was opened by a link asks it, too.
  "/api/patients/[patientId]/grounds": { what: "grounds" },
  "/api/patients/[patientId]/export/readings": { what: "export-readings", query: DATES },
  [api("")]: { what: "api-patient" },
  [api("/summary")]: { what: "api-summary", query: DATES },
  [api("/profile")]: { what: "api-profile", query: DATES },
  [api("/readings")]: { what: "api-readings", query: INSTANTS },
  [api("/events")]: { what: "api-events", query: INSTANTS },
  [api("/sync")]: { what: "api-sync", changes: ["POST"] },
  [api("/notes")]: { what: "api-notes", changes: ["POST"] },
  [api("/notes/[entryId]")]: { what: null, changes: ["PUT", "DELETE"] },
  [api("/lab-results")]: { what: "api-lab-results", changes: ["POST"] },
  [api("/lab-results/[entryId]")]: { what: null, changes: ["PUT", "DELETE"] },
  [api("/exclusions")]: { what: "api-exclusions", changes: ["POST"] },
  [api("/exclusions/[entryId]")]: { what: null, changes: ["DELETE"] },
  // Asked about the first of the clinics; whoever works in another is nobody there.
  [clinical("preview")]: { what: "preview" },
  [clinical("review")]: { what: null, changes: ["POST"] },
  [clinical("note")]: { what: null, changes: ["PUT"], body: { revision: 0, text: "Forged" } },
  [clinical("placing")]: {
    what: null,
    changes: ["PUT"],
    body: { revision: 0, targets: null, siteId: null, tagIds: [] },
  },
};

/** Leads on to the overview, for everybody alike. */
const ROOT = "/patients/[patientId]";

const isPage = (route: string) => route.startsWith("/patients/");
const isClinical = (route: string) => route.startsWith("/api/clinics/");

/** What is a clinic's is for those who work there: to everybody else, the patient among them, there is no such clinic. */
function clinicOutcomeOf(principal: Principal): Outcome {
  if (OUTSIDE.includes(principal) || HOLDERS.includes(principal)) return 401;
  return principal === "clinician" ? 200 : 404;
}

function outcomeOf(route: string, { what }: Row, principal: Principal, patientId: string): Outcome {
  if (isClinical(route)) return clinicOutcomeOf(principal);
  if (what === "grounds") return 200;
  if (OUTSIDE.includes(principal)) return isPage(route) ? `307 ${PATHS.signIn}` : 401;
  if (principal === "owner") return 200;
  if (HOLDERS.includes(principal)) {
    if (!isPage(route)) return 401;
    if (what === null) return `307 ${PATHS.signIn}`;
    if (principal === "holder of a link that was stopped") return `307 ${PATHS.linkOver}`;
  }
  // What only owners have does not exist for anybody else.
  if (STRANGERS.includes(principal) || what === null) return 404;
  if (FORMER.includes(principal)) return isPage(route) ? `307 ${PATHS.shareEnded}` : 410;
  const limits = LIMITS[principal as keyof typeof LIMITS];
  if (shows(limits, what)) return 200;
  return isPage(route) ? `307 ${reportPath.overview(patientId)}` : 403;
}

/** What somebody is told who wants to change something that is not theirs. */
function changeOutcomeOf(route: string, principal: Principal): Outcome {
  if (isClinical(route)) return clinicOutcomeOf(principal);
  if (OUTSIDE.includes(principal) || HOLDERS.includes(principal)) return 401;
  if (STRANGERS.includes(principal)) return 404;
  return FORMER.includes(principal) ? 410 : 403;
}

const SEES_NOTES: readonly Principal[] = ["owner", "viewer of all", "holder of a link", "clinician"];
const WORLD = "Matrix";
let world: World;

const ask = (principal: Principal, path: string, more?: Parameters<typeof askAs>[3]) =>
  askAs(world, principal, path, more);

test.beforeAll(async ({ browser }) => {
  world = await makeWorld(browser, WORLD);
});

const pathOf = (route: string, patientId: string) =>
  route
    .replace(/\[(patientId|id)\]/, patientId)
    .replace("[clinicId]", world.clinicId)
    .replace("[entryId]", "01890000-0000-4000-8000-000000000000");

test("the table has a row for every route of the build that names a patient", () => {
  const routes = builtPaths().filter((path) => path.includes("[patientId]") || path.includes("[id]"));
  expect(routes.toSorted()).toEqual([...Object.keys(ROWS), ROOT].toSorted());
});

test("everybody gets from every address what the table says, in every way to ask for it", async () => {
  let asked = 0;
  const unexpected: string[] = [];
  for (const [route, row] of Object.entries(ROWS)) {
    if (row.what === null && row.changes !== undefined) continue;
    const path = pathOf(route, world.patientId) + (row.query ?? "");
    for (const principal of PRINCIPALS) {
      const expected = outcomeOf(route, row, principal, world.patientId);
      const answer = await ask(principal, path);
      asked += 1;
      if (seen(answer) !== expected)
        unexpected.push(`${principal}, ${route}: ${seen(answer)}, not ${expected}`);
      const mayKnow = principal === "owner" || answer.status === 200;
      if (!mayKnow && (answer.body.includes(FINGERPRINT) || answer.body.includes(NOTE)))
        unexpected.push(`${principal}, ${route}: says whose data it is`);
      if (answer.body.includes(NOTE) && !SEES_NOTES.includes(principal))
        unexpected.push(`${principal}, ${route}: holds a note`);
      // Asked for its head alone, an address says what it says otherwise, and nothing more; what it can be asked, it may tell.
      const head = await ask(principal, path, { method: "HEAD" });
      const options = await ask(principal, path, { method: "OPTIONS" });
      asked += 2;
      if (seen(head) !== expected || head.body !== "")
        unexpected.push(`${principal}, HEAD ${route}: ${seen(head)}, not ${expected}`);
      if (options.status >= 500 || options.body.includes(FINGERPRINT) || options.body.includes(NOTE))
        unexpected.push(`${principal}, OPTIONS ${route}: ${options.status}`);
      // Nobody is kept from what they may see; the owner stands for all who see the page.
      if (!isPage(route) || (expected === 200 && principal !== "owner")) continue;
      // What the router asks for on a press, and what old holes of the framework answered to.
      for (const [way, variant] of [
        ["rsc", { headers: { rsc: "1" } }],
        ["rsc query", { path: `${path}?_rsc=abc12`, headers: { rsc: "1" } }],
        ["prefetch", { headers: { rsc: "1", "next-router-prefetch": "1" } }],
        [".rsc", { path: `${path}.rsc` }],
        [".txt", { path: `${path}.txt` }],
        ["segments", { path: `${path}.segments/_tree.segment.rsc` }],
        ["subrequest", { headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" } }],
      ] as const) {
        const other = await ask(principal, path, variant);
        asked += 1;
        if (other.status >= 500) unexpected.push(`${principal}, ${route} as ${way}: ${other.status}`);
        if (expected !== 200 && (other.body.includes(FINGERPRINT) || other.body.includes(NOTE)))
          unexpected.push(`${principal}, ${route} as ${way}: leaks`);
      }
    }
  }
  expect(unexpected).toEqual([]);
  expect(asked).toBeGreaterThan(1_400);
});

test("nobody but the owner changes anything, nor but its members what is a clinic's, by any method", async () => {
  const unexpected: string[] = [];
  for (const [route, row] of Object.entries(ROWS)) {
    const path = pathOf(route, world.patientId);
    for (const principal of PRINCIPALS) {
      // What somebody may do is asked for by the tests of each change.
      if (principal === (isClinical(route) ? "clinician" : "owner")) continue;
      const drawn = isPage(route) ? outcomeOf(route, row, principal, world.patientId) : null;
      // A page that somebody may see is drawn the same for each method: one of them is enough.
      for (const method of drawn === 200 ? ["POST"] : ["POST", "PUT", "PATCH", "DELETE"]) {
        const answer = await ask(principal, path, {
          method,
          headers: { ...OWN_ORIGIN, "content-type": "application/json" },
          body: JSON.stringify(row.body ?? {}),
        });
        // The framework draws a page whatever the method; then it is the page that this person may see, and no other.
        const isRight = row.changes?.includes(method)
          ? answer.status === changeOutcomeOf(route, principal)
          : drawn === null
            ? answer.status >= 400 && answer.status < 500
            : seen(answer) === drawn;
        if (!isRight) unexpected.push(`${principal}, ${method} ${route}: ${seen(answer)}`);
        if (drawn !== 200 && answer.body.includes(FINGERPRINT))
          unexpected.push(`${principal}, ${method} ${route}: leaks`);
      }
    }
  }
  expect(unexpected).toEqual([]);
});

test("only whoever reaches the patient hears on what they rest", async () => {
  const heard = await Promise.all(
    PRINCIPALS.map(async (principal) => {
      const { body } = await ask(principal, API_PATHS.grounds(world.patientId));
      return [
        principal,
        body === '{"grounds":null}' ? "nothing" : body.replaceAll(/[0-9a-f-]{36}|[\d-]{10}/g, "…"),
      ];
    }),
  );
  const reports = '{"grounds":"… reports true true "}';
  const summary = '{"grounds":"… summary false false "}';
  const week = '{"grounds":"… reports false false …"}';
  expect(Object.fromEntries(heard)).toEqual({
    ...Object.fromEntries(PRINCIPALS.map((principal) => [principal, "nothing"])),
    owner: '{"grounds":"owner"}',
    "viewer of all": reports,
    "viewer of the summary": summary,
    "viewer of a week": week,
    "holder of a link": reports,
    "holder of a link to the summary": summary,
    clinician: reports,
    "clinician on the summary": summary,
    "clinician on a week": week,
  });
});

test("“exists but is not yours” and “does not exist” are the same answer", async () => {
  const differences: string[] = [];
  for (const [route, row] of Object.entries(ROWS)) {
    if (row.what === null && row.changes !== undefined) continue;
    const unknown = newId();
    for (const principal of STRANGERS) {
      const answers = await Promise.all(
        [world.patientId, unknown].map(async (id) => {
          const { status, body } = await ask(principal, pathOf(route, id) + (row.query ?? ""));
          return `${status} ${withoutChance(body, id)}`;
        }),
      );
      if (answers[0] !== answers[1]) differences.push(`${principal}, ${route}`);
    }
  }
  expect(differences).toEqual([]);
});

/** What differs between any two answers: the nonce, the id that was asked for, and times. */
function withoutChance(body: string, id: string): string {
  return body
    .replaceAll(id, "ID")
    .replaceAll(/nonce[=":\\]+[A-Za-z0-9+/=]+/g, "NONCE")
    .replaceAll(/[A-Za-z0-9+/]{24}(?=["\\])/g, "CHANCE")
    .replaceAll(/\d{2}:\d{2}:\d{2}|\d{13}/g, "TIME");
}

test("a viewer who is sent away meanwhile gets nothing from the next request on: page, API, file and the record agree", async ({
  browser,
}) => {
  const owner = (await browser.newContext()).request;
  await signInQuickly(owner, `${WORLD}SharesWithAll`);
  const viewer = await newViewer(browser, "latency");
  const shareId = await letIn(owner, viewer);
  const cookie = await cookieOf(viewer);
  const paths = [
    viewPath(world.patientId, "overview"),
    pathOf(api("/summary"), world.patientId) + DATES,
    pathOf("/api/patients/[patientId]/export/readings", world.patientId) + DATES,
  ];
  let revokedAt = Number.POSITIVE_INFINITY;
  const late: string[] = [];
  let served = 0;
  const poll = async (path: string) => {
    for (let i = 0; i < 40; i += 1) {
      const startedAt = performance.now();
      const { status } = await raw({ path, headers: { cookie } });
      if (status === 200) served += 1;
      if (status === 200 && startedAt > revokedAt) late.push(path);
    }
  };
  const polling = Promise.all(paths.flatMap((path) => [poll(path), poll(path)]));
  await expect.poll(() => served).toBeGreaterThan(4);
  await owner.post(API_PATHS.share(shareId), { headers: OWN_ORIGIN, data: { action: "stop" } });
  revokedAt = performance.now();
  await polling;
  expect(late).toEqual([]);
});
