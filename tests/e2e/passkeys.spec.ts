import { expect, type Page } from "@playwright/test";
import { API_PATHS, PATHS } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { watchedPage } from "@/tests/support/browser-complaints";
import { sql } from "@/tests/support/browser-database";
import { signInByEmailQuickly } from "@/tests/support/browser-email";
import { signedInUser } from "@/tests/support/browser-oidc";
import {
  addButton,
  addPasskey,
  removeButtons,
  signInButton,
  virtualDevice,
} from "@/tests/support/browser-passkeys";
import { ageProof, OWN_ORIGIN, signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { callsOf } from "@/tests/support/browser-simulator";
import { test } from "@/tests/support/browser-test";

const overview = (page: Page) => page.getByRole("heading", { name: "Overview", level: 1 });
const passkeys = (page: Page) => page.getByRole("region", { name: "Passkeys" });
const refusal = (page: Page) => page.getByText("This passkey does not fit here.");
const signOut = (page: Page) => page.request.post(API_PATHS.signOut, { headers: OWN_ORIGIN, data: {} });

test("a patient adds a passkey, signs in and confirms with it without Dexcom, and removes it", async ({
  context,
}) => {
  const { page, complaints } = await watchedPage(context);
  await virtualDevice(page);
  await signInQuickly(page.request, "UsesAPasskey");
  await untilImported(page.request);
  const { id } = await apiOf(page.request).patient();
  await page.goto(PATHS.security);
  await expect(passkeys(page).getByText("No passkey yet.")).toBeVisible();
  await expectNoViolation(page, "no passkey");
  await addPasskey(page);
  await expect(passkeys(page).getByText(/Added \w+ \d+, 20\d\d · not used yet/)).toBeVisible();
  await expect(page.getByText("One, listed below.")).toBeVisible();
  await expectNoViolation(page, "one passkey");

  await signOut(page);
  const { calls } = await callsOf("UsesAPasskey");
  await page.goto(PATHS.home);
  await expectNoViolation(page, "landing with passkeys");
  await signInButton(page).click();
  await expect(overview(page)).toBeVisible();
  expect((await apiOf(page.request).patient()).id).toBe(id);
  await page.goto(PATHS.security);
  await expect(page.getByText(/^Signed in with a passkey/)).toBeVisible();
  await expect(passkeys(page).getByText(/last used now/)).toBeVisible();

  await ageProof(page);
  await page.reload();
  await expect(removeButtons(page)).toHaveCount(0);
  await expect(addButton(page)).toHaveCount(0);
  await page.getByText("Add or remove a passkey").click();
  await expectNoViolation(page, "confirming with a passkey");
  await passkeys(page).getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByText("You confirmed a moment ago that it is you.")).toBeVisible();
  // Nobody asked Dexcom for anything, so all of this works when it does not answer.
  expect((await callsOf("UsesAPasskey")).calls).toBe(calls);

  await removeButtons(page).click();
  await expect(passkeys(page).getByText("It will not sign you in any more.")).toBeVisible();
  await expectNoViolation(page, "removing a passkey");
  await passkeys(page)
    .getByRole("button", { name: /^Keep it: / })
    .click();
  await expect(passkeys(page).getByText("It will not sign you in any more.")).toHaveCount(0);
  await removeButtons(page).click();
  await passkeys(page)
    .getByRole("button", { name: /^Remove this passkey: / })
    .click();
  await expect(passkeys(page).getByRole("status").first()).toHaveText(/^Removed: .+, added /);
  await expect(passkeys(page).getByRole("heading", { name: "Passkeys" })).toBeFocused();
  await expect(passkeys(page).getByText("No passkey yet.")).toBeVisible();
  expect(complaints).toEqual([]);

  await signOut(page);
  await page.goto(PATHS.signIn);
  await signInButton(page).click();
  await expect(refusal(page)).toBeVisible();
  await expectNoViolation(page, "a passkey that is not known");
  await expect(page).toHaveURL(PATHS.signIn);
  const recorded = await sql<{ action: string; method: string }>(AUDIT, [id]);
  expect(recorded.map(({ action, method }) => `${action} ${method}`)).toEqual([
    "way-in.added passkey",
    "session.started passkey",
    "session.confirmed passkey",
    "way-in.removed passkey",
  ]);
});

