import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { SignInProblem } from "@/lib/connections/outcome";
import { CONSENT_VERSION } from "@/lib/connections/schema";
import { en } from "@/lib/i18n/messages/en";
import { API_PATHS, PATHS, reportPath } from "@/lib/routes";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { watchedPage } from "@/tests/support/browser-complaints";
import { NO_TRACES, tracesOf } from "@/tests/support/browser-database";
import { signInByEmailQuickly } from "@/tests/support/browser-email";
import { signedInUser } from "@/tests/support/browser-oidc";
import {
  ageProof,
  agreeAtDexcom,
  authorizeAtDexcom,
  beginTrip,
  continueToDexcom,
  OWN_ORIGIN,
  sessionCookie,
  signInQuickly,
  untilImported,
} from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

const { appUrl } = e2eAddresses();

/** The problem's own page, from which whoever is signed in gets back to where they began. */
async function expectProblem(page: Page, code: SignInProblem): Promise<void> {
  await expect(page).toHaveURL(appUrl + PATHS.problem(code));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.pages.problem[code].title);
}

async function backToSecurity(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Back to Security" }).click();
  await expect(page).toHaveURL(appUrl + PATHS.changeWays);
}

test("a clinician with diabetes connects Dexcom to the account that they have", async ({ context }) => {
  await signInByEmailQuickly(context.request, "has.diabetes@clinic.example");
  const user = await signedInUser(context.request);
  const { page, complaints } = await watchedPage(context);
  const cookie = await sessionCookie(page);
  await page.goto(PATHS.people);
  await page.getByRole("link", { name: "Connect Dexcom" }).click();
  await expect(page.getByRole("heading", { name: "Connect Dexcom", level: 1 })).toBeVisible();
  await expectNoViolation(page, "consent to join");
  await continueToDexcom(page);
  await authorizeAtDexcom(page, "ConnectsLater");
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
  expect(await signedInUser(page.request)).toBe(user);
  expect(await sessionCookie(page)).toBe(cookie);
  await untilImported(page.request);
  const { id } = await apiOf(page.request).patient();
  expect(await tracesOf("ConnectsLater")).toEqual({ people: 1, connections: 1, tokens: 1, sessions: 1 });
  await page.goto(PATHS.joinDexcom);
  await expect(page).toHaveURL(appUrl + PATHS.connection);
  const again = await page.request.post(API_PATHS.connect, {
    headers: OWN_ORIGIN,
    data: { purpose: "join", grantor: "self", consentVersion: CONSENT_VERSION },
  });
  expect([again.status(), await again.json()]).toMatchObject([409, { code: "one-dexcom" }]);
  expect(complaints).toEqual([]);

  // From now on either way leads to the same account.
  await signInQuickly(page.request, "ConnectsLater");
  expect(await signedInUser(page.request)).toBe(user);
  await signInByEmailQuickly(page.request, "has.diabetes@clinic.example");
  expect((await apiOf(page.request).patient()).id).toBe(id);
});

test("a Dexcom account that somebody has here never attaches to another person", async ({
  page,
  browser,
}) => {
  const elsewhere = await browser.newContext();
  await signInQuickly(elsewhere.request, "HasAnAccount");
  const before = await tracesOf("HasAnAccount");
  await signInByEmailQuickly(page.request, "meets.another@clinic.example");
  const user = await signedInUser(page.request);
  const back = await agreeAtDexcom(page.request, await beginTrip(page.request, "join"), "HasAnAccount");
  await page.goto(back.href);
  await expectProblem(page, "dexcom-taken");
  await expectNoViolation(page, "a Dexcom account that is somebody else's");
  expect(await tracesOf("HasAnAccount")).toEqual(before);
  expect(await signedInUser(page.request)).toBe(user);
  expect((await page.request.get("/api/v1/patients/me")).status()).toBe(404);
  await backToSecurity(page);
  await elsewhere.close();
});

test("joining wants a sign-in of the last ten minutes, and leads back when it is declined", async ({
  page,
  request,
}) => {
  const data = { purpose: "join", grantor: "self", consentVersion: CONSENT_VERSION };
  const ask = (by: APIRequestContext) => by.post(API_PATHS.connect, { headers: OWN_ORIGIN, data });
  expect((await ask(request)).status()).toBe(401);
  await signInByEmailQuickly(page.request, "declines.to.join@clinic.example");
  const login = await beginTrip(page.request, "join");
  const back = await agreeAtDexcom(page.request, login, "JoinsNobody", "decline");
  await page.goto(back.href);
  await expectProblem(page, "declined");
  await backToSecurity(page);
  expect(await tracesOf("JoinsNobody")).toEqual(NO_TRACES);

  await ageProof(page);
  const refused = await ask(page.request);
  expect([refused.status(), await refused.json()]).toMatchObject([403, { code: "confirm-first" }]);
  await page.goto(PATHS.joinDexcom);
  await expect(page.getByRole("heading", { name: "First confirm that it is you" })).toBeVisible();
});

test("an answer belongs to nobody when its session ended meanwhile", async ({ page }) => {
  await signInByEmailQuickly(page.request, "signs.out.meanwhile@clinic.example");
  const back = await agreeAtDexcom(page.request, await beginTrip(page.request, "join"), "JoinsNobody");
  await page.request.post(API_PATHS.signOut, { headers: OWN_ORIGIN, data: {} });
  await page.goto(back.href);
  await expectProblem(page, "signed-out");
  expect(await tracesOf("JoinsNobody")).toEqual(NO_TRACES);
  await page.goto(reportPath.overview("me"));
  await expect(page).toHaveURL(appUrl + PATHS.signIn);
});
