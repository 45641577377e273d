import { expect, test } from "@playwright/test";
import { reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { clockOf, tableRows } from "@/tests/support/browser-days";
import { expectNoticeAndFreshness } from "@/tests/support/browser-reports";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { trueEgvs } from "@/tests/support/browser-simulator";

const MINUTE_MS = 60_000;
const DELAY_MS = 180 * MINUTE_MS;
const CHART = "Glucose over the day";

test("nothing younger than three hours is stored, sent or drawn, although Dexcom would send it", async ({
  page,
  context,
}) => {
  await signInQuickly(context.request, "Steady");
  await untilImported(context.request);
  const now = Date.now();
  // The simulator holds nothing back: what is missing below was withheld by the app itself.
  const withheld = await trueEgvs("Steady", now - DELAY_MS + MINUTE_MS, now);
  expect(withheld.length).toBeGreaterThan(20);

  const api = apiOf(context.request);
  const answer = await api.readings(now - 12 * 60 * MINUTE_MS, now + DELAY_MS);
  expect(answer.delayMinutes).toBe(180);
  const newest = answer.readings.at(-1);
  if (!newest) throw new Error("There are no readings.");
  expect(Date.parse(newest.systemTime)).toBeLessThanOrEqual(Date.now() - DELAY_MS);
  expect(Date.parse(newest.systemTime)).toBeGreaterThan(now - DELAY_MS - 30 * MINUTE_MS);
  expect(answer.dataThrough).toBe(newest.systemTime);
  const events = await api.events(now - 24 * 60 * MINUTE_MS, now + DELAY_MS);
  for (const { systemTime } of events.events)
    expect(Date.parse(systemTime)).toBeLessThanOrEqual(Date.now() - DELAY_MS);

  await page.goto(`${reportPath.daily("me")}?date=${newest.displayTime.slice(0, 10)}`);
  await expectNoticeAndFreshness(page);
  const rows = await tableRows(page, CHART);
  expect(rows.at(-1)?.[0]).toBe(clockOf(newest.displayTime));
  await expect(
    page.getByRole("contentinfo").or(page.getByRole("banner")).locator("time").first(),
  ).toHaveAttribute("datetime", newest.systemTime);
});

test("the withheld hours are a labelled band on the newest day, never empty glucose", async ({
  page,
  context,
}) => {
  // UTC on the wall, or New York: at any time of day one of the two has hours of the band within its date.
  const person = new Date().getUTCHours() < 4 ? "Steady" : "hupa-0028";
  await signInQuickly(context.request, person);
  await untilImported(context.request);
  const { availableUntil } = await apiOf(context.request).patient();
  const offsetHours = person === "Steady" ? 5 : 0;
  const date = new Date(Date.parse(availableUntil) - offsetHours * 60 * MINUTE_MS).toISOString().slice(0, 10);
  await page.goto(`${reportPath.daily("me")}?date=${date}`);
  await expect(page.locator("svg text", { hasText: "Not yet available" })).toBeVisible();
  await expect(page.getByText(/^Not yet available: .* Dexcom shares data three hours late\.$/)).toBeVisible();
});
