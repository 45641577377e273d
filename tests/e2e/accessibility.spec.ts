import { expect, type Page, test } from "@playwright/test";
import { PATHS, reportPath } from "@/lib/routes";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { PATIENT_PAGES, PUBLIC_PAGES } from "@/tests/support/browser-pages";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

// The longest file by far: its tests share the workers.
test.describe.configure({ mode: "parallel", timeout: 120_000 });

const PERSON = "NightLows";
const WIDTHS = [1_280, 390] as const;
const NARROWEST = 320;

/** One of the problem pages stands for the others in all sizes and colours; all are looked at once. */
const isRepeated = (path: string) => path.includes("/problem/") && path !== PATHS.problem("declined");

/** Two days show the withheld figures; longer periods and empty days are the same page again, looked at once. */
const isAnotherPeriod = (path: string) => /days=90|date=/.test(path);

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const charts = page.getByRole("application");
  for (const chart of await charts.all()) await expect(chart.locator("svg").first()).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const)
  for (const width of WIDTHS)
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });

      test("axe finds nothing on any page", async ({ page, context }) => {
        for (const path of PUBLIC_PAGES.filter((one) => !isRepeated(one))) {
          await open(page, path);
          await expectNoViolation(page, path);
        }
        await signInQuickly(context.request, PERSON);
        await untilImported(context.request);
        for (const path of PATIENT_PAGES.filter((one) => !isAnotherPeriod(one))) {
          await open(page, path);
          await expectNoViolation(page, path);
        }
      });

      test("axe finds nothing when dialogs, popovers, tables and tooltips are open", async ({
        page,
        context,
      }) => {
        await signInQuickly(context.request, PERSON);
        await untilImported(context.request);
        await open(page, reportPath.overview("me"));
        for (const name of ["Custom", /account/, "What is GMI?"]) {
          await page.getByRole("button", { name, exact: typeof name === "string" }).click();
          await expectNoViolation(page, `open: ${String(name)}`);
          await page.keyboard.press("Escape");
        }
        await page.getByText("Show as table").click();
        await page.getByRole("application").focus();
        await page.keyboard.press("Home");
        await expectNoViolation(page, "profile with tooltip and table");

        await open(page, `${reportPath.daily("me")}?date=2026-11-10`);
        await page.getByText("Show as table").click();
        await page.getByRole("application").focus();
        await page.keyboard.press("End");
        await expectNoViolation(page, "day with tooltip and table");

        await open(page, PATHS.connection);
        await page.getByRole("button", { name: "Disconnect Dexcom" }).click();
        await expectNoViolation(page, "disconnect dialog");

        await open(page, PATHS.data);
        await page.getByRole("button", { name: "Delete everything" }).click();
        await expectNoViolation(page, "refused deletion");
      });
    });

test("axe finds nothing on any problem page, other periods, a consent not given and an import under way", async ({
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
  for (const path of PATIENT_PAGES.filter(isAnotherPeriod)) {
    await open(page, path);
    await expectNoViolation(page, path);
  }
  await signInQuickly(context.request, "User6");
  await open(page, reportPath.overview("me"));
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expectNoViolation(page, "import under way");
});

test("no page scrolls sideways at 320 px", async ({ page, context }) => {
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  for (const path of [
    ...PUBLIC_PAGES.filter((one) => one !== PATHS.home && !isRepeated(one)),
    ...PATIENT_PAGES,
  ]) {
    await open(page, path);
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest, path).toBeLessThanOrEqual(NARROWEST);
  }
  await context.clearCookies();
  await open(page, PATHS.home);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROWEST);
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
