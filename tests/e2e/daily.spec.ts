import { expect, test } from "@playwright/test";
import { reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { addDays, clockOf, readingsOfDate, tableRows, writtenValue } from "@/tests/support/browser-days";
import { dayLinks } from "@/tests/support/browser-reports";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

const DAILY = reportPath.daily("me");
const DATE = "2026-11-10";
const CHART = "Glucose over the day";

test.use({ hasTouch: true });

test.beforeEach(async ({ context }) => {
  await signInQuickly(context.request, "CompressionLows");
  await untilImported(context.request);
});

test("a day opens from the overview, and its neighbours by one press each", async ({ page }) => {
  await page.goto(reportPath.overview("me"));
  const day = dayLinks(page).nth(5);
  const date = /date=(.+)$/.exec((await day.getAttribute("href")) ?? "")?.[1] ?? "none";
  await day.click();
  await expect(page).toHaveURL(`${DAILY}?date=${date}`);
  await expect(page.getByRole("heading", { name: "Daily", level: 1 })).toBeVisible();

  await page.getByRole("link", { name: /^Previous day/ }).click();
  await expect(page).toHaveURL(`${DAILY}?date=${addDays(date, -1)}`);
  await page.getByRole("link", { name: /^Next day/ }).click();
  await expect(page).toHaveURL(`${DAILY}?date=${date}`);
  await page.goBack();
  await expect(page).toHaveURL(`${DAILY}?date=${addDays(date, -1)}`);

  await page.getByLabel("Date").fill(DATE);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(`${DAILY}?date=${DATE}`);
  await expect(page.getByText("Tuesday, November 10, 2026")).toBeVisible();
});

test("the newest day has no next day", async ({ page }) => {
  await page.goto(DAILY);
  await expect(page.getByRole("link", { name: /^Previous day/ })).toBeVisible();
  const last = await page.getByLabel("Date").getAttribute("max");
  await page.goto(`${DAILY}?date=${last}`);
  await expect(page.getByRole("heading", { name: "Daily", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Next day/ })).toHaveCount(0);
});

test("the table beside the chart holds exactly the readings that the API sends", async ({ page }) => {
  const readings = await readingsOfDate(apiOf(page.request), DATE);
  expect(readings.length).toBeGreaterThan(200);
  await page.goto(`${DAILY}?date=${DATE}`);
  const rows = await tableRows(page, CHART);
  expect(rows.map(([time, value]) => [time, value])).toEqual(
    readings.map((reading) => [clockOf(reading.displayTime), writtenValue(reading)]),
  );
});

test("the keyboard moves through the readings and hears each of them", async ({ page }) => {
  const readings = await readingsOfDate(apiOf(page.request), DATE);
  const spoken = (index: number) => {
    const reading = readings.at(index);
    if (!reading) throw new Error("There is no such reading.");
    return new RegExp(`^${clockOf(reading.displayTime)}: ${writtenValue(reading)} mg/dL, `);
  };
  await page.goto(`${DAILY}?date=${DATE}`);
  const chart = page.getByRole("application", { name: new RegExp(CHART) });
  await chart.focus();
  const heard = page.locator("figure [aria-live=polite]").filter({ hasText: "mg/dL" });
  await page.keyboard.press("Home");
  await expect(heard).toHaveText(spoken(0));
  await page.keyboard.press("ArrowRight");
  await expect(heard).toHaveText(spoken(1));
  await page.keyboard.press("PageDown");
  await expect(heard).toHaveText(spoken(13));
  await page.keyboard.press("ArrowLeft");
  await expect(heard).toHaveText(spoken(12));
  await page.keyboard.press("End");
  await expect(heard).toHaveText(spoken(-1));
  await page.keyboard.press("Escape");
  await expect(heard).toHaveCount(0);
});

test("a mouse and a finger show the reading under them", async ({ page }) => {
  const readings = await readingsOfDate(apiOf(page.request), DATE);
  await page.goto(`${DAILY}?date=${DATE}`);
  const chart = page.getByRole("application", { name: new RegExp(CHART) });
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error("The chart is not drawn.");
  const heard = page.locator("figure [aria-live=polite]").filter({ hasText: "mg/dL" });
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) throw new Error("There are no readings.");

  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await expect(heard).toHaveText(new RegExp(`^${clockOf(first.displayTime)}: ${writtenValue(first)} `));
  await expect(page.getByText(clockOf(first.displayTime), { exact: true }).first()).toBeVisible();
  await page.touchscreen.tap(box.x + box.width - 2, box.y + box.height / 2);
  await expect(heard).toHaveText(new RegExp(`^${clockOf(last.displayTime)}: ${writtenValue(last)} `));
});