const AUDIT = `
  SELECT e.action, e.detail->>'method' AS method FROM audit_event e
  JOIN patient_owner o ON e.actor = 'user:' || o.user_id
  WHERE o.patient_id = $1 AND e.detail->>'method' = 'passkey' ORDER BY e.at`;

test("a clinician needs no mail any more: on the page without Dexcom a passkey does, and stays the last way in", async ({
  page,
}) => {
  await virtualDevice(page);
  await signInByEmailQuickly(page.request, "has.a.passkey@clinic.example");
  const user = await signedInUser(page.request);
  await addPasskey(page);
  await signOut(page);
  await page.goto(PATHS.emailSignIn);
  await expectNoViolation(page, "signing in without Dexcom");
  await signInButton(page).click();
  await expect(page.getByRole("heading", { name: "Shared with you", level: 1 })).toBeVisible();
  expect(await signedInUser(page.request)).toBe(user);

  await page.goto(PATHS.security);
  await page.getByText("Add or remove a way to sign in").click();
  await page.getByRole("button", { name: "Remove the address" }).click();
  await expect(page.getByText("No e-mail address yet.")).toBeVisible();
  await expect(passkeys(page).getByText("It is your only way in")).toBeVisible();
  await expect(removeButtons(page)).toHaveCount(0);
  const [row] = await sql<{ id: string }>("SELECT id FROM passkey WHERE user_id = $1", [user]);
  const removed = await page.request.delete(API_PATHS.passkey(row?.id ?? ""), {
    headers: { ...OWN_ORIGIN, "content-type": "application/json" },
  });
  expect([removed.status(), await removed.json()]).toMatchObject([409, { code: "only-way-in" }]);
});

test("a prompt that is closed costs nothing, and is told kindly", async ({ page }) => {
  const device = await virtualDevice(page);
  const kindly = page.getByText("No passkey was used, and nothing was changed.");
  await signInByEmailQuickly(page.request, "closes.the.prompt@clinic.example");
  const user = await signedInUser(page.request);
  await page.goto(PATHS.security);
  await device.letVerify(false);
  await addButton(page).click();
  await expect(kindly).toBeVisible();
  await expectNoViolation(page, "a closed prompt");
  expect(await device.held()).toBe(0);
  expect(await sql("SELECT 1 FROM passkey WHERE user_id = $1", [user])).toEqual([]);
  // The same button goes on.
  await device.letVerify(true);
  await addButton(page).click();
  await expect(page.getByText("Added. From now on it signs you in.")).toBeVisible();
  await expect(kindly).toHaveCount(0);
  // One that this device holds already it does not make again.
  await addButton(page).click();
  await expect(page.getByText("This device holds a passkey for this account already.")).toBeVisible();

  await ageProof(page);
  await page.goto(PATHS.changeWays);
  await device.letVerify(false);
  await page.getByRole("button", { name: "Confirm with a passkey" }).first().click();
  await expect(kindly).toBeVisible();
  await signOut(page);
  await page.goto(PATHS.home);
  const place = await signInButton(page).boundingBox();
  await signInButton(page).click();
  await expect(kindly).toBeVisible();
  expect(await signInButton(page).boundingBox()).toEqual(place);
  await page.getByRole("link", { name: "Sign in with Dexcom" }).click();
  await expect(page.getByRole("heading", { name: "Before you go to Dexcom" })).toBeVisible();
});

