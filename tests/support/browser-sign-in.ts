import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { ConnectPurpose } from "@/lib/connections/mutations-trip";
import { CONSENT_VERSION } from "@/lib/connections/schema";
import { hashToken } from "@/lib/ids";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { sql } from "./browser-database";

const { appUrl, simulatorUrl } = e2eAddresses();

/** What a browser sends with a change that its own page asks for. */
export const OWN_ORIGIN = { origin: appUrl, "sec-fetch-site": "same-origin" } as const;

/** From the landing page to Dexcom's door, as a newcomer goes. */
export async function goToDexcom(page: Page, grantor = "This is me"): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Sign in with Dexcom" }).first().click();
  await continueToDexcom(page, grantor);
}

/** The consent page, on sign-in and on reconnect. */
export async function continueToDexcom(page: Page, grantor = "This is me"): Promise<void> {
  await page.getByLabel(grantor).check();
  await page.getByRole("button", { name: "Continue to Dexcom" }).click();
  await expect(page).toHaveURL((url) => url.origin === simulatorUrl);
}

export async function logInAtDexcom(page: Page, person: string): Promise<void> {
  await page.getByLabel("Sandbox user").selectOption(person);
  await page.getByRole("button", { name: "Log in" }).click();
}

export async function authorizeAtDexcom(page: Page, person: string): Promise<void> {
  await logInAtDexcom(page, person);
  await page.getByLabel("Signature").fill("A Person");
  await page.getByRole("button", { name: "Authorize" }).click();
}

/** All of it with the mouse: landing, consent, Dexcom, and back. */
export async function signIn(page: Page, person: string, grantor?: string): Promise<void> {
  await goToDexcom(page, grantor);
  await authorizeAtDexcom(page, person);
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
}

/** Begins a trip without a page; the answer is the address at Dexcom that the browser would go to. */
export async function beginTrip(
  request: APIRequestContext,
  purpose: ConnectPurpose = "sign-in",
): Promise<URL> {
  const response = await request.post("/api/connect", {
    headers: OWN_ORIGIN,
    data: { purpose, grantor: "self", consentVersion: CONSENT_VERSION },
  });
  expect(response.status()).toBe(200);
  const { location } = (await response.json()) as { location: string };
  return new URL(location);
}

/** Dexcom's two forms, posted; the answer is the address with which Dexcom sends the browser back. */
export async function agreeAtDexcom(
  request: APIRequestContext,
  login: URL,
  person: string,
  decision: "authorize" | "decline" = "authorize",
): Promise<URL> {
  const loginPage = await request.get(login.href);
  const consentPage = await request.post(`${simulatorUrl}/sandbox/login`, {
    form: { flow: flowIn(await loginPage.text()), user: person },
  });
  const answer = await request.post(`${simulatorUrl}/sandbox/authorize`, {
    form: { flow: flowIn(await consentPage.text()), signature: "A Person", decision },
    maxRedirects: 0,
  });
  return new URL(answer.headers()["location"] ?? "missing");
}

function flowIn(html: string): string {
  const flow = /name="flow" value="([^"]+)"/.exec(html)?.[1];
  if (flow === undefined) throw new Error("The simulator showed no form.");
  return flow;
}

/** Signs in without drawing a page: for tests that are about what comes afterwards. The cookie is in the context. */
export async function signInQuickly(request: APIRequestContext, person: string): Promise<void> {
  const back = await agreeAtDexcom(request, await beginTrip(request), person);
  const response = await request.get(back.href, { maxRedirects: 0 });
  expect(response.headers()["location"]).toBe(`${appUrl}/patients/me/overview`);
}

/** The cookie of whoever is signed in; "none" without one. */
export async function sessionCookie(page: Page): Promise<string> {
  const cookies = await page.context().cookies(appUrl);
  return cookies.find(({ name }) => name === "hindsight.session")?.value ?? "none";
}

/** Lets the last proof of who somebody is grow older than ten minutes. */
export async function ageProof(page: Page): Promise<void> {
  await sql("UPDATE session SET confirmed_at = now() - interval '11 minutes' WHERE token_hash = $1", [
    hashToken(await sessionCookie(page)),
  ]);
}

/** Until the worker has brought the whole history. */
export async function untilImported(request: APIRequestContext): Promise<void> {
  await expect
    .poll(
      async () => {
        const response = await request.get("/api/v1/patients/me/sync");
        const { connection } = (await response.json()) as {
          connection: { status: string; syncing: boolean };
        };
        return connection.syncing ? "syncing" : connection.status;
      },
      { timeout: 50_000, intervals: [250] },
    )
    .toBe("active");
}
