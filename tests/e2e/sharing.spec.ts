import { type APIRequestContext, type Browser, expect, type Locator, type Page } from "@playwright/test";
import { hashToken } from "@/lib/ids";
import { API_PATHS, PATHS, reportPath, sharingPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { sql } from "@/tests/support/browser-database";
import { signInByEmailQuickly } from "@/tests/support/browser-email";
import type { TestPerson } from "@/tests/support/browser-people";
import { OWN_ORIGIN, signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import {
  ALL_REPORTS,
  giveName,
  keepFromNoticing,
  letIn,
  signInAsViewer,
} from "@/tests/support/browser-viewers";

const SHARING = sharingPath("me");
const CODE = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/;

const part = (page: Page, title: string): Locator => page.getByRole("region", { name: title });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true });

async function patientNamed(page: Page, person: TestPerson, name: string): Promise<void> {
  await signInQuickly(page.request, person);
  await untilImported(page.request);
  await giveName(page.request, name);
}

/** A browser of its own in which this clinician is signed in. */
async function clinician(browser: Browser, address: string, name: string): Promise<Page> {
  const context = await browser.newContext();
  await signInAsViewer(context.request, { address, name });
  return context.newPage();
}

/** Offers without drawing a page; gives the code. */
async function codeOf(request: APIRequestContext): Promise<string> {
  const answer = await request.post(API_PATHS.shares, {
    headers: OWN_ORIGIN,
    data: { by: "code", terms: ALL_REPORTS, note: null },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { code: string }).code;
}

/** Everybody in these tests comes from one network, which would soon have tried too often. */
async function redeem(request: APIRequestContext, code: string): Promise<number> {
  await sql("DELETE FROM rate_limit");
  const answer = await request.post(API_PATHS.redeemCode, { headers: OWN_ORIGIN, data: { code } });
  return answer.status();
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Enter the code" }).click();
}

/** On the narrowest phone nothing has to be moved sideways. */
async function expectNarrow(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(widest, what).toBeLessThanOrEqual(320);
  await expectNoViolation(page, `${what} at 320 px`);
  if (size) await page.setViewportSize(size);
}

test("a code lets in only whom the patient has seen and confirmed, and one press ends it", async ({
  page,
  browser,
}) => {
  await patientNamed(page, "SharesByCode", "Mara Vogel");
  const { id } = await apiOf(page.request).patient();
  await page.goto(reportPath.overview("me"));
  await place(page, "Sharing").click();
  await expect(heading(page, "Sharing")).toBeVisible();
  await expect(part(page, "Who can see your data now")).toContainText("Nobody but you.");
  await page.getByLabel("Note to them, if you like").fill("For Tuesday.");
  await page.getByRole("button", { name: "Make a code" }).click();
  await expect(page.getByRole("heading", { name: "Your code" })).toBeFocused();
  const code = (await page.getByText(CODE).textContent()) ?? "";
  await expectNarrow(page, "a code");
  await page.reload();
  await expect(part(page, "On their way")).toContainText("The code itself was shown only once.");
  await expect(page.getByText(code)).toHaveCount(0);

  const ana = await clinician(browser, "ana.code@clinic.example", "Ana Ruiz");
  await ana.goto(PATHS.people);
  await expect(ana.getByText("Nobody shares their glucose with you yet.")).toBeVisible();
  await expect(part(ana, "Enter a code")).toContainText(
    "They will see who you are: Ana Ruiz · E-mail address ana.code@clinic.example confirmed",
  );
  await sql("DELETE FROM rate_limit");
  await enterCode(ana, code.toLowerCase().replace("-", " "));
  await expect(ana.getByText("The code is right.")).toBeFocused();
  await expect(part(ana, "Waiting for confirmation")).toBeVisible();
  await expectNarrow(ana, "waiting for confirmation");
  // A code proposes: nothing is seen before it was confirmed whose it is.
  expect((await ana.request.get(`/api/v1/patients/${id}`)).status()).toBe(404);

  await page.reload();
  const waiting = part(page, "Waiting for you").getByRole("listitem");
  for (const said of [
    "Ana Ruiz",
    "E-mail address ana.code@clinic.example confirmed",
    "All reports, with events (carbs, insulin, exercise and more), without notes and lab values",
    "Always the last 90 days",
    "For Tuesday.",
  ])
    await expect(waiting).toContainText(said);
  await expect(waiting).toContainText("90 days, counted from when you let them in");
  await expectNarrow(page, "somebody waits");
  await page.getByRole("button", { name: "Let Ana Ruiz in" }).click();
  await expect(page.getByText("Ana Ruiz can see it from now on.")).toBeFocused();
  await expect(part(page, "Who can see your data now")).toContainText("Ana Ruiz");
  await expect(waiting).toHaveCount(0);

  await keepFromNoticing(ana);
  await ana.goto(PATHS.people);
  await expectNarrow(ana, "somebody shares");
  await part(ana, "People who share with you").getByRole("link", { name: "Mara Vogel" }).click();
  await expect(heading(ana, "Overview")).toBeVisible();
  await expect(ana.getByText("Mara Vogel").first()).toBeVisible();

  await page.getByRole("button", { name: "Stop sharing: Ana Ruiz" }).click();
  await expect(page.getByText("Stopped. Ana Ruiz sees nothing from now on.")).toBeFocused();
  await expect(part(page, "Who can see your data now")).toContainText("Nobody but you.");
  await place(ana, "Daily").click();
  await expect(ana).toHaveURL(PATHS.shareEnded);
  await expect(ana.getByText("This person no longer shares their data with you.")).toBeVisible();
  await expect(part(ana, "Ended in the last 30 days")).toContainText("no longer shares with you since");
  await expectNarrow(ana, "a share has ended");
  expect((await ana.request.get(`/api/v1/patients/${id}`)).status()).toBe(410);

  await page.getByText("What has ended").click();
  await expect(part(page, "Ended")).toContainText(/Ana Ruiz · .+ · you stopped it/);
  await expectNarrow(page, "what has ended");
});

test("an invitation belongs to whoever signs in with its address, and can be left again", async ({
  page,
  browser,
}) => {
  const address = "bo.invited@family.example";
  await patientNamed(page, "SharesByMail", "Jonas Berg");
  await page.goto(SHARING);
  await page.getByRole("radio", { name: /^By e-mail/ }).check();
  await page.getByLabel("Their e-mail address").fill("bo.invited");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("Please write an e-mail address such as")).toBeVisible();
  await expectNarrow(page, "an address that is none");
  await page.getByLabel("Their e-mail address").fill(address);
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("heading", { name: "The invitation is on its way" })).toBeFocused();
  await expect(part(page, "On their way")).toContainText(`Invitation to ${address}`);
  await page.getByRole("button", { name: `Send again: Invitation to ${address}` }).click();
  await expect(page.getByText("Sent once more, for another seven days.")).toBeVisible();

  const bo = await (await browser.newContext()).newPage();
  await bo.goto(PATHS.mailbox);
  const messages = bo.getByRole("article").filter({ hasText: address });
  await expect(messages).toHaveCount(2);
  const message = messages.first();
  await expect(message).toContainText("Jonas Berg would like to share glucose reports with you");
  await expect(message).toContainText("not for treatment decisions");
  // No token: the only link is the same for everybody.
  await expect(message.getByRole("link")).toHaveCount(1);
  await expect(message.getByRole("link")).toHaveAttribute("href", new RegExp(`${PATHS.people}$`));

  const stranger = await clinician(browser, "not.invited@family.example", "Somebody Else");
  await stranger.goto(PATHS.people);
  await expect(stranger.getByText("Nobody shares their glucose with you yet.")).toBeVisible();

  await signInByEmailQuickly(bo.request, address);
  await bo.goto(PATHS.people);
  const invitation = part(bo, "Invitations to you").getByRole("listitem");
  await expect(invitation).toContainText("Jonas Berg would like to share with you");
  await expect(invitation).toContainText("Give your name above first");
  await expect(invitation.getByRole("button", { name: /^Accept/ })).toHaveCount(0);
  await expectNarrow(bo, "an invitation without a name");
  await bo.getByRole("textbox", { name: "Name" }).fill("Bo Berg");
  await bo.getByRole("button", { name: "Save the name" }).click();
  await invitation.getByRole("button", { name: "Accept: Jonas Berg" }).click();
  await expect(bo.getByText("Accepted. You can see it from now on.")).toBeFocused();
  await part(bo, "People who share with you").getByRole("link", { name: "Jonas Berg" }).click();
  await expect(heading(bo, "Overview")).toBeVisible();

  await page.reload();
  const active = part(page, "Who can see your data now").getByRole("listitem");
  await expect(active).toContainText(`E-mail address ${address} confirmed`);
  await bo.goto(PATHS.people);
  await bo.getByRole("button", { name: "Leave: Jonas Berg" }).click();
  await expect(bo.getByText("You have left. You see nothing of Jonas Berg any more.")).toBeFocused();
  const { id } = await apiOf(page.request).patient();
  expect((await bo.request.get(`/api/v1/patients/${id}`)).status()).toBe(410);
  await page.reload();
  await page.getByText("What has ended").click();
  await expect(part(page, "Ended")).toContainText(/Bo Berg · .+ · they left/);
});