test("a browser without passkeys says so instead of offering a button", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "PublicKeyCredential"));
  const says = page.getByText("This browser cannot use passkeys.");
  for (const path of [PATHS.home, PATHS.signIn, PATHS.emailSignIn]) {
    await page.goto(path);
    await expect(says).toBeVisible();
    await expect(signInButton(page)).toHaveCount(0);
    await expectNoViolation(page, `${path} without passkeys`);
  }
  await signInByEmailQuickly(page.request, "has.an.old.browser@clinic.example");
  await page.goto(PATHS.security);
  await expect(says).toBeVisible();
  await expect(addButton(page)).toHaveCount(0);
});

test("what a passkey signed is worth nothing in another browser, nor twice", async ({ page, browser }) => {
  await virtualDevice(page);
  await signInByEmailQuickly(page.request, "is.copied@clinic.example");
  await addPasskey(page);
  await signOut(page);
  const elsewhere = (await browser.newContext()).request;
  const send = async (by: typeof elsewhere, data: unknown) => {
    const answer = await by.post(API_PATHS.answerPasskey, { headers: OWN_ORIGIN, data });
    return [answer.status(), ((await answer.json()) as { code?: string }).code];
  };
  const signed: unknown[] = [];
  await page.route(`**${API_PATHS.answerPasskey}`, async (route) => {
    signed.push(route.request().postDataJSON());
    if (signed.length === 1) expect(await send(elsewhere, signed[0])).toEqual([409, "passkey-other-browser"]);
    await route.continue();
  });
  await page.goto(PATHS.home);
  await signInButton(page).click();
  // Whoever tried elsewhere used it up.
  await expect(page.getByText("That took longer than five minutes, or was sent before.")).toBeVisible();
  await signInButton(page).click();
  await expect(page.getByRole("heading", { name: "Shared with you", level: 1 })).toBeVisible();
  expect(await send(page.request, signed[1])).toEqual([409, "passkey-too-late"]);
  expect(await send(elsewhere, signed[1])).toEqual([409, "passkey-too-late"]);
  expect((await elsewhere.get(API_PATHS.session("none"))).status()).toBe(405);
});

test("adding and removing want somebody who is signed in and confirmed, and theirs is theirs", async ({
  page,
  browser,
}) => {
  await virtualDevice(page);
  await signInByEmailQuickly(page.request, "owns.a.passkey@clinic.example");
  const user = await signedInUser(page.request);
  await addPasskey(page);
  const [row] = await sql<{ id: string }>("SELECT id FROM passkey WHERE user_id = $1", [user]);
  const own = API_PATHS.passkey(row?.id ?? "");
  const unknown = API_PATHS.passkey("01890000-0000-4000-8000-000000000000");
  const headers = { ...OWN_ORIGIN, "content-type": "application/json" };
  const ask = async (by: typeof page.request, method: "post" | "delete", path: string, data: object = {}) => {
    const answer = await by[method](path, { headers, data });
    return [answer.status(), ((await answer.json()) as { code?: string }).code];
  };

  const { request: nobody } = await browser.newContext();
  expect(await ask(nobody, "post", API_PATHS.passkeys)).toEqual([401, "signed-out"]);
  expect(await ask(nobody, "post", API_PATHS.askForPasskey, { purpose: "confirm" })).toEqual([
    401,
    "signed-out",
  ]);
  expect(await ask(nobody, "delete", own)).toEqual([401, "signed-out"]);

  const { request: stranger } = await browser.newContext();
  await signInByEmailQuickly(stranger, "owns.no.passkey@clinic.example");
  const [theirs, nobodys] = [await ask(stranger, "delete", own), await ask(stranger, "delete", unknown)];
  expect(theirs).toEqual([404, "no-such-entry"]);
  expect(nobodys).toEqual(theirs);

  await ageProof(page);
  expect(await ask(page.request, "post", API_PATHS.passkeys)).toEqual([403, "confirm-first"]);
  expect(await ask(page.request, "delete", own)).toEqual([403, "confirm-first"]);
  expect(await sql("SELECT 1 FROM passkey WHERE user_id = $1", [user])).toHaveLength(1);
});
