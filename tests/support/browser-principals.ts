import type { APIRequestContext, Browser } from "@playwright/test";
import { hashToken } from "@/lib/ids";
import { API_PATHS } from "@/lib/routes";
import type { ShareTerms } from "@/lib/sharing/schema";
import { apiOf } from "@/tests/support/browser-api";
import { joinClinic, letClinicIn, removeFromClinic, setUpClinic } from "@/tests/support/browser-clinics";
import { sql } from "@/tests/support/browser-database";
import { makeLink, openLink } from "@/tests/support/browser-links";
import { type RawAnswer, raw } from "@/tests/support/browser-raw";
import { OWN_ORIGIN, signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { giveName, lapse, letIn, signInAsViewer } from "@/tests/support/browser-viewers";

/** Everybody there is, seen from one patient and one clinic. */
export const PRINCIPALS = [
  "anonymous",
  "garbage cookie",
  "signed out",
  "idle too long",
  "owner",
  "other patient",
  "viewer of nobody",
  "viewer of all",
  "viewer of the summary",
  "viewer of a week",
  "viewer whose time is over",
  "viewer sent away",
  "holder of a link",
  "holder of a link to the summary",
  "holder of a link that was stopped",
  "clinician",
  "clinician on the summary",
  "clinician on a week",
  "clinician whose clinic was sent away",
  "clinician who was removed",
  "clinician of another clinic",
] as const;
export type Principal = (typeof PRINCIPALS)[number];

export const OUTSIDE: readonly Principal[] = ["anonymous", "garbage cookie", "signed out", "idle too long"];
export const STRANGERS: readonly Principal[] = [
  "other patient",
  "viewer of nobody",
  "clinician who was removed",
  "clinician of another clinic",
];
export const FORMER: readonly Principal[] = [
  "viewer whose time is over",
  "viewer sent away",
  "clinician whose clinic was sent away",
];

/** They are nobody to the API and to all that needs an account; a link opens pages. */
export const HOLDERS: readonly Principal[] = [
  "holder of a link",
  "holder of a link to the summary",
  "holder of a link that was stopped",
];

/** A status, or where the browser is sent. */
export type Outcome = number | string;

export const FINGERPRINT = "Fingerprint Owner";
export const NOTE = "fingerprint-note-7f3a";

/** The patient, the clinic, and the cookies of everybody. */
export interface World {
  readonly patientId: string;
  readonly clinicId: string;
  /** That of the viewer of all. */
  readonly shareId: string;
  readonly cookies: Readonly<Record<Principal, string>>;
}

export async function cookieOf(request: {
  storageState(): Promise<{ cookies: { name: string; value: string }[] }>;
}) {
  const { cookies } = await request.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The row of the session that a cookie belongs to. */
export async function sessionBehind(
  cookie: string,
): Promise<{ readonly id: string; readonly user_id: string }> {
  const [, token = ""] = /hindsight\.session=([^;]+)/.exec(cookie) ?? [];
  const [session] = await sql<{ id: string; user_id: string }>(
    "SELECT id, user_id FROM session WHERE token_hash = $1",
    [hashToken(token)],
  );
  if (!session) throw new Error("The cookie belongs to no session.");
  return session;
}

const addressOf = (name: string) => `${name.replaceAll(" ", ".")}@matrix.example`;

export async function newViewer(browser: Browser, name: string): Promise<APIRequestContext> {
  const { request } = await browser.newContext();
  await signInAsViewer(request, { address: addressOf(name), name });
  return request;
}

/** Whoever works in a clinic: each in one of their own, but for the one who was removed from the first. */
async function makeClinicians(browser: Browser, owner: APIRequestContext, called: string) {
  const viewer = (name: string) => newViewer(browser, `${name} in ${called}`);
  const working = async (name: string, terms: Partial<ShareTerms> | null) => {
    const request = await viewer(name);
    const clinic = await setUpClinic(request, `The clinic of ${name}`);
    const shareId = terms === null ? null : await letClinicIn(owner, clinic, terms);
    return { request, shareId, clinicId: clinic.clinicId };
  };
  const bare = { withEvents: false, withNotes: false } as const;
  const clinician = await working("works there", {});
  const summary = await working("works on the summary", { ...bare, scope: "summary" });
  const week = await working("works on a week", { ...bare, window: { kind: "days", days: 7 } });
  const away = await working("worked for them", {});
  await owner.post(API_PATHS.share(away.shareId ?? ""), { headers: OWN_ORIGIN, data: { action: "stop" } });
  const other = await working("works elsewhere", null);
  const removed = await viewer("was removed");
  const { clinicId } = clinician;
  const member = { clinicId, address: addressOf(`was removed in ${called}`) };
  await removeFromClinic(clinician.request, clinicId, await joinClinic(clinician.request, removed, member));
  return { clinicId, clinician, summary, week, away, other, removed };
}

/** Lets everybody come to be what they are called: other people in each world, of which `called` is the name. */
export async function makeWorld(browser: Browser, called: string): Promise<World> {
  const sharesWithAll = `${called}SharesWithAll`;
  const { request: owner } = await browser.newContext();
  await signInQuickly(owner, sharesWithAll);
  await untilImported(owner);
  await giveName(owner, FINGERPRINT);
  const { id: patientId } = await apiOf(owner).patient();
  await owner.post(API_PATHS.notes("me"), {
    headers: OWN_ORIGIN,
    data: { kind: "note", date: new Date().toISOString().slice(0, 10), minuteOfDay: 0, text: NOTE },
  });
  const other = (await browser.newContext()).request;
  await signInQuickly(other, `${called}SharesNothing`);

  const viewer = (name: string) => newViewer(browser, `${name} in ${called}`);
  const [nobody, all, summary, week, over, away] = [
    await viewer("sees nobody"),
    await viewer("sees all"),
    await viewer("sees summary"),
    await viewer("sees week"),
    await viewer("is over"),
    await viewer("was sent away"),
  ];
  const shareId = await letIn(owner, all);
  await letIn(owner, summary, { scope: "summary", withEvents: false, withNotes: false });
  await letIn(owner, week, { withEvents: false, withNotes: false, window: { kind: "days", days: 7 } });
  await lapse(await letIn(owner, over));
  const last = await letIn(owner, away);
  await owner.post(API_PATHS.share(last), { headers: OWN_ORIGIN, data: { action: "stop" } });

  const holder = async (terms: Partial<ShareTerms> = {}) => {
    const { request } = await browser.newContext();
    const made = await makeLink(owner, terms);
    await openLink(request, made);
    return { request, shareId: made.shareId };
  };
  const [byLink, byLinkToSummary, byLinkStopped] = [
    await holder(),
    await holder({ scope: "summary", withEvents: false, withNotes: false }),
    await holder(),
  ];
  await owner.post(API_PATHS.share(byLinkStopped.shareId), { headers: OWN_ORIGIN, data: { action: "stop" } });

  const clinics = await makeClinicians(browser, owner, called);

  const { request: left } = await browser.newContext();
  await signInQuickly(left, sharesWithAll);
  const signedOut = await cookieOf(left);
  await left.post(API_PATHS.signOut, { headers: OWN_ORIGIN, data: {} });
  const { request: idle } = await browser.newContext();
  await signInQuickly(idle, sharesWithAll);
  const idleCookie = await cookieOf(idle);
  const idling = await sessionBehind(idleCookie);
  await sql("UPDATE session SET expires_at = now() - interval '1 second' WHERE id = $1", [idling.id]);
  return {
    patientId,
    clinicId: clinics.clinicId,
    shareId,
    cookies: {
      anonymous: "",
      "garbage cookie": "hindsight.session=garbage",
      "signed out": signedOut,
      "idle too long": idleCookie,
      owner: await cookieOf(owner),
      "other patient": await cookieOf(other),
      "viewer of nobody": await cookieOf(nobody),
      "viewer of all": await cookieOf(all),
      "viewer of the summary": await cookieOf(summary),
      "viewer of a week": await cookieOf(week),
      "viewer whose time is over": await cookieOf(over),
      "viewer sent away": await cookieOf(away),
      "holder of a link": await cookieOf(byLink.request),
      "holder of a link to the summary": await cookieOf(byLinkToSummary.request),
      "holder of a link that was stopped": await cookieOf(byLinkStopped.request),
      clinician: await cookieOf(clinics.clinician.request),
      "clinician on the summary": await cookieOf(clinics.summary.request),
      "clinician on a week": await cookieOf(clinics.week.request),
      "clinician whose clinic was sent away": await cookieOf(clinics.away.request),
      "clinician who was removed": await cookieOf(clinics.removed),
      "clinician of another clinic": await cookieOf(clinics.other.request),
    },
  };
}

export function seen({ status, headers }: RawAnswer): Outcome {
  const { location } = headers;
  return location === undefined ? status : `${status} ${location.replace(/^https?:\/\/[^/]+/, "")}`;
}

/** Asks as somebody, exactly as written. */
export function askAs(
  { cookies }: World,
  principal: Principal,
  path: string,
  more: Partial<Parameters<typeof raw>[0]> = {},
): Promise<RawAnswer> {
  return raw({ path, ...more, headers: { ...more.headers, cookie: cookies[principal] } });
}