test("whoever is not let in sees nothing, and a code that was withdrawn or renewed lets nobody in", async ({
  page,
  browser,
}) => {
  await patientNamed(page, "LetsNobodyIn", "Lea Stern");
  const { id } = await apiOf(page.request).patient();
  const eve = await clinician(browser, "eve@clinic.example", "Eve Adler");
  expect(await redeem(eve.request, await codeOf(page.request))).toBe(200);
  await page.goto(SHARING);
  await page.getByRole("button", { name: "Do not let in: Eve Adler" }).click();
  await expect(page.getByText("Eve Adler was not let in and has seen nothing.")).toBeFocused();
  await eve.goto(PATHS.people);
  await expect(part(eve, "Waiting for confirmation")).toHaveCount(0);
  await expect(part(eve, "Ended in the last 30 days")).toHaveCount(0);
  expect([404, 410]).toContain((await eve.request.get(`/api/v1/patients/${id}`)).status());

  const old = await codeOf(page.request);
  await page.reload();
  await page.getByRole("button", { name: "New code: A code" }).click();
  await expect(page.getByRole("heading", { name: "Your code" })).toBeFocused();
  const renewed = (await page.getByText(CODE).textContent()) ?? "";
  expect(renewed).not.toBe(old);
  expect(await redeem(eve.request, old)).toBe(404);
  await page.getByRole("button", { name: "Withdraw: A code" }).click();
  await expect(page.getByText("Withdrawn. It lets nobody in any more.")).toBeFocused();
  await expect(part(page, "On their way")).toContainText("No code and no invitation is out.");
  expect(await redeem(eve.request, renewed)).toBe(404);

  // Whoever asked may take it back, too.
  expect(await redeem(eve.request, await codeOf(page.request))).toBe(200);
  await eve.reload();
  await eve.getByRole("button", { name: "Take back" }).click();
  await expect(eve.getByText("Taken back.")).toBeFocused();
  await page.reload();
  await expect(part(page, "Waiting for you")).toContainText("Nobody is waiting.");
});

