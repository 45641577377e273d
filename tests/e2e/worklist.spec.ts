import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { API_PATHS, clinicPath, PATHS, reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { joinClinic, letClinicIn, type MadeClinic, setUpClinic } from "@/tests/support/browser-clinics";
import { watchedPage } from "@/tests/support/browser-complaints";
import type { TestPerson } from "@/tests/support/browser-people";
import { keyFigure, lookedAtTogether, shownPercentages } from "@/tests/support/browser-reports";
import { OWN_ORIGIN, signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import { giveName, keepFromNoticing, signInAsViewer } from "@/tests/support/browser-viewers";
import {
  figureOf,
  nameOf,
  openList,
  openPreview,
  order,
  previewOf,
  rowOf,
  untilAlive,
} from "@/tests/support/browser-worklist";

test.describe.configure({ mode: "serial" });

const CLINIC = "Eastside clinic";
const [MARA, JONAS, LENA] = ["Mara Ahlberg", "Jonas Brandt", "Lena Castro"] as const;
const EVERYBODY = [MARA, JONAS, LENA];
const ADMINISTRATOR = "ana.east@clinic.example";
const VIEWER = "vera.east@clinic.example";

interface Patient {
  readonly context: BrowserContext;
  readonly id: string;
}

let clinic: MadeClinic;
let mara: Patient;
let lena: Patient;
let lenasShare: string;
let ana: BrowserContext;
let page: Page;
let complaints: string[];

async function patient(browser: Browser, person: TestPerson, name: string): Promise<Patient> {
  const context = await browser.newContext();
  await signInQuickly(context.request, person);
  await untilImported(context.request);
  await giveName(context.request, name);
  return { context, id: (await apiOf(context.request).patient()).id };
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  ana = await browser.newContext();
  await signInAsViewer(ana.request, { address: ADMINISTRATOR, name: "Dr. Ana Ruiz" });
  clinic = await setUpClinic(ana.request, CLINIC);
  mara = await patient(browser, "IsOnAWorklist", MARA);
  const jonas = await patient(browser, "IsOnAWorklistToo", JONAS);
  lena = await patient(browser, "LeavesAWorklist", LENA);
  await letClinicIn(mara.context.request, clinic);
  await letClinicIn(jonas.context.request, clinic, { scope: "summary" });
  lenasShare = await letClinicIn(lena.context.request, clinic);
  ({ page, complaints } = await watchedPage(ana));
});

/** What is asked for after somebody has stopped sharing is refused, as it should be. */
const unexpected = () => complaints.filter((text) => !/ 4(04|09|10) |status of 4(04|09|10)/.test(text));

test.afterEach(() => expect(unexpected()).toEqual([]));

test("everybody who shares with the clinic is listed, with the figures of their own overview", async () => {
  await openList(page, clinic.clinicId, EVERYBODY);
  const own = await mara.context.newPage();
  await lookedAtTogether(async () => {
    await own.goto(`${reportPath.overview("me")}?days=14`);
    const [percentages, average] = [await shownPercentages(own), keyFigure(own, "Average glucose")];
    await page.goto(clinicPath(clinic.clinicId));
    const preview = await openPreview(page, MARA);
    const table = preview.getByRole("table", { name: "Time in ranges" });
    const shown = await table.locator("td:nth-of-type(1)").allTextContents();
    expect(shown.map((text) => text.replace(" %", "").trim())).toEqual(
      percentages.map((text) => text.replace(" %", "").trim()),
    );
    const mean = (await figureOf(preview, "Average").textContent()) ?? "none";
    await expect(average).toContainText(mean, { timeout: 1_000 });
    await expect(rowOf(page, MARA)).toContainText(mean.replace(/ mg\/dL$/, ""), { timeout: 1_000 });
    await expect(rowOf(page, MARA)).toContainText(`${percentages[2]?.replace(" %", "")} %`, {
      timeout: 1_000,
    });
  });
  await own.close();
});

test("from signing in to a finished review there are three actions", async ({ browser }) => {
  const context = await browser.newContext();
  // One: signing in, which leads to the only clinic's list.
  await signInAsViewer(context.request, { address: ADMINISTRATOR, name: "Dr. Ana Ruiz" });
  const list = await context.newPage();
  await list.goto(PATHS.clinics);
  await expect(list).toHaveURL(new RegExp(clinicPath(clinic.clinicId)));
  await expect(rowOf(list, MARA)).toBeVisible();
  await untilAlive(list);
  // Two: whoever needs a look first. Three: they are reviewed.
  await list.keyboard.press("Enter");
  const preview = list.getByRole("region").filter({ has: list.getByRole("heading", { level: 2 }) });
  await expect(preview.getByRole("button", { name: "Mark reviewed" })).toBeVisible();
  await list.keyboard.press("r");
  await expect(preview.getByText("Marked reviewed.")).toBeVisible();
  await expect(preview.getByText(/by Dr\. Ana Ruiz/)).toBeVisible();
  await list.keyboard.press("u");
  await expect(preview.getByText("The review is taken back.")).toBeVisible();
  await context.close();
});

test("what is sorted and filtered stands in the address, and whom somebody searches for does not", async () => {
  await page.goto(`${clinicPath(clinic.clinicId)}?sort=name`);
  expect(await order(page, EVERYBODY)).toEqual([JONAS, LENA, MARA]);
  await page
    .getByRole("columnheader", { name: /^Person/ })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/sort=name&order=desc/);
  await expect.poll(() => order(page, EVERYBODY)).toEqual([MARA, LENA, JONAS]);
  await page.goto(`${clinicPath(clinic.clinicId)}?flag=connection`);
  for (const name of EVERYBODY) await expect(rowOf(page, name)).toHaveCount(0);

  await page.goto(clinicPath(clinic.clinicId));
  const search = page.getByRole("searchbox");
  await search.fill("ahlb");
  await search.press("Enter");
  await expect(rowOf(page, JONAS)).toHaveCount(0);
  await expect(rowOf(page, MARA)).toBeVisible();
  expect(page.url()).not.toContain("ahlb");
  // Kept for the session, and only there: the list is still searched after a reload.
  await page.reload();
  await expect(search).toHaveValue("ahlb");
  await expect(rowOf(page, JONAS)).toHaveCount(0);
  await page.getByRole("button", { name: "End the search" }).click();
  await expect(rowOf(page, JONAS)).toBeVisible();
  await expect(search).toHaveValue("");
});

