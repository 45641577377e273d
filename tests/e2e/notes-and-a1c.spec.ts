import { expect, test } from "@playwright/test";
import { reportPath, viewPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { sql } from "@/tests/support/browser-database";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

test("a note is written, changed, deleted and brought back, and rests sealed", async ({ page, context }) => {
  await signInQuickly(context.request, "WritesNotes");
  await untilImported(context.request);
  await page.goto(viewPath("me", "notes"));
  await expect(page.getByText("Nothing is written down yet.")).toBeVisible();

  // A note needs words; what was chosen stays.
  await page.getByLabel("Date").fill(daysAgo(2));
  await page.getByLabel("Time").fill("21:15");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("Please write something")).toBeVisible();
  await expect(page.getByLabel("Text")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Text").fill("New sensor, left arm");
  await page.getByRole("button", { name: "Add" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "New sensor, left arm" });
  await expect(entry).toBeVisible();
  await expect(entry).toContainText("9:15 PM");

  await entry.getByText("Edit").click();
  await entry.getByLabel("Text").fill("New sensor, right arm");
  await entry.getByRole("button", { name: "Save" }).click();
  const changed = page.getByRole("listitem").filter({ hasText: "New sensor, right arm" });
  await expect(changed).toBeVisible();
  await expectNoViolation(page, "notes with an entry");

  const { id } = await apiOf(context.request).patient();
  const rows = await sql(
    "SELECT encode(sealed, 'escape') AS sealed FROM journal_entry WHERE patient_id = $1",
    [id],
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("sensor");

  await changed.getByRole("button", { name: "Delete" }).click();
  await expect(changed).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("It is back.")).toBeVisible();
  await expect(changed).toBeVisible();
});

test("a visit makes the days since then a period of every view", async ({ page, context }) => {
  await signInQuickly(context.request, "VisitsTheClinic");
  await untilImported(context.request);
  await page.goto(viewPath("me", "notes"));
  await page.getByLabel("What it is").selectOption("visit");
  await page.getByLabel("Date").fill(daysAgo(5));
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("Visit without words")).toBeVisible();

  await page.goto(reportPath.overview("me"));
  await page.getByRole("button", { name: "Custom" }).click();
  await page.getByRole("link", { name: /^Since the visit on/ }).click();
  await expect(page).toHaveURL(/since=visit/);
  await expect(page.getByText(/· [567] days ·/)).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Profile" }).click();
  await expect(page).toHaveURL(/\/profile\?since=visit/);
});

test("a laboratory value stands beside the GMI before it; a number in the other unit is asked about", async ({
  page,
  context,
}) => {
  await signInQuickly(context.request, "KnowsHerA1c");
  await untilImported(context.request);
  await page.goto(viewPath("me", "a1c"));
  await page.getByLabel("A1c", { exact: true }).fill("53");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("That looks like mmol/mol.")).toBeVisible();
  await expect(page.getByLabel("A1c", { exact: true })).toHaveValue("53");
  await page.getByLabel("Unit", { exact: true }).selectOption("mmol/mol");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("7.0 % · 53 mmol/mol").first()).toBeVisible();
  await expect(page.getByRole("application", { name: /A1c and GMI over time/ })).toBeVisible();
  await expect(page.getByText("Personal gap", { exact: true })).toBeVisible();
  await expectNoViolation(page, "A1c with a value");
});