test("a change holds from the very next view, and a share without an end is asked about every year", async ({
  page,
  browser,
}) => {
  await patientNamed(page, "SharesLess", "Pia Lind");
  const { id } = await apiOf(page.request).patient();
  const ida = await clinician(browser, "ida.less@clinic.example", "Ida Holm");
  const shareId = await letIn(page.request, ida.request, { lasts: "open" });
  await keepFromNoticing(ida);
  await ida.goto(reportPath.overview(id));
  await expect(place(ida, "Daily")).toBeVisible();

  await page.goto(SHARING);
  await expect(part(page, "Who can see your data now")).toContainText("Until you stop it");
  await page.getByRole("button", { name: "Change: Ida Holm" }).click();
  const form = page.getByRole("form", { name: "Change: Ida Holm" });
  await form.getByRole("radio", { name: /^Only the summary/ }).check();
  for (const box of await form.getByRole("checkbox").all()) {
    await expect(box).toBeDisabled();
    await expect(box).not.toBeChecked();
  }
  await expectNarrow(page, "terms that are being changed");
  await form.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Changed. It holds from now on.")).toBeFocused();
  await expect(part(page, "Who can see your data now")).toContainText("Only the summary");
  await expect(form).toHaveCount(0);

  await place(ida, "Daily").click();
  await expect(ida).toHaveURL(reportPath.overview(id));
  await expect(place(ida, "Daily")).toHaveCount(0);
  await ida.goto(reportPath.daily(id));
  await expect(heading(ida, "Overview")).toBeVisible();

  // Only its owner may change a share, so the trigger that says so looks away while a year goes by.
  await sql(`
    SET session_replication_role = replica;
    UPDATE share SET remind_at = now() - interval '1 day' WHERE id = '${shareId}'`);
  await page.reload();
  await expect(page.getByText("Is this still right?")).toBeVisible();
  await expectNarrow(page, "a reminder");
  await page.getByRole("button", { name: "Still right: Ida Holm" }).click();
  await expect(page.getByText("Good. You will be asked again in a year.")).toBeFocused();
  await expect(page.getByText("Is this still right?")).toHaveCount(0);
  await expect(part(page, "Who can see your data now")).toContainText("Only the summary");
});

