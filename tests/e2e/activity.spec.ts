import { expect, type Page } from "@playwright/test";
import { formatDateRange } from "@/lib/format/date";
import type { LocalDate } from "@/lib/glucose/local-time";
import { parseLocalDate } from "@/lib/glucose/local-time";
import { API_PATHS, PATHS, reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { watchedPage } from "@/tests/support/browser-complaints";
import { shownPeriod } from "@/tests/support/browser-reports";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import { giveName, letIn, signInAsViewer } from "@/tests/support/browser-viewers";

/** This machine, by whichever of its two names the browser reached it. */
const LOCAL_NETWORK = /from the network (127\.0\.0\.0\/24|::\/48)/;

/** The sentences of the list, newest first. */
const sentences = (page: Page) => page.getByRole("main").getByRole("listitem").locator("p:first-child");

function dateOf(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`${text} is no date.`);
  return date;
}

test("every look of somebody else stands in the record, row by row, and nobody else reads it", async ({
  browser,
  context,
  playwright,
  baseURL,
}) => {
  const { page, complaints } = await watchedPage(context);
  await signInQuickly(context.request, "IsLookedAt");
  await untilImported(context.request);
  await giveName(context.request, "Sam Who Is Looked At");
  await page.goto(reportPath.overview("me"));
  await page.goto(PATHS.activity);
  await expect(page.getByText("Nobody but you has looked.")).toBeVisible();
  const { id } = await apiOf(context.request).patient();

  const clinic = await browser.newContext();
  await signInAsViewer(clinic.request, { address: "ana.looks@clinic.example", name: "Ana Ruiz" });
  await letIn(context.request, clinic.request);
  const colleague = await browser.newContext();
  await signInAsViewer(colleague.request, { address: "ben.looks@clinic.example", name: "Ben Okoro" });
  await letIn(context.request, colleague.request);

  const clinicPage = await clinic.newPage();
  await clinicPage.goto(reportPath.overview(id));
  const shown = await shownPeriod(clinicPage);
  const [from, to] = [dateOf(shown.from), dateOf(shown.to)];
  await clinicPage.goto(`${reportPath.daily(id)}?date=${from}`);
  await expect(clinicPage.getByRole("heading", { level: 1 })).toBeVisible();
  const summary = await clinic.request.get(`/api/v1/patients/${id}/summary?from=${from}&to=${to}`);
  expect(summary.status()).toBe(200);
  // The same days of the same view within five minutes: one look.
  await clinicPage.goto(reportPath.overview(id));
  await expect(clinicPage.getByRole("heading", { level: 1 })).toBeVisible();
  const colleaguePage = await colleague.newPage();
  await colleaguePage.goto(reportPath.overview(id));
  await expect(colleaguePage.getByRole("heading", { level: 1 })).toBeVisible();

  const days = formatDateRange(from, to);
  const day = formatDateRange(from, from);
  const looked = [
    `Ben Okoro looked at Overview, ${days}`,
    `Ana Ruiz looked at Figures (API), ${days}`,
    `Ana Ruiz looked at Daily, ${day}`,
    `Ana Ruiz looked at Overview, ${days}`,
  ];
  await page.goto(PATHS.activity);
  await expect(sentences(page)).toHaveText([
    ...looked,
    "You let Ben Okoro in.",
    "Ben Okoro entered your code.",
    "You made a code to let somebody in.",
    "You let Ana Ruiz in.",
    "Ana Ruiz entered your code.",
    "You made a code to let somebody in.",
  ]);
  await expect(page.getByRole("listitem").filter({ hasText: "looked at Daily" })).toContainText(
    LOCAL_NETWORK,
  );
  await expect(page.getByText("The record holds 4 looks.")).toBeVisible();
  await expectNoViolation(page, PATHS.activity);

  await page.getByLabel("View", { exact: true }).selectOption("Overview");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(sentences(page)).toHaveText([looked[0] ?? "", looked[3] ?? ""]);
  await page.getByLabel("Person", { exact: true }).selectOption("Ana Ruiz");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(sentences(page)).toHaveText([looked[3] ?? ""]);
  expect(new URL(page.url()).searchParams.get("what")).toBe("overview");
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(sentences(page).first()).toHaveText(looked[0] ?? "");

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the whole record (CSV)" }).click();
  expect((await downloading).suggestedFilename()).toBe("hindsight-activity.csv");
  const answer = await context.request.get(API_PATHS.activity);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8; header=present",
    "cache-control": "no-store",
  });
  const [header, ...rows] = (await answer.text()).trim().split("\r\n");
  expect(header).toContain("row,time_utc,person,person_id,network,channel,view,first_day,last_day,share_id");
  expect(
    rows.map((row) => row.split(",").filter((_cell, column) => [0, 2, 5, 6, 7, 8].includes(column))),
  ).toEqual([
    ["4", "Ben Okoro", "page", "overview", from, to],
    ["3", "Ana Ruiz", "api", "api-summary", from, to],
    ["2", "Ana Ruiz", "page", "daily", from, from],
    ["1", "Ana Ruiz", "page", "overview", from, to],
  ]);
  expect(complaints).toEqual([]);

  // Whoever looks has no record of their own, and reads nobody's.
  expect((await clinic.request.get(API_PATHS.activity)).status()).toBe(404);
  await clinicPage.goto(PATHS.activity);
  await expect(clinicPage).toHaveURL(PATHS.people);
  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  expect((await stranger.get(API_PATHS.activity)).status()).toBe(401);
  await stranger.dispose();
  await clinic.close();
  await colleague.close();
});
