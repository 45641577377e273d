import { expect } from "@playwright/test";
import { reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import {
  dayLinks,
  keyFigure,
  lookedAtTogether,
  shownPercentages,
  shownPeriod,
} from "@/tests/support/browser-reports";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

const OVERVIEW = reportPath.overview("me");
const MG_DL_PER_MMOL_L = 18.0182;

test.beforeEach(async ({ context }) => {
  await signInQuickly(context.request, "PostMealHighs");
  await untilImported(context.request);
});

test("each period is an address: presets, own dates, back and forward", async ({ page }) => {
  await page.goto(OVERVIEW);
  const presets = page.getByRole("group", { name: "Period" });
  await expect(presets.locator('[aria-current="true"]')).toHaveText("14 days");
  for (const days of [2, 7, 30, 90]) {
    await presets.getByRole("link", { name: `${days} days`, exact: true }).click();
    await expect(page).toHaveURL(`${OVERVIEW}?days=${days}`);
    await expect(dayLinks(page)).toHaveCount(days);
  }
  await page.goBack();
  await expect(page).toHaveURL(`${OVERVIEW}?days=30`);
  await expect(dayLinks(page)).toHaveCount(30);
  await page.goForward();
  await expect(dayLinks(page)).toHaveCount(90);

  await presets.getByRole("button", { name: "Custom" }).click();
  await page.getByLabel("First day").fill("2026-10-05");
  await page.getByLabel("Last day").fill("2026-10-08");
  await page.getByRole("button", { name: "Show these days" }).click();
  await expect(page).toHaveURL(`${OVERVIEW}?from=2026-10-05&to=2026-10-08`);
  expect(await shownPeriod(page)).toEqual({ from: "2026-10-05", to: "2026-10-08", days: 4 });

  await page.reload();
  await expect(dayLinks(page)).toHaveCount(4);
});

test("own dates can be chosen without scripts", async ({ browser, context }) => {
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  try {
    const page = await plain.newPage();
    await page.goto(OVERVIEW);
    await page.getByRole("button", { name: "Custom" }).click();
    await page.getByLabel("First day").fill("2026-10-05");
    await page.getByLabel("Last day").fill("2026-10-08");
    await page.getByRole("button", { name: "Show these days" }).click();
    await expect(page).toHaveURL(`${OVERVIEW}?from=2026-10-05&to=2026-10-08`);
    await expect(dayLinks(page)).toHaveCount(4);
  } finally {
    await plain.close();
  }
});

test("the figures of every period are those of the API and its percentages total 100", async ({ page }) => {
  const api = apiOf(page.request);
  for (const query of ["?days=2", "?days=7", "?days=90", "?from=2026-07-01&to=2026-07-31"]) {
    await lookedAtTogether(async () => {
      await page.goto(OVERVIEW + query);
      const { bands, sufficiency } = await api.summary(await shownPeriod(page));
      expect(bands.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
      expect(await shownPercentages(page), query).toEqual(
        sufficiency["timeInRanges"]?.status === "insufficient"
          ? []
          : bands.map(({ percent, underOne }) => (underOne ? "< 1 %" : `${percent} %`)).toReversed(),
      );
    });
  }
});

test("a figure that the data does not carry is not shown, and says why and when", async ({ page }) => {
  await page.goto(`${OVERVIEW}?days=2`);
  const gmi = keyFigure(page, "GMI");
  await expect(gmi).toContainText("Not shown");
  await expect(gmi).not.toContainText(/\d\.\d %/);
  await expect(gmi.locator("dd p").nth(1)).not.toBeEmpty();
});

test("mmol/L is kept with the person, and every figure follows", async ({ page, context }) => {
  await page.goto(OVERVIEW);
  const unit = page.getByRole("group", { name: "Glucose unit" });
  await unit.getByRole("button", { name: "mmol/L" }).click();
  await expect(unit.getByRole("button", { name: "mmol/L" })).toHaveAttribute("aria-pressed", "true");
  await lookedAtTogether(async () => {
    await page.goto(OVERVIEW);
    const { mean } = await apiOf(context.request).summary(await shownPeriod(page));
    const inMmol = ((mean ?? 0) / MG_DL_PER_MMOL_L).toFixed(1);
    expect(await keyFigure(page, "Average glucose").textContent()).toContain(`${inMmol} mmol/L`);
  });
  await expect(page.getByText("3.9–10.0 mmol/L").first()).toBeVisible();
  await expect(page.getByRole("main").getByText("mg/dL").filter({ visible: true })).toHaveCount(0);

  await page.goto(reportPath.daily("me"));
  await expect(page.getByRole("heading", { name: "Glucose over the day mmol/L" })).toBeVisible();
  await page.getByRole("button", { name: "mg/dL" }).click();
  await expect(page.getByRole("heading", { name: "Glucose over the day mg/dL" })).toBeVisible();
});

test("a press before the page has come to life counts, once", async ({ page }) => {
  const scripts = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  const changes: (string | null)[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") changes.push(request.postData());
  });
  const keeper = page.waitForResponse(/early-press/);
  await page.goto(OVERVIEW, { waitUntil: "commit" });
  await (await keeper).finished();
  const mmol = page.getByRole("button", { name: "mmol/L" });
  await mmol.click();
  await mmol.click();
  scripts.resolve();
  await expect(mmol).toHaveAttribute("aria-pressed", "true");
  expect(changes).toEqual(['{"unit":"mmol/L"}']);
});
