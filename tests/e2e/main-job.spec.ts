import { expect, test } from "@playwright/test";
import { PATHS, reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import {
  dayLinks,
  expectNoticeAndFreshness,
  keyFigure,
  lookedAtTogether,
  shownPercentages,
  shownPeriod,
} from "@/tests/support/browser-reports";
import { authorizeAtDexcom, goToDexcom, signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { failFor } from "@/tests/support/browser-simulator";

test("a newcomer signs in with Dexcom, watches the history arrive and reads a first report", async ({
  page,
}) => {
  await goToDexcom(page);
  await authorizeAtDexcom(page, "User7");

  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
  const progress = page.getByRole("progressbar", { name: "Your history is arriving" });
  await expect(progress).toBeVisible();
  await expect(page.getByText(/^\d+ of \d+ parts$/).first()).toBeVisible();
  // The newest days come first: the report is there while older months still arrive.
  await expect(page.getByRole("heading", { name: "Time in range", exact: true })).toBeVisible();
  await expect(progress).toBeHidden({ timeout: 40_000 });

  await expect(dayLinks(page)).toHaveCount(14);
  await lookedAtTogether(async () => {
    await page.reload();
    const { bands, mean, sd, cv, gmi, coverage } = await apiOf(page.request).summary(await shownPeriod(page));
    expect(bands.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
    expect(await shownPercentages(page)).toEqual(
      bands.map(({ percent, underOne }) => (underOne ? "< 1 %" : `${percent} %`)).toReversed(),
    );
    for (const [name, value] of [
      ["Average glucose", `${mean?.toFixed(0)} mg/dL`],
      ["GMI", `${gmi?.toFixed(1)} %`],
      ["Variation", `${cv?.toFixed(1)} %`],
      ["Spread", `${sd?.toFixed(0)} mg/dL`],
      ["Sensor active", `${Math.floor(coverage.activePercent)} %`],
    ] as const) {
      expect(await keyFigure(page, name).textContent()).toContain(value);
    }
  });
  await expect(page.getByRole("application", { name: /Glucose profile/ })).toBeVisible();

  await keyFigure(page, "GMI").getByRole("button", { name: "What is GMI?" }).click();
  await expect(page.getByRole("region", { name: "GMI" })).toContainText("Glucose management indicator");
});

test("every page with glucose says what it is not for and how old it is", async ({ page, context }) => {
  await signInQuickly(context.request, "iglu-1");
  await untilImported(context.request);
  for (const path of [reportPath.overview("me"), reportPath.daily("me"), PATHS.connection, PATHS.data]) {
    await page.goto(path);
    await expectNoticeAndFreshness(page);
  }
});

test("the report appears by itself even when Dexcom is slow to begin", async ({ page, context }) => {
  // The first look at the range is the sign-in's own; the import's comes next.
  await failFor("SlowStart", { kind: "slow", endpoints: ["dataRange"], skip: 1, count: 1, beforeMs: 4_000 });
  await signInQuickly(context.request, "SlowStart");
  await page.goto(reportPath.overview("me"));
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.getByText("Starting").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Time in range", exact: true })).toBeVisible({
    timeout: 20_000,
  });
});

test("a parent or guardian signs in for somebody else", async ({ page, context }) => {
  await goToDexcom(page, "I am the parent or guardian");
  await authorizeAtDexcom(page, "Guardian");
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
  await untilImported(context.request);
});