/** Asks for people whose average is at least this, with the keys alone. */
async function askForAverage(on: Page, least: number): Promise<void> {
  await on.getByRole("button", { name: "By figures" }).press("Enter");
  const field = on.getByRole("spinbutton", { name: "Average, mg/dL, at least" });
  await field.fill(String(least));
  await field.press("Enter");
}

test("only people whose figures are as somebody asks are shown, until that is taken back", async ({
  browser,
}) => {
  await page.goto(`${clinicPath(clinic.clinicId)}?days=30&sort=name`);
  // The three have the same readings.
  const shown = Number.parseFloat(await rowOf(page, MARA).locator('[data-label="Average"]').innerText());
  const [beyond, within] = [shown + 1, shown - 1];
  const asked = (least: number) => new RegExp(`\\?days=30&average-from=${least}&sort=name$`);

  await askForAverage(page, beyond);
  // The address is one to keep: it says what was asked for and nothing else.
  await expect(page).toHaveURL(asked(beyond));
  await expect(page.getByText("Nobody matches")).toBeVisible();
  expect(await order(page, EVERYBODY)).toEqual([]);
  await askForAverage(page, within);
  await expect(page).toHaveURL(asked(within));
  await expect.poll(() => order(page, EVERYBODY)).toEqual([JONAS, LENA, MARA]);

  // What cannot be is said where it was typed, and nothing of it is lost.
  await page.getByRole("button", { name: "By figures" }).click();
  const form = page.getByRole("form", { name: "Only people whose figures are" });
  const field = (name: string) => form.getByRole("spinbutton", { name });
  await expect(field("Average, mg/dL, at least")).toHaveValue(String(within));
  await field("GMI, %, at most").fill("21");
  await field("GMI, %, at most").press("Enter");
  await expect(form.locator("input:invalid")).toBeFocused();
  await expect(field("GMI, %, at most")).toHaveValue("21");
  await expect(page).toHaveURL(asked(within));
  // Thirteen days are too few for a GMI, and nobody knows what it would be.
  await field("GMI, %, at most").fill("20");
  await field("GMI, %, at most").press("Enter");
  await expect(page.getByText("Nobody matches")).toBeVisible();
  await page.getByRole("link", { name: "GMI ≤ 20 %" }).click();
  await expect.poll(() => order(page, EVERYBODY)).toEqual([JONAS, LENA, MARA]);
  await page.getByRole("link", { name: `Average ≥ ${within} mg/dL` }).click();
  await expect(page).toHaveURL(/\?days=30&sort=name$/);
  // The form asks for what the list was asked for.
  await page.getByRole("button", { name: "By figures" }).click();
  await expect(field("Average, mg/dL, at least")).toHaveValue("");
  await page.keyboard.press("Escape");

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await ana.storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${clinicPath(clinic.clinicId)}?days=30&sort=name`);
  await askForAverage(plain, beyond);
  await expect(plain).toHaveURL(asked(beyond));
  await expect(plain.getByText("Nobody matches")).toBeVisible();
  await context.close();
});

test("a page behind the last is the last, and an address in words that there are not shows no list", async ({
  browser,
}) => {
  await page.goto(`${clinicPath(clinic.clinicId)}?page=99`);
  for (const name of EVERYBODY) await expect(rowOf(page, name)).toBeVisible();
  const stranger = await browser.newContext({ storageState: await ana.storageState() });
  const elsewhere = await stranger.newPage();
  for (const path of [
    `${clinicPath(clinic.clinicId)}?sort=shoe-size`,
    clinicPath("0197a1b2-0000-7000-8000-000000000000"),
  ]) {
    expect((await elsewhere.goto(path))?.status()).toBe(404);
    await expect(
      elsewhere.getByRole("heading", { name: "This page of a clinic cannot be shown" }),
    ).toBeVisible();
    await expectNoViolation(elsewhere, path);
  }
  await stranger.close();
});

test("the keys work on a row of the list, and are letters everywhere else", async () => {
  await page.goto(`${clinicPath(clinic.clinicId)}?sort=name`);
  await untilAlive(page);
  const { keyboard } = page;
  // Nothing has the focus: nobody is marked by a hand that rests on the keyboard.
  await keyboard.press("r");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);

  await nameOf(page, JONAS).focus();
  await keyboard.press("ArrowDown");
  await expect(nameOf(page, LENA)).toBeFocused();
  await keyboard.press("j");
  await expect(nameOf(page, MARA)).toBeFocused();
  await keyboard.press("k");
  await keyboard.press("r");
  await expect(page.getByText(`${LENA} is marked reviewed.`)).toBeVisible();
  await expect(rowOf(page, LENA)).toContainText("Dr. Ana Ruiz");
  await expect(nameOf(page, LENA)).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`The review of ${LENA} is taken back.`)).toBeVisible();
  // The button has gone with the review, and the focus with it back to the list.
  await expect(nameOf(page, LENA)).toBeFocused();
  await expect(rowOf(page, LENA)).toContainText("Not yet");

  await keyboard.press("?");
  await expect(page.getByRole("region", { name: "Keys" })).toBeVisible();
  await keyboard.press("Escape");
  await keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await keyboard.type("jr");
  await expect(page.getByRole("searchbox")).toHaveValue("jr");
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.getByRole("searchbox").fill("");

  // One stop of the Tab key, whoever the arrows came to last.
  await nameOf(page, MARA).focus();
  await expect(page.locator('[data-preview]:not([tabindex="-1"])')).toHaveCount(1);
  await expect(nameOf(page, MARA)).not.toHaveAttribute("tabindex");
});

test("whoever is reviewed leaves the list of those who are not, and the work goes on where they were", async () => {
  await page.goto(`${clinicPath(clinic.clinicId)}?sort=name&reviewed=no`);
  const preview = await openPreview(page, JONAS);
  await page.keyboard.press("r");
  await expect(preview.getByText("Marked reviewed.")).toBeVisible();
  await expect(rowOf(page, JONAS)).toHaveCount(0);
  // They stay open, to be taken back; the next one is whoever has come to their place.
  await expect(preview.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(previewOf(page, LENA).getByRole("heading", { name: LENA, level: 2 })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(nameOf(page, LENA)).toBeFocused();
  await page.goto(`${clinicPath(clinic.clinicId)}?sort=name`);
  const again = await openPreview(page, JONAS);
  await page.keyboard.press("u");
  await expect(again.getByText("The review is taken back.")).toBeVisible();
});

test("without script the list is read, sorted and filtered, and leads to the reports", async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await ana.storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(clinicPath(clinic.clinicId));
  await plain
    .getByRole("columnheader", { name: /^Person/ })
    .getByRole("link")
    .click();
  expect(await order(plain, EVERYBODY)).toEqual([JONAS, LENA, MARA]);
  await plain.getByRole("link", { name: /^Not connected/ }).click();
  await expect(plain).toHaveURL(/flag=connection/);
  for (const name of EVERYBODY) await expect(rowOf(plain, name)).toHaveCount(0);
  await plain.getByRole("link", { name: "Show everybody" }).first().click();
  await expect(nameOf(plain, MARA)).toHaveAttribute("href", reportPath.overview(mara.id));
  await context.close();
});

test("the keyboard goes from person to person, marks one reviewed and takes it back", async () => {
  await page.goto(`${clinicPath(clinic.clinicId)}?sort=name`);
  await openPreview(page, JONAS);
  await page.keyboard.press("j");
  const second = previewOf(page, LENA);
  await expect(second.getByRole("heading", { name: LENA, level: 2 })).toBeFocused();
  await page.keyboard.press("k");
  const first = previewOf(page, JONAS);
  await expect(first.getByRole("heading", { name: "Figures" })).toBeVisible();
  await page.keyboard.press("r");
  await expect(first.getByText("Marked reviewed.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(first.getByText("The review is taken back.")).toBeVisible();
  await expect(first.getByText("Nobody has marked this person reviewed yet.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(first).toHaveCount(0);
});

test("a summary shows its figures alone, and says why there is no more", async () => {
  await page.goto(clinicPath(clinic.clinicId));
  const preview = await openPreview(page, JONAS);
  await expect(preview.getByText("Only the summary is shared")).toBeVisible();
  await expect(preview.getByRole("heading", { name: "Days, newest first" })).toHaveCount(0);
  await expect(preview.getByRole("heading", { name: "Glucose profile" })).toHaveCount(0);
});

test("a note that two people write at once is lost to neither of them", async ({ browser }) => {
  await page.goto(clinicPath(clinic.clinicId));
  const preview = await openPreview(page, MARA);
  await page.keyboard.press("n");
  const field = preview.getByLabel("Note", { exact: true });
  await expect(field).toBeFocused();
  await field.fill("Asks for a pump.");

  const colleague = await browser.newContext();
  await signInAsViewer(colleague.request, { address: "ben.east@clinic.example", name: "Ben Okoro" });
  await joinClinic(ana.request, colleague.request, {
    clinicId: clinic.clinicId,
    address: "ben.east@clinic.example",
  });
  const written = await colleague.request.put(API_PATHS.clinicNote(clinic.clinicId, mara.id), {
    headers: OWN_ORIGIN,
    data: { revision: 0, text: "Comes in May." },
  });
  expect(written.status()).toBe(200);

  await preview.getByRole("button", { name: "Save the note" }).click();
  await expect(preview.getByRole("alert")).toContainText("Comes in May.");
  await expect(field).toHaveValue("Asks for a pump.");
  // Nothing that is typed is lost to a key either.
  await field.press("Escape");
  await expect(preview.getByText("The note is not saved yet.")).toBeVisible();
  await field.fill("Comes in May. Asks for a pump.");
  await preview.getByRole("button", { name: "Save the note" }).click();
  await expect(preview.getByText("The note is saved.")).toBeVisible();
  await page.reload();
  await expect((await openPreview(page, MARA)).getByText("Comes in May. Asks for a pump.")).toBeVisible();
  await colleague.close();
});

test("the figures are copied as text, with whose they are and what they are not for", async () => {
  await ana.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(clinicPath(clinic.clinicId));
  const preview = await openPreview(page, MARA);
  await preview.getByRole("button", { name: "Copy as text" }).click();
  await expect(preview.getByText("Copied.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  for (const said of [
    MARA,
    "not for treatment decisions",
    (await figureOf(preview, "Average").textContent()) ?? "—",
  ])
    expect(text).toContain(said);
});

test("whoever only looks reads everything and changes nothing", async ({ browser }) => {
  const viewer = await browser.newContext();
  await signInAsViewer(viewer.request, { address: VIEWER, name: "Vera Lind" });
  await joinClinic(ana.request, viewer.request, {
    clinicId: clinic.clinicId,
    address: VIEWER,
    role: "viewer",
  });
  const list = await viewer.newPage();
  await list.goto(clinicPath(clinic.clinicId));
  const preview = await openPreview(list, MARA);
  await expect(preview.getByText("Comes in May. Asks for a pump.")).toBeVisible();
  for (const name of ["Mark reviewed", "Edit the note", "Change: Site, tags and targets"])
    await expect(preview.getByRole("button", { name })).toHaveCount(0);
  await list.keyboard.press("r");
  await expect(preview.getByText("Nobody has marked this person reviewed yet.")).toBeVisible();
  const refused = await viewer.request.post(API_PATHS.review(clinic.clinicId, mara.id), {
    headers: OWN_ORIGIN,
    data: {},
  });
  expect(refused.status()).toBe(403);
  await viewer.close();
});

test("a patient reads in their record exactly what was opened, by whom and for which clinic", async () => {
  const own = await mara.context.newPage();
  await own.goto(PATHS.activity);
  const looks = own.getByRole("main").getByRole("listitem");
  const by = `Dr. Ana Ruiz (${CLINIC})`;
  await expect(looks.filter({ hasText: `${by} saw your figures in the worklist` })).not.toHaveCount(0);
  await expect(looks.filter({ hasText: `${by} looked at Preview in the worklist` })).not.toHaveCount(0);
  await expect(looks.filter({ hasText: `Vera Lind (${CLINIC}) looked at Preview` })).toHaveCount(1);
  await expect(looks.filter({ hasText: "Ben Okoro" }).filter({ hasText: "looked at" })).toHaveCount(0);
  await expect(looks.filter({ hasText: "looked at Overview" })).toHaveCount(0);
  await own.close();
  // Of somebody whose row was seen and who was not opened, nothing more is said.
  const other = await lena.context.newPage();
  await other.goto(PATHS.activity);
  await expect(
    other.getByRole("main").getByRole("listitem").filter({ hasText: "saw your figures in the worklist" }),
  ).not.toHaveCount(0);
  await other.close();
});

test("on paper the list has its names, its days, when it was made and what it is not for, and no buttons", async () => {
  await page.goto(`${clinicPath(clinic.clinicId)}?sort=name`);
  await page.emulateMedia({ media: "print" });
  for (const name of EVERYBODY) await expect(nameOf(page, name)).toBeVisible();
  await expect(page.getByText(/^14 days · Made with Hindsight · \w+, \w+ \d+, \d{4}, /)).toBeVisible();
  await expect(page.getByText(/not for treatment decisions/i).first()).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Reviewed" })).toBeVisible();
  const buttons = page.getByRole("button").filter({ visible: true, hasNotText: CLINIC });
  await expect(buttons).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await page.emulateMedia({ media: null });
});

test("a clinic with which nobody shares yet says what to tell people, and its code", async () => {
  const empty = await setUpClinic(ana.request, "Westside clinic");
  await page.goto(clinicPath(empty.clinicId));
  await expect(page.getByRole("heading", { name: "Nobody shares with this clinic yet" })).toBeVisible();
  await expect(page.getByText(empty.code)).toBeVisible();
  await expectNoViolation(page, "an empty list");
});

test("nothing stands in anybody’s way, on any screen, by day and by night", async () => {
  test.setTimeout(120_000);
  for (const [width, colorScheme] of [
    [1_280, "light"],
    [390, "light"],
    [320, "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(clinicPath(clinic.clinicId));
    await expectNoViolation(page, `the list, ${width} ${colorScheme}`);
    await page.getByRole("button", { name: "By figures" }).click();
    await expectNoViolation(page, `what figures are asked for, ${width} ${colorScheme}`);
    await page.keyboard.press("Escape");
    await openPreview(page, MARA);
    await expectNoViolation(page, `a preview, ${width} ${colorScheme}`);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(width);
    // All of it is in sight: nothing of the list lies beyond the edge of what holds it.
    if (width === 1_280) {
      await page.keyboard.press("Escape");
      const last = await page.getByRole("columnheader", { name: "Reviewed" }).boundingBox();
      expect((last?.x ?? width) + (last?.width ?? width)).toBeLessThanOrEqual(width);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1_280, height: 720 });
});

test("who stops sharing is gone at the next look, and a list that was open says so or follows by itself", async () => {
  const leftOpen = await ana.newPage();
  await leftOpen.clock.install();
  await leftOpen.goto(clinicPath(clinic.clinicId));
  await openPreview(leftOpen, MARA);
  await keepFromNoticing(page);
  await page.goto(clinicPath(clinic.clinicId));
  await expect(rowOf(page, LENA)).toBeVisible();
  const stopped = await lena.context.request.post(API_PATHS.share(lenasShare), {
    headers: OWN_ORIGIN,
    data: { action: "stop" },
  });
  expect(stopped.status()).toBe(200);
  await untilAlive(page);
  await nameOf(page, LENA).click();
  const preview = previewOf(page, LENA);
  await expect(preview.getByRole("alert")).toContainText("No longer shared with this clinic");
  await expect(preview.getByText(/\d+ %/)).toHaveCount(0);
  await preview.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await expect(preview).toHaveCount(0);
  await page.goto(clinicPath(clinic.clinicId));
  await expect(rowOf(page, MARA)).toBeVisible();
  await expect(rowOf(page, LENA)).toHaveCount(0);

  await expect(rowOf(leftOpen, LENA)).toBeVisible();
  await leftOpen.clock.fastForward(15_000);
  await expect(rowOf(leftOpen, LENA)).toHaveCount(0);
  await expect(previewOf(leftOpen, MARA).getByRole("heading", { name: "Figures" })).toBeVisible();
});
