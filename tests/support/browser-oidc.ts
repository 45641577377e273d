import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { openLocalSecrets } from "@/lib/cli/secrets";
import { lookupValue } from "@/lib/crypto/lookup";
import { API_PATHS } from "@/lib/routes";
import { e2eAddresses, e2eDataDirectory } from "@/tests/setup/e2e-addresses";
import { sql } from "./browser-database";
import { OWN_ORIGIN } from "./browser-sign-in";
import { HOSPITAL_PATHS, saidOf } from "./oidc-provider";

const { appUrl, oidcUrl } = e2eAddresses();

/** Begins a sign-in as the button does; the answer is the address that the browser would go to. */
export function beginAtHospital(request: APIRequestContext): Promise<URL> {
  return begin(request, API_PATHS.oidc);
}

/** The same for whoever is signed in and adds an account there to their own. */
export function beginJoiningAtHospital(request: APIRequestContext): Promise<URL> {
  return begin(request, API_PATHS.ownOidc);
}

async function begin(request: APIRequestContext, path: string): Promise<URL> {
  const csrf = await request.get(API_PATHS.csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await request.post(path, {
    headers: OWN_ORIGIN,
    data: { csrfToken, callbackUrl: "/", json: "true" },
  });
  expect(response.status()).toBe(200);
  return new URL(((await response.json()) as { url: string }).url);
}

/** The hospital's form, filled in by a person. A hospital that still knows them shows none. */
export async function signInAtHospital(page: Page, door: URL, account: string): Promise<void> {
  await page.goto(door.href);
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL((url) => url.origin === appUrl);
}

/** The same without a page; the answer is the address with which the hospital sends the browser back. */
export async function agreeAtHospital(
  request: APIRequestContext,
  door: URL,
  account: string,
  decision: "allow" | "decline" = "allow",
): Promise<URL> {
  const form = await followWithin(request, door);
  if (form.origin === appUrl) return form;
  const posted = await request.post(form.href, { form: { account, decision }, maxRedirects: 0 });
  return followWithin(request, new URL(posted.headers()["location"] ?? "missing", form));
}

/** Goes on as long as the hospital sends the browser to itself. */
async function followWithin(request: APIRequestContext, start: URL): Promise<URL> {
  let url = start;
  while (url.origin === oidcUrl) {
    const response = await request.get(url.href, { maxRedirects: 0 });
    const location = response.headers()["location"];
    if (location === undefined) return url;
    url = new URL(location, url);
  }
  return url;
}

/** Signs in without drawing a page. The cookie is in the context. */
export async function signInThroughHospital(request: APIRequestContext, account: string): Promise<void> {
  const back = await agreeAtHospital(request, await beginAtHospital(request), account);
  const response = await request.get(back.href, { maxRedirects: 0 });
  expect([response.status(), response.headers()["location"]]).toEqual([303, `${appUrl}/`]);
}

/** Who is signed in, as next-auth tells the browser; null when nobody is. */
export async function signedInUser(request: APIRequestContext): Promise<string | null> {
  const response = await request.get("/api/auth/session");
  const session = (await response.json()) as { user?: { id: string } };
  return session.user?.id ?? null;
}

export interface HospitalTraces {
  readonly people: string[];
  readonly sessions: number;
}

export const NO_HOSPITAL_TRACES: HospitalTraces = { people: [], sessions: 0 };

/** What the database knows of an account of the hospital. */
export async function hospitalTracesOf(account: string): Promise<HospitalTraces> {
  const key = Buffer.from(openLocalSecrets(e2eDataDirectory()).LOOKUP_KEY, "base64");
  const subject = lookupValue("oidc-subject", [oidcUrl, saidOf(account).sub], key);
  const people = await sql<{ user_id: string }>("SELECT user_id FROM oidc_identity WHERE subject_hmac = $1", [
    subject,
  ]);
  const [sessions] = await sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM session s JOIN oidc_identity i ON i.user_id = s.user_id
     WHERE i.subject_hmac = $1 AND s.method = 'oidc'`,
    [subject],
  );
  return { people: people.map(({ user_id }) => user_id), sessions: sessions?.count ?? 0 };
}

/** How many codes the hospital was ever asked to exchange. */
export async function codesPresented(request: APIRequestContext): Promise<number> {
  const response = await request.get(oidcUrl + HOSPITAL_PATHS.calls);
  return ((await response.json()) as { token: number }).token;
}

/** Runs `work` while the hospital answers nothing but errors. */
export async function whileHospitalIsDown(
  request: APIRequestContext,
  work: () => Promise<void>,
): Promise<void> {
  await request.post(oidcUrl + HOSPITAL_PATHS.down);
  try {
    await work();
  } finally {
    await request.post(oidcUrl + HOSPITAL_PATHS.up);
  }
}
