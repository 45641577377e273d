import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import { API_PATHS, PATHS } from "@/lib/routes";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { OWN_ORIGIN, signInQuickly } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1.1 Mobile/15E148 Safari/604.1";
/** This machine, by whichever of its two names the browser reached it. */
const LOCAL_NETWORK = /Network (127\.0\.0\.0\/24|::\/48) · /;

/** A browser of its own in which this person is signed in. */
async function signedIn(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  await signInQuickly(context.request, "SignsInTwice");
  return context.newPage();
}

/** One row of the list. */
const row = (page: Page, place: string): Locator =>
  page
    .getByRole("region", { name: "Where you are signed in" })
    .getByRole("listitem")
    .filter({ hasText: place });

// All of these are the same person, and ending all others would end those of the next test: one after another.
test.beforeEach(async ({ browser }) => {
  const page = await signedIn(browser);
  await page.request.post(API_PATHS.endOtherSessions, { headers: OWN_ORIGIN, data: {} });
  await page.request.post(API_PATHS.signOut, { headers: OWN_ORIGIN, data: {} });
  await page.context().close();
});

test("two browsers of one person show up in both lists; one ends the other", async ({ browser }) => {
  const home = await signedIn(browser, { userAgent: FIREFOX });
  const phone = await signedIn(browser, { userAgent: PHONE, viewport: { width: 320, height: 640 } });
  await phone.goto(PATHS.security);
  await expect(row(phone, "Safari on iOS · this browser")).toBeVisible();
  await expect(row(phone, "Firefox on Linux")).toBeVisible();
  const isTooWide = await phone.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isTooWide).toBe(false);
  await phone.goto(PATHS.connection);

  await home.goto(PATHS.security);
  await expect(row(home, "Firefox on Linux · this browser")).toContainText("last seen now");
  await expect(row(home, "Safari on iOS")).toContainText("Signed in with Dexcom");
  await expect(row(home, "Safari on iOS")).toContainText(LOCAL_NETWORK);
  await expectNoViolation(home, PATHS.security);

  await row(home, "Safari on iOS")
    .getByRole("button", { name: /^End: Safari on iOS, signed in / })
    .click();
  await expect(row(home, "Safari on iOS")).toHaveCount(0);
  await expect(home.getByText(/^Ended: Safari on iOS, signed in .+\.$/)).toBeVisible();
  await expect(home.getByRole("heading", { name: "Where you are signed in" })).toBeFocused();
  await expect(home.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);

  await phone.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Data" }).click();
  await expect(phone).toHaveURL(PATHS.signIn);
  await home.reload();
  await expect(row(home, "Firefox on Linux · this browser")).toBeVisible();
});

test("one press signs out everywhere else", async ({ browser }) => {
  const home = await signedIn(browser, { userAgent: FIREFOX });
  const others = [await signedIn(browser, { userAgent: PHONE }), await signedIn(browser)];
  await home.goto(PATHS.security);
  await expect(row(home, "")).toHaveCount(3);
  await home.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(home.getByText("Done. You are signed in here only.")).toBeVisible();
  await expect(row(home, "")).toHaveCount(1);
  for (const other of others) {
    expect((await other.request.get("/api/v1/patients/me")).status()).toBe(401);
    await other.goto(PATHS.connection);
    await expect(other).toHaveURL(PATHS.signIn);
  }
});

test("ending the session in use signs out, and its browser forgets", async ({ browser }) => {
  const page = await signedIn(browser, { userAgent: FIREFOX });
  await page.goto(PATHS.security);
  const answered = page.waitForResponse((response) => response.url().includes("/api/sessions/"));
  await row(page, "this browser")
    .getByRole("button", { name: /^End: Firefox on Linux, .+, this browser$/ })
    .click();
  const answer = await answered;
  expect([answer.status(), answer.request().method()]).toEqual([204, "DELETE"]);
  expect(await answer.headerValue("clear-site-data")).toBe('"cache", "storage"');
  await expect(page).toHaveURL(PATHS.home);
  expect(await page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: "hindsight.session" }),
  );
});

test("nobody ends a session that is not theirs, and no session tells whether there is one", async ({
  browser,
}) => {
  const page = await signedIn(browser);
  const stranger = await browser.newContext();
  await signInQuickly(stranger.request, "Session");
  const strangersPage = await stranger.newPage();
  await strangersPage.goto(PATHS.security);
  const ending = strangersPage.waitForRequest((request) => request.url().includes("/api/sessions/"));
  // Only its address is wanted: what is sent never arrives.
  await strangersPage.route("**/api/sessions/*", (route) => route.abort());
  await row(strangersPage, "this browser").getByRole("button").click();
  const theirs = new URL((await ending).url()).pathname;
  const never = API_PATHS.session("01890000-0000-4000-8000-000000000000");
  const answers = await Promise.all(
    [theirs, never, API_PATHS.session("me")].map(async (path) => {
      const answer = await page.request.delete(path, { headers: OWN_ORIGIN, data: {} });
      return { status: answer.status(), body: await answer.json() };
    }),
  );
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 404, body: { code: "no-such-session" } });
  expect(answers[1]).toEqual(answers[0]);
  expect((await stranger.request.get("/api/v1/patients/me")).status()).toBe(200);
});

test("a network that a client claims for itself changes nothing", async ({ browser }) => {
  const page = await signedIn(browser, {
    userAgent: FIREFOX,
    extraHTTPHeaders: { "x-hindsight-network": "203.0.113.0/24", "x-forwarded-for": "203.0.113.9" },
  });
  await page.goto(PATHS.security);
  await expect(row(page, "this browser")).toContainText(LOCAL_NETWORK);
  await expect(page.getByText("203.0.113")).toHaveCount(0);
});
