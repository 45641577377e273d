import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { API_PATHS, clinicPath, PATHS, reportPath, sharingPath, viewPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import {
  joinClinic,
  letClinicIn,
  newClinicCode,
  removeFromClinic,
  setUpClinic,
} from "@/tests/support/browser-clinics";
import { sql } from "@/tests/support/browser-database";
import type { TestPerson } from "@/tests/support/browser-people";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import { giveName, signInAsViewer } from "@/tests/support/browser-viewers";

const SHARING = sharingPath("me");
const CLINIC = "Northside clinic";
const LOOKER = `Dr. Ana Ruiz (${CLINIC})`;

const part = (page: Page, title: string): Locator => page.getByRole("region", { name: title });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true });
const looks = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("paragraph") });

async function patientNamed(page: Page, person: TestPerson, name: string): Promise<string> {
  await signInQuickly(page.request, person);
  await untilImported(page.request);
  await giveName(page.request, name);
  return (await apiOf(page.request).patient()).id;
}

/** A browser of its own in which this clinician is signed in. */
async function clinician(browser: Browser, address: string, name: string): Promise<Page> {
  const context = await browser.newContext();
  await signInAsViewer(context.request, { address, name });
  return context.newPage();
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

test("a clinic is shown before it is let in, its members then see what was chosen, and one press ends it", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const ana = await clinician(browser, "ana.north@clinic.example", "Dr. Ana Ruiz");
  const { clinicId, code } = await setUpClinic(ana.request, CLINIC);
  const id = await patientNamed(page, "SharesWithAClinic", "Mara Vogel");
  await page.goto(reportPath.overview("me"));
  await place(page, "Sharing").click();
  await expect(heading(page, "Sharing")).toBeVisible();
  const form = part(page, "Share with somebody");
  await form.getByRole("radio", { name: /^With a clinic/ }).check();
  await expect(form.getByRole("radio", { name: /^By a code/ })).toHaveCount(0);
  const field = form.getByLabel("The clinic’s code");
  await form.getByRole("button", { name: "Find the clinic" }).click();
  await expect(field).toBeFocused();
  await expect(form.getByRole("alert")).toContainText("A code has eight letters and digits");
  await expectNarrow(page, "a clinic’s code is typed");

  await sql("DELETE FROM rate_limit");
  await field.fill("2222-2222");
  await form.getByRole("button", { name: "Find the clinic" }).click();
  await expect(form.getByText("No clinic has this code.")).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("2222-2222");

  await field.fill(code.toLowerCase().replace("-", " "));
  await form.getByLabel("How long").selectOption({ label: "Until I stop it, with a reminder every year" });
  await form.getByRole("button", { name: "Find the clinic" }).click();
  const question = page.getByRole("heading", { name: "Is this your clinic?" });
  await expect(question).toBeFocused();
  for (const said of [
    CLINIC,
    "Dr. Ana Ruiz",
    "All reports, with events (carbs, insulin, exercise and more), without notes and lab values",
    "Always the last 90 days",
    "Until I stop it, with a reminder every year",
  ])
    await expect(form).toContainText(said);
  await expectNarrow(page, "is this your clinic");
  // Nothing is seen before it was confirmed.
  expect((await ana.request.get(`/api/v1/patients/${id}`)).status()).toBe(404);

  await form.getByRole("button", { name: "No, go back" }).click();
  await expect(field).toBeFocused();
  await form.getByRole("button", { name: "Find the clinic" }).click();
  await form.getByRole("button", { name: `Share with ${CLINIC}` }).click();
  await expect(page.getByRole("heading", { name: `${CLINIC} sees it from now on` })).toBeFocused();
  const card = part(page, "Who can see your data now").getByRole("article", { name: CLINIC });
  await expect(card).toContainText("A clinic: everybody who works there in Hindsight");
  await expect(card).toContainText("Until you stop it");
  await expectNarrow(page, "a clinic was let in");

  // The same clinic is not let in twice.
  await form.getByRole("button", { name: "Share with somebody else" }).click();
  await form.getByRole("radio", { name: /^With a clinic/ }).check();
  await field.fill(code);
  await form.getByRole("button", { name: "Find the clinic" }).click();
  await form.getByRole("button", { name: `Share with ${CLINIC}` }).click();
  await expect(form.getByText("This is shared already, or waits to be confirmed.")).toBeVisible();

  await ana.goto(reportPath.overview(id));
  await expect(heading(ana, "Overview")).toBeVisible();
  await expect(ana.getByText(`Mara Vogel’s data, shared with ${CLINIC}`)).toBeVisible();
  await expect(place(ana, "Worklist")).toHaveAttribute("href", clinicPath(clinicId));
  await expect(place(ana, "Notes")).toHaveCount(0);
  await ana.goto(PATHS.people);
  await expect(ana.getByText("Mara Vogel")).toHaveCount(0);

  await page.goto(PATHS.activity);
  await expect(looks(page).filter({ hasText: `${LOOKER} looked at Overview` })).toHaveCount(1);
  await expect(looks(page).filter({ hasText: `You began to share with ${CLINIC}.` })).toHaveCount(1);
  await page.getByLabel("Person", { exact: true }).selectOption(`Everybody at ${CLINIC}`);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(looks(page)).toHaveCount(1);
  const [head = "", row = ""] = (await (await page.request.get(API_PATHS.activity)).text()).split("\r\n");
  expect(head).toMatch(/,share_id,clinic,clinic_id$/);
  expect(row).toMatch(new RegExp(`,${CLINIC},${clinicId}$`));

  await page.goto(SHARING);
  await page.getByRole("button", { name: `Change: ${CLINIC}` }).click();
  const change = page.getByRole("form", { name: `Change: ${CLINIC}` });
  await change.getByRole("radio", { name: /^Only the summary/ }).check();
  await change.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Changed. It holds from now on.")).toBeFocused();
  await ana.goto(viewPath(id, "daily"));
  await expect(ana).toHaveURL(reportPath.overview(id));

  await page.getByRole("button", { name: `Stop sharing: ${CLINIC}` }).click();
  await expect(page.getByText(`Stopped. ${CLINIC} sees nothing from now on.`)).toBeFocused();
  await expect(part(page, "Who can see your data now")).toContainText("Nobody but you.");
  await ana.goto(reportPath.overview(id));
  await expect(ana).toHaveURL(PATHS.shareEnded);
  expect((await ana.request.get(`/api/v1/patients/${id}`)).status()).toBe(410);
  await page.getByText("What has ended").click();
  await expect(part(page, "Ended")).toContainText(/Northside clinic · .+ · you stopped it/);
});

