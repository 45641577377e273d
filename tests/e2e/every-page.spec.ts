import { expect, type Page } from "@playwright/test";
import { PATHS, reportPath } from "@/lib/routes";
import { expectNoColourViolation, expectNoViolation } from "@/tests/support/browser-axe";
import { watchedPage } from "@/tests/support/browser-complaints";
import { PAGES_AGAIN, PATIENT_PAGES, PUBLIC_PAGES } from "@/tests/support/browser-pages";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

// Each page is loaded once and then looked at in every colour and size: loading is what takes time.

test.describe.configure({ mode: "parallel", timeout: 180_000 });

const PERSON = "NightLows";
const LOOKS = [
  { width: 1_280, colorScheme: "light" },
  { width: 1_280, colorScheme: "dark" },
  { width: 390, colorScheme: "light" },
  { width: 390, colorScheme: "dark" },
] as const;
const NARROWEST = 320;
const PAGES_PER_TEST = 4;

/** One of the problem pages stands for the others in all sizes and colours; all are looked at once. */
const isRepeated = (path: string) => path.includes("/problem/") && path !== PATHS.problem("declined");
/** Answered with a 404 on purpose, which the browser notes. */
const isFound = (path: string) => !path.includes("nobody") && !path.includes("nowhere");

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const charts = page.getByRole("application");
  for (const chart of await charts.all()) await expect(chart.locator("svg, canvas").first()).toBeVisible();
}

/** Opens everything on the page that opens by itself, and moves through its first chart. */
async function touchEverything(page: Page): Promise<void> {
  for (const button of await page.locator("button[popovertarget]:visible").all()) {
    await button.click({ force: true });
    await page.keyboard.press("Escape");
  }
  const chart = page.getByRole("application").first();
  if ((await chart.count()) > 0) {
    await chart.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Escape");
  }
}

async function look(page: Page, what: string): Promise<void> {
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    // What a page is built of does not change with its colours.
    const expectNone = colorScheme === "light" ? expectNoViolation : expectNoColourViolation;
    await expectNone(page, `${what}, ${width} px, ${colorScheme}`);
  }
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(widest, `${what} at ${NARROWEST} px`).toBeLessThanOrEqual(NARROWEST);
  await page.setViewportSize({ width: LOOKS[0].width, height: 900 });
  await page.emulateMedia({ colorScheme: LOOKS[0].colorScheme });
}

function inParts(pages: readonly string[]): string[][] {
  const count = Math.ceil(pages.length / PAGES_PER_TEST);
  return Array.from({ length: count }, (_, i) => pages.slice(i * PAGES_PER_TEST, (i + 1) * PAGES_PER_TEST));
}

for (const [kind, pages] of [
  ["public", PUBLIC_PAGES.filter((path) => !isRepeated(path))],
  ["patient", PATIENT_PAGES],
] as const)
  for (const part of inParts(pages))
    test(`axe and the console find nothing, and 320 px are enough: ${part.join(" ")}`, async ({
      context,
    }) => {
      const { page, complaints } = await watchedPage(context);
      if (kind === "patient") {
        await signInQuickly(context.request, PERSON);
        await untilImported(context.request);
      }
      for (const path of part) {
        await open(page, path);
        await touchEverything(page);
        if (isFound(path)) expect(complaints, path).toEqual([]);
        await look(page, path);
        complaints.length = 0;
      }
    });

test("axe finds nothing on any problem page, other days, a consent not given and an import under way", async ({
  page,
  context,
}) => {
  for (const path of PUBLIC_PAGES.filter(isRepeated)) {
    await open(page, path);
    await expectNoViolation(page, path);
  }
  await open(page, PATHS.signIn);
  await page.getByRole("button", { name: "Continue to Dexcom" }).click();
  await expect(page.getByText("Please say whose data it is.")).toBeVisible();
  await expectNoViolation(page, "consent refused");

  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  for (const path of PAGES_AGAIN) {
    await open(page, path);
    await expectNoViolation(page, path);
  }
  await signInQuickly(context.request, "User6");
  await open(page, reportPath.overview("me"));
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expectNoViolation(page, "import under way");
});

test("axe finds nothing when popovers are open", async ({ page, context }) => {
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  await open(page, reportPath.overview("me"));
  for (const name of ["Custom", /account/, "What is GMI?"]) {
    await page.getByRole("button", { name, exact: typeof name === "string" }).click();
    await look(page, `open: ${String(name)}`);
    await page.keyboard.press("Escape");
  }
});

for (const [what, path] of [
  ["profile", reportPath.overview("me")],
  ["day", `${reportPath.daily("me")}?date=2026-11-10`],
] as const)
  test(`axe finds nothing when the table and a tooltip of a ${what} are open`, async ({ page, context }) => {
    await signInQuickly(context.request, PERSON);
    await untilImported(context.request);
    await open(page, path);
    await page.getByText("Show as table").first().click();
    await page.getByRole("application").first().focus();
    await page.keyboard.press("End");
    await look(page, `${what} with tooltip and table`);
  });

test("axe finds nothing when dialogs are open", async ({ page, context }) => {
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  await open(page, PATHS.connection);
  await page.getByRole("button", { name: "Disconnect Dexcom" }).click();
  await look(page, "disconnect dialog");

  await open(page, PATHS.data);
  await page.getByRole("button", { name: "Delete everything" }).click();
  await look(page, "refused deletion");
});

test("going from page to page leaves nothing in the console", async ({ context }) => {
  const { page, complaints } = await watchedPage(context);
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  await page.goto(reportPath.overview("me"));
  for (const place of ["Daily", "Overlay", "Statistics", "Settings", "Overview"]) {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: place }).click();
    await page.waitForLoadState("networkidle");
  }
  expect(complaints).toEqual([]);
});

test("a script that somebody plants is blocked, and the watch would notice", async ({ context }) => {
  const { page, complaints } = await watchedPage(context);
  await page.route("**/privacy", async (route) => {
    const response = await route.fetch();
    const planted = `<script>globalThis.planted = true;</script><img src="/icon.svg" onload="globalThis.planted = true"></body>`;
    await route.fulfill({ response, body: (await response.text()).replace("</body>", planted) });
  });
  await page.goto("/privacy");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => complaints.filter((text) => text.startsWith("policy: script-src")).length).toBe(2);
  expect(await page.evaluate(() => "planted" in globalThis)).toBe(false);
});

test("who asked for less motion sees none", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ reducedMotion: "reduce", baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  const movingElements = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
          const lasts = (durations: string) =>
            durations.split(",").some((one) => Number.parseFloat(one) > 0.01);
          return (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration);
        }).length,
    );
  for (const path of [reportPath.overview("me"), reportPath.daily("me"), PATHS.connection]) {
    await open(page, path);
    expect(await movingElements(), path).toBe(0);
    expect(await page.evaluate(() => document.getAnimations().length), path).toBe(0);
  }
  // The measure would notice: with motion allowed there are elements that move.
  await page.emulateMedia({ reducedMotion: "no-preference" });
  expect(await movingElements()).toBeGreaterThan(0);
  await context.close();
});
