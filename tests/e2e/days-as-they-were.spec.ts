import { expect, test } from "@playwright/test";
import { reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { clockOf, readingsOfDate, tableRows } from "@/tests/support/browser-days";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

const DAILY = reportPath.daily("me");
const CHART = "Glucose over the day";
const GAP_MINUTES_MIN = 60;

const CLOCK_CHANGES = [
  { date: "2026-03-08", hours: 23, label: "Clock +1 h", offsets: ["-05:00", "-04:00"] },
  { date: "2025-11-02", hours: 25, label: "Clock −1 h", offsets: ["-04:00", "-05:00"] },
] as const;

for (const { date, hours, label, offsets } of CLOCK_CHANGES)
  test(`the day of ${hours} hours is drawn as it was`, async ({ page, context }) => {
    await signInQuickly(context.request, "ClockChange");
    await untilImported(context.request);
    const readings = await readingsOfDate(apiOf(context.request), date);
    expect([...new Set(readings.map(({ displayTime }) => displayTime.slice(-6)))]).toEqual(offsets);
    expect(readings.length).toBeGreaterThan((hours - 1) * 12);
    expect(readings.length).toBeLessThanOrEqual(hours * 12);

    await page.goto(`${DAILY}?date=${date}`);
    await expect(page.getByText(`This day had ${hours} h, because the clock changed.`)).toBeVisible();
    await expect(page.locator("svg text", { hasText: label })).toBeVisible();
    const rows = await tableRows(page, CHART);
    expect(rows).toHaveLength(readings.length);
    // The hour that came twice, or not at all: each time says on which clock it was read.
    expect(new Set(rows.map(([time]) => time)).size).toBe(rows.length);
  });

test("an hour without readings is said, not bridged", async ({ page, context }) => {
  await signInQuickly(context.request, "SensorGaps");
  await untilImported(context.request);
  const api = apiOf(context.request);
  const { readings } = await api.readings(
    Date.parse("2026-10-01T12:00:00Z"),
    Date.parse("2026-11-15T12:00:00Z"),
  );
  const gap = readings.find((reading, index) => {
    const before = readings[index - 1];
    return (
      before?.displayTime.slice(0, 10) === reading.displayTime.slice(0, 10) &&
      Date.parse(reading.systemTime) - Date.parse(before.systemTime) > GAP_MINUTES_MIN * 60_000
    );
  });
  if (!gap) throw new Error("SensorGaps has no gap.");
  await page.goto(`${DAILY}?date=${gap.displayTime.slice(0, 10)}`);
  const notes = page.getByRole("region", { name: "About this day" }).getByRole("listitem");
  await expect(
    notes.filter({ hasText: new RegExp(`No readings .* to ${clockOf(gap.displayTime)}`) }),
  ).toBeVisible();
  await expect(page.locator("svg text", { hasText: /^No readings/ }).first()).toBeVisible();
});

test("what was entered stands on the same axis and in words, as the API has it", async ({
  page,
  context,
}) => {
  await signInQuickly(context.request, "CompressionLows");
  await untilImported(context.request);
  const date = "2026-11-10";
  const from = Date.parse(`${date}T00:00:00Z`);
  const { events } = await apiOf(context.request).events(from, from + 2 * 86_400_000);
  const ofDay = events.filter(({ displayTime }) => displayTime.startsWith(date));
  expect(ofDay.length).toBeGreaterThan(3);
  await page.goto(`${DAILY}?date=${date}`);
  const listed = page.getByRole("region", { name: "Events" }).getByRole("listitem");
  await expect(listed).toHaveCount(ofDay.length);
  expect((await listed.locator("time").allTextContents()).toSorted()).toEqual(
    ofDay.map(({ displayTime }) => clockOf(displayTime)).toSorted(),
  );
});