test("a code that was renewed while somebody looked is refused in words, and what they chose stays", async ({
  page,
  browser,
}) => {
  const ana = await clinician(browser, "ana.renews@clinic.example", "Dr. Ana Ruiz");
  const { clinicId, code } = await setUpClinic(ana.request, CLINIC);
  await patientNamed(page, "SeesARenewedCode", "Jonas Berg");
  await sql("DELETE FROM rate_limit");
  await page.goto(SHARING);
  const form = part(page, "Share with somebody");
  await form.getByRole("radio", { name: /^With a clinic/ }).check();
  await form.getByRole("radio", { name: /^Only the summary/ }).check();
  await form.getByLabel("The clinic’s code").fill(code);
  await form.getByRole("button", { name: "Find the clinic" }).click();
  const renewed = await newClinicCode(ana.request, clinicId);
  await form.getByRole("button", { name: `Share with ${CLINIC}` }).click();
  await expect(form.getByText("The clinic has changed its code or its name meanwhile")).toBeVisible();
  await form.getByRole("button", { name: "No, go back" }).click();
  await expect(form.getByRole("radio", { name: /^Only the summary/ })).toBeChecked();
  await form.getByLabel("The clinic’s code").fill(renewed);
  await form.getByRole("button", { name: "Find the clinic" }).click();
  await form.getByRole("button", { name: `Share with ${CLINIC}` }).click();
  await expect(part(page, "Who can see your data now")).toContainText("Only the summary");
});

test("whoever is removed from a clinic is a stranger from the very next request on", async ({
  page,
  browser,
}) => {
  const id = await patientNamed(page, "SharesWithAClinic", "Mara Vogel");
  const ana = await clinician(browser, "ana.removes@clinic.example", "Dr. Ana Ruiz");
  const ben = await clinician(browser, "ben.leaves@clinic.example", "Ben Okoro");
  const clinic = await setUpClinic(ana.request, "Southside clinic");
  const benThere = await joinClinic(ana.request, ben.request, {
    clinicId: clinic.clinicId,
    address: "ben.leaves@clinic.example",
  });
  await letClinicIn(page.request, clinic);
  await ben.goto(reportPath.overview(id));
  await expect(heading(ben, "Overview")).toBeVisible();
  await removeFromClinic(ana.request, clinic.clinicId, benThere);
  await place(ben, "Daily").click();
  await expect(heading(ben, "Daily")).toHaveCount(0);
  for (const path of [reportPath.overview(id), `/api/v1/patients/${id}`])
    expect((await ben.request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
  expect((await ana.request.get(`/api/v1/patients/${id}`)).status()).toBe(200);
});
