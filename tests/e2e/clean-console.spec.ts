import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { reportPath } from "@/lib/routes";
import { PATIENT_PAGES, PUBLIC_PAGES } from "@/tests/support/browser-pages";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

const PERSON = "DawnRise";

/** Writes down everything that a careful person would find in the developer tools. */
async function watch(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = [];
  await context.exposeFunction("complain", (text: string) => complaints.push(text));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const { complain } = globalThis as unknown as { complain: (text: string) => void };
      complain(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // The router drops what it no longer needs when a page is left.
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`answer: ${response.status()} ${response.url()}`);
  });
  return { page, complaints };
}

const isFound = (path: string) => !path.includes("nobody") && !path.includes("nowhere");

/** Opens a page and everything on it that opens. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const button of await page.locator("button[popovertarget]:visible").all()) {
    await button.click({ force: true });
    await page.keyboard.press("Escape");
  }
  const chart = page.getByRole("application");
  if ((await chart.count()) > 0) {
    await chart.first().focus();
    await page.keyboard.press("Home");
  }
  await page.waitForLoadState("networkidle");
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`no public page complains, in ${colorScheme} colours`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const { page, complaints } = await watch(context);
    for (const path of PUBLIC_PAGES.filter(isFound)) {
      await visit(page, path);
      expect(complaints, path).toEqual([]);
    }
    await context.close();
  });

  test(`no page of a patient complains, in ${colorScheme} colours`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const { page, complaints } = await watch(context);
    await signInQuickly(context.request, PERSON);
    await untilImported(context.request);
    for (const path of PATIENT_PAGES.filter(isFound)) {
      await visit(page, path);
      expect(complaints, path).toEqual([]);
    }
    // And from page to page, as people go.
    await page.goto(reportPath.overview("me"));
    for (const place of ["Daily", "Settings", "Overview"]) {
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();
      await page.waitForLoadState("networkidle");
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test("a script that somebody plants is blocked, and this test would notice", async ({ browser }) => {
  const context = await browser.newContext();
  const { page, complaints } = await watch(context);
  await page.route("**/privacy", async (route) => {
    const response = await route.fetch();
    const planted = `<script>globalThis.planted = true;</script><img src="/icon.svg" onload="globalThis.planted = true"></body>`;
    await route.fulfill({ response, body: (await response.text()).replace("</body>", planted) });
  });
  await page.goto("/privacy");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => complaints.filter((text) => text.startsWith("policy: script-src")).length).toBe(2);
  expect(await page.evaluate(() => "planted" in globalThis)).toBe(false);
  await context.close();
});
