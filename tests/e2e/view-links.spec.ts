import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { API_PATHS, PATHS, reportPath, sharingPath, viewPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { enterPasscode, makeLink, openLink, openLinkInBrowser } from "@/tests/support/browser-links";
import type { TestPerson } from "@/tests/support/browser-people";
import { raw } from "@/tests/support/browser-raw";
import { expectNoticeAndFreshness } from "@/tests/support/browser-reports";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import { giveName, keepFromNoticing } from "@/tests/support/browser-viewers";

const SHARING = sharingPath("me");
const CODE = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/;
const LINK = /\/view#[\w-]{43}$/;
const OWNER = "Mara Vogel";
const NAME = "Link “For Dr. Ruiz on Tuesday”";
/** This machine, by whichever of its two names the browser reached it. */
const PLACE = / · .+ · Network (127\.0\.0\.0\/24|::\/48)$/;

const part = (page: Page, title: string): Locator => page.getByRole("region", { name: title });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const places = (page: Page) => page.getByRole("navigation", { name: "Main" }).getByRole("link");
const place = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true });
/** Every entry, but not the places of the settings. */
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

/** A browser of its own in which nobody is signed in. */
async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
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

test("a link and its passcode open what was chosen and nothing else; the owner sees every opening and ends it", async ({
  page,
  browser,
  context,
}) => {
  test.setTimeout(180_000);
  const id = await patientNamed(page, "SharesByLink", OWNER);
  await page.goto(reportPath.overview("me"));
  await place(page, "Sharing").click();
  await expect(heading(page, "Sharing")).toBeVisible();
  const form = part(page, "Share with somebody");
  await form.getByRole("radio", { name: /^With a link, for a visit/ }).check();
  await expect(form.getByLabel("How long").locator("option")).toHaveText([
    "For a visit: 24 hours",
    "For 30 days",
    "For 90 days",
  ]);
  await form.getByLabel("How long").selectOption({ label: "For 30 days" });
  await form.getByLabel("How often it can be opened").selectOption({ label: "2 times" });
  await form.getByLabel("A name for this link, if you like").fill("For Dr. Ruiz on Tuesday");
  await expectNarrow(page, "a link that is being made");

  // What was typed outlives a request that did not arrive.
  await page.route(`**${API_PATHS.shares}`, (route) => route.abort(), { times: 1 });
  await form.getByRole("button", { name: "Make a link" }).click();
  await expect(form.getByText("The server could not be reached.")).toBeVisible();
  await expect(form.getByLabel("A name for this link, if you like")).toHaveValue("For Dr. Ruiz on Tuesday");
  await form.getByRole("button", { name: "Make a link" }).click();

  await expect(page.getByRole("heading", { name: "Your link and its passcode" })).toBeFocused();
  const link = (await page.getByText(LINK).textContent()) ?? "";
  const passcode = (await page.getByText(CODE).textContent()) ?? "";
  await expectNarrow(page, "a link and its passcode");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const card = part(page, "Who can see your data now").getByRole("article", { name: NAME });
  await expect(card).toContainText("Not opened yet; it opens 2 times");
  await page.reload();
  await expect(card).toBeVisible();
  for (const shownOnce of [passcode, link]) await expect(page.getByText(shownOnce)).toHaveCount(0);

  const visitor = await stranger(browser);
  await keepFromNoticing(visitor);
  const asked: string[] = [];
  // What stands behind a # is never sent.
  visitor.on("request", (request) =>
    asked.push(request.url().replace(/#.*/, ""), JSON.stringify(request.headers())),
  );
  await openLinkInBrowser(visitor, { link, passcode: "2222-2222" });
  await expect(visitor.getByText("The “passcode” is not that of this link.")).toBeVisible();
  await expect(visitor.getByLabel("Passcode", { exact: true })).toHaveValue("2222-2222");
  await expect(visitor.getByLabel("Passcode", { exact: true })).toBeFocused();
  await expect(visitor.getByRole("note")).toContainText("not for treatment decisions");
  expect(await visitor.content()).not.toContain(OWNER);
  expect(await visitor.context().cookies()).toEqual([]);
  await expectNarrow(visitor, "a wrong passcode");
  await enterPasscode(visitor, "BCDF");
  await expect(
    visitor.getByText("A passcode has eight letters and digits, such as BCDF-GH23."),
  ).toBeVisible();

  await enterPasscode(visitor, passcode.toLowerCase().replace("-", " "));
  await expect(heading(visitor, "Overview")).toBeVisible();
  await expect(visitor).toHaveURL(reportPath.overview(id));
  await expect(visitor.getByText(`${OWNER}’s data, by a link`)).toBeVisible();
  await expectNoticeAndFreshness(visitor);
  await expectNarrow(visitor, "what a link shows");
  const [visit, ...others] = await visitor.context().cookies();
  expect(others).toEqual([]);
  expect(visit).toMatchObject({ name: "hindsight.visit", path: "/", httpOnly: true, sameSite: "Lax" });
  expect(visit?.value).toMatch(/^[\w-]{43}$/);

  // The usual terms leave notes and laboratory values out; what needs an account is for nobody here.
  await expect(places(visitor)).toHaveText([
    "Overview",
    "Daily",
    "Profile",
    "Calendar",
    "Patterns",
    "Overlay",
    "Compare",
    "Statistics",
    "Logbook",
    "Devices",
    "Help",
  ]);
  await visitor.goto(viewPath(id, "notes"));
  await expect(visitor).toHaveURL(reportPath.overview(id));
  await expect(heading(visitor, "Overview")).toBeVisible();
  await visitor.getByRole("button", { name: "mmol/L" }).click();
  await expect(visitor.getByRole("button", { name: "mmol/L" })).toHaveAttribute("aria-pressed", "true");
  expect((await apiOf(page.request).patient()).unit).toBe("mg/dL");
  for (const path of ["", "/sync"])
    expect((await visitor.request.get(`/api/v1/patients/${id}${path}`)).status(), path).toBe(401);
  for (const path of [sharingPath(id), PATHS.people, PATHS.activity, PATHS.data])
    expect((await visitor.request.get(path, { maxRedirects: 0 })).headers()["location"], path).toMatch(
      new RegExp(`${PATHS.signIn}$`),
    );
  expect(asked.join("\n")).toContain(PATHS.viewLink);
  expect(asked.join("\n")).not.toContain(new URL(link).hash.slice(1));

  const second = await stranger(browser);
  await openLinkInBrowser(second, { link, passcode });
  await expect(heading(second, "Overview")).toBeVisible();
  const third = await stranger(browser);
  await openLinkInBrowser(third, { link, passcode });
  await expect(third.getByText("This link does not open anything any more.")).toBeVisible();
  expect(await third.content()).not.toContain(OWNER);
  // A browser that visits already goes on with its visit.
  await openLinkInBrowser(visitor, { link, passcode });
  await expect(heading(visitor, "Overview")).toBeVisible();

  await page.reload();
  await expect(card).toContainText("2 of 2 times: it cannot be opened again");
  const openings = card.getByRole("list", { name: `Every opening of: ${NAME}` }).getByRole("listitem");
  await expect(openings).toHaveText([PLACE, PLACE]);
  await expectNarrow(page, "a link that was opened");
  await page.goto(PATHS.activity);
  const byLink = "Somebody with your link “For Dr. Ruiz on Tuesday”";
  await expect(looks(page).filter({ hasText: `${byLink} looked at Overview` })).toHaveCount(2);
  await expect(
    looks(page).filter({ hasText: "Somebody opened the link “For Dr. Ruiz on Tuesday”." }),
  ).toHaveCount(2);
  await expect(looks(page).filter({ hasText: "You made the link “For Dr. Ruiz on Tuesday”." })).toHaveCount(
    1,
  );
  await page.getByLabel("Person", { exact: true }).selectOption(byLink);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(looks(page)).toHaveCount(2);
  const rows = (await (await page.request.get(API_PATHS.activity)).text()).trim().split("\r\n").slice(1);
  expect(rows.map((row) => row.split(",").filter((_cell, column) => [2, 5, 6].includes(column)))).toEqual([
    ["", "link", "overview"],
    ["", "link", "overview"],
  ]);

  await page.goto(SHARING);
  await page.getByRole("button", { name: `Stop sharing: ${NAME}` }).click();
  await expect(page.getByText("Stopped. The link opens nothing any more")).toBeFocused();
  await expect(part(page, "Who can see your data now")).toContainText("Nobody but you.");
  await place(visitor, "Daily").click();
  await expect(visitor).toHaveURL(PATHS.linkOver);
  await expect(visitor.getByText("This access has ended")).toBeVisible();
  await expectNarrow(visitor, "an access that has ended");
  await visitor.reload();
  expect(await visitor.content()).not.toContain(OWNER);
  await openLinkInBrowser(third, { link, passcode });
  await expect(third.getByText("This link does not open anything any more.")).toBeVisible();
  await page.getByText("What has ended").click();
  await expect(part(page, "Ended")).toContainText(
    /Link “For Dr\. Ruiz on Tuesday” · .+ · you stopped it · opened 2 of 2 times/,
  );
});

test("a link can be changed, but never to one without an end", async ({ page, browser }) => {
  const id = await patientNamed(page, "ChangesALink", "Jonas Berg");
  const handed = await makeLink(page.request, { note: "Changes" });
  const visitor = await stranger(browser);
  await openLinkInBrowser(visitor, handed);
  await expect(place(visitor, "Notes")).toBeVisible();

  await page.goto(SHARING);
  await page.getByRole("button", { name: "Change: Link “Changes”" }).click();
  const form = page.getByRole("form", { name: "Change: Link “Changes”" });
  await expect(form.getByLabel("How long").locator("option")).toHaveCount(3);
  await form.getByRole("radio", { name: /^Only the summary/ }).check();
  await form.getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByText("Changed. It holds from now on.")).toBeFocused();

  await place(visitor, "Notes").click();
  await expect(visitor).toHaveURL(reportPath.overview(id));
  await expect(places(visitor)).toHaveText(["Overview", "Help"]);
  await expectNoViolation(visitor, "the summary by a link");
});

test("closing the view ends the visit: a copy of its cookie is worth nothing, and no other patient is reached", async ({
  page,
  browser,
}) => {
  const id = await patientNamed(page, "ClosesAView", "Lea Stern");
  const handed = await makeLink(page.request);
  const visitor = await stranger(browser);
  await openLinkInBrowser(visitor, handed);
  await expect(heading(visitor, "Overview")).toBeVisible();
  const cookie = await cookieOf(visitor);
  const overview = (patient: string, headers = { cookie }) =>
    raw({ path: reportPath.overview(patient), headers });
  expect((await overview(id)).status).toBe(200);

  // Of somebody else a visit opens exactly as much as no session at all.
  const other = await (await browser.newContext()).newPage();
  const otherId = await patientNamed(other, "ChangesALink", "Jonas Berg");
  for (const patient of [otherId, "me", "01890000-0000-4000-8000-000000000000"]) {
    const [byVisit, byNobody] = [await overview(patient), await overview(patient, { cookie: "" })];
    expect([byVisit.status, byVisit.headers.location], patient).toEqual([307, byNobody.headers.location]);
    expect(byVisit.headers.location, patient).toMatch(new RegExp(`${PATHS.signIn}$`));
  }

  await visitor.goto(`${reportPath.overview(id)}?days=10000`);
  await visitor.getByRole("link", { name: "Show my latest days" }).click();
  await expect(heading(visitor, "Overview")).toBeVisible();
  await visitor.getByRole("button", { name: /, this view$/ }).click();
  await expectNoViolation(visitor, "the menu of a visit");
  await expect(visitor.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  await visitor.getByRole("button", { name: "Close this view" }).click();
  await expect(visitor).toHaveURL(PATHS.linkOver);
  await expect(visitor.getByText("This access has ended")).toBeVisible();
  expect(await cookieOf(visitor)).not.toContain("hindsight.visit");
  const copied = await overview(id);
  expect([copied.status, copied.headers.location]).toEqual([
    307,
    expect.stringMatching(/\/view\?ended=link$/),
  ]);
  expect(copied.body).not.toContain("Lea Stern");
  // The link itself is good for two more openings.
  await openLink(visitor.request, handed);
  expect((await visitor.request.get(reportPath.overview(id), { maxRedirects: 0 })).status()).toBe(200);
});

test("a link that is not whole says so, and so does a browser without scripts", async ({ page, browser }) => {
  await page.goto(PATHS.viewLink);
  await expect(page.getByText("This address lacks the part that makes it work")).toBeVisible();
  await expect(page.getByLabel("Passcode", { exact: true })).toHaveCount(0);
  await expectNarrow(page, "a link that is not whole");
  await page.goto(`${PATHS.viewLink}#short`);
  await expect(page.getByText("This address lacks the part that makes it work")).toBeVisible();
  // A whole one in the same tab is taken: no page is loaded for what stands behind a #.
  await page.goto(`${PATHS.viewLink}#${"a".repeat(43)}`);
  await expect(page.getByLabel("Passcode", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(PATHS.viewLink);

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const plainPage = await plain.newPage();
  await plainPage.goto(PATHS.viewLink);
  // What stands in a <noscript> has no text for the test's own script, but a place on the page.
  await expect(plainPage.locator("noscript p")).toBeVisible();
  expect(await plainPage.content()).toContain("The link is opened by a script");
  await plain.close();
});
