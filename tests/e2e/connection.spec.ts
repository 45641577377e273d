import { expect, test } from "@playwright/test";
import { PATHS } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { callsOf } from "@/tests/support/browser-simulator";

test.beforeEach(async ({ context }) => {
  await signInQuickly(context.request, "NewlyDiagnosed");
  await untilImported(context.request);
});

test("Settings says how the connection stands, in words", async ({ page }) => {
  await page.goto(PATHS.connection);
  await expect(page.getByRole("heading", { name: "Connection", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Connected", exact: true })).toBeVisible();
  const main = page.getByRole("main");
  for (const term of ["Last sync", "Data through", "Next sync", "Connected since"])
    await expect(main.getByRole("term").filter({ hasText: term })).toBeVisible();
  await expect(main.getByRole("link", { name: /Dexcom's Permissions page/ })).toHaveAttribute(
    "href",
    /\/permissions$/,
  );
});

test("Sync now asks Dexcom again, and the log says what it brought", async ({ page }) => {
  await page.goto(PATHS.connection);
  const before = await callsOf("NewlyDiagnosed");
  const runs = (await apiOf(page.request).sync()).runs.length;
  await page.getByRole("button", { name: "Sync now" }).click();
  const log = page.getByRole("region", { name: "Sync log" });
  const newest = log.getByRole("row").nth(1);
  await expect(newest).toContainText("Sync now");
  await expect
    .poll(async () => (await apiOf(page.request).sync()).runs[0])
    .toMatchObject({ trigger: "manual", outcome: "complete" });
  expect((await callsOf("NewlyDiagnosed")).calls).toBeGreaterThan(before.calls);
  await page.reload();
  await expect(newest).toContainText("Complete");
  await expect(log.getByRole("row")).toHaveCount(runs + 2);
  await expect(log.getByRole("row").last()).toContainText("First import");
  await expect(log.getByRole("row").last()).toContainText(/[\d,]+ added/);
});