/** How often an open page asks whether it still may be. */
const QUARTER_MINUTE_MS = 15_000;

test("a page left open follows by itself what changes and what ends", async ({ page, browser }) => {
  await patientNamed(page, "SharesWhileOpen", "Rosa Beck");
  const { id } = await apiOf(page.request).patient();
  const eva = await clinician(browser, "eva.open@clinic.example", "Eva Dahl");
  const shareId = await letIn(page.request, eva.request);
  const token = (await eva.context().cookies()).find(({ name }) => name === "hindsight.session")?.value ?? "";
  const idleLimit = () => sql("SELECT expires_at FROM session WHERE token_hash = $1", [hashToken(token)]);
  await eva.clock.install();
  await eva.goto(reportPath.daily(id));
  await expect(heading(eva, "Daily")).toBeVisible();
  const before = await idleLimit();
  const goOn = async () => {
    const asked = eva.waitForResponse(API_PATHS.grounds(id));
    await eva.clock.fastForward(QUARTER_MINUTE_MS);
    await asked;
  };
  await goOn();
  expect(await idleLimit(), "a page that is only open does not keep its session alive").toEqual(before);

  const change = (data: object) => page.request.post(API_PATHS.share(shareId), { headers: OWN_ORIGIN, data });
  const terms = { ...ALL_REPORTS, scope: "summary", withEvents: false, withNotes: false };
  expect((await change({ action: "change", terms })).status()).toBe(200);
  await goOn();
  await expect(heading(eva, "Overview")).toBeVisible();
  expect((await change({ action: "stop" })).status()).toBe(200);
  await goOn();
  await expect(eva).toHaveURL(PATHS.shareEnded);
  await expect(eva.getByText("This person no longer shares their data with you.")).toBeVisible();
});

test("what somebody looked at before a share ended is not there to go back to", async ({ page, browser }) => {
  await patientNamed(page, "SharesOnceMore", "Tom Okafor");
  const { id } = await apiOf(page.request).patient();
  const eva = await clinician(browser, "eva.back@clinic.example", "Eva Dahl");
  const ended = eva.getByText("This person no longer shares their data with you.");
  const share = () => letIn(page.request, eva.request);
  const stop = async (shareId: string) => {
    const data = { action: "stop" };
    const answer = await page.request.post(API_PATHS.share(shareId), { headers: OWN_ORIGIN, data });
    expect(answer.status()).toBe(200);
  };
  const lookAtTwoViews = async () => {
    await eva.goto(reportPath.overview(id));
    await place(eva, "Profile").click();
    await expect(heading(eva, "Glucose profile")).toBeVisible();
  };

  // The step back is the very next press.
  const first = await share();
  await lookAtTwoViews();
  await stop(first);
  await eva.goBack();
  await expect(ended).toBeVisible({ timeout: QUARTER_MINUTE_MS / 3 });

  // It comes after a press that was told so: nothing is drawn from what the pages before held.
  const second = await share();
  await lookAtTwoViews();
  await keepFromNoticing(eva);
  await stop(second);
  const loadedAnew = eva.waitForEvent("domcontentloaded");
  await place(eva, "Daily").click();
  await expect(ended).toBeVisible();
  await loadedAnew;
  await expect(ended).toBeVisible();
  await eva.goBack();
  await expect(ended).toBeVisible();
  await expect(heading(eva, "Glucose profile")).toHaveCount(0);
});

test("a wrong code is refused in words, and so is trying on", async ({ page }) => {
  await signInAsViewer(page.request, { address: "guesses@clinic.example", name: "Gil Esser" });
  await page.goto(PATHS.people);
  await enterCode(page, "BCDF");
  await expect(page.getByText("A code has eight letters and digits, such as BCDF-GH23.")).toBeVisible();
  await expectNoViolation(page, "no code at all");
  await enterCode(page, "2222-2222");
  await expect(page.getByText("This code is not known, was used already")).toBeVisible();
  const refused = page.getByText("That was tried too often.");
  await expect(async () => {
    await page.getByRole("button", { name: "Enter the code" }).click();
    await expect(refused).toBeVisible({ timeout: 400 });
  }).toPass();
  await expect(page.getByLabel("Code", { exact: true })).toHaveValue("2222-2222");
  await expectNarrow(page, "tried too often");
  await sql("DELETE FROM rate_limit");
});

test("without a name nothing is offered, and a number of days that is none is said to be", async ({
  page,
}) => {
  await signInQuickly(page.request, "SharesNarrowly");
  await untilImported(page.request);
  await page.goto(SHARING);
  await expect(page.getByText("Give your name first")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make a code" })).toHaveCount(0);
  await expectNarrow(page, "no name yet");
  await page.getByRole("textbox", { name: "Name" }).fill("Sam Klein");
  await page.getByRole("button", { name: "Save the name" }).click();
  await page.getByLabel("Which days").selectOption({ label: "Another number of last days …" });
  await page.getByLabel("Number of days").fill("0");
  await page.getByRole("button", { name: "Make a code" }).click();
  await expect(page.getByText(/Please write a whole number from 1 to 1,?096\./)).toBeVisible();
  await page.getByLabel("Which days").selectOption({ label: "From a date on …" });
  await page.getByRole("button", { name: "Make a code" }).click();
  await expect(page.getByText("Please choose a date.")).toBeVisible();
  await expectNarrow(page, "a date that is missing");
  await page.getByLabel("First day").fill("2026-11-01");
  await page.getByRole("radio", { name: /^Only the summary/ }).check();
  await page.getByLabel("How long").selectOption({ label: "For a visit: 24 hours" });
  await page.getByRole("button", { name: "Make a code" }).click();
  await expect(page.getByText(CODE)).toBeVisible();
  const offer = part(page, "On their way").getByRole("listitem");
  await expect(offer).toContainText("Only the summary");
  await expect(offer).toContainText("From Nov 1, 2026 on");
  await expect(offer).toContainText("24 hours, counted from when you let them in");
});
