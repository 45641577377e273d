import { expect, type Locator, type Page } from "@playwright/test";
import { clinicPath } from "@/lib/routes";

/** The row of somebody in a clinic's list. */
export function rowOf(page: Page, name: string): Locator {
  return page.getByRole("main").getByRole("row").filter({ hasText: name });
}

/** The names of the list from the top, of those that are asked about. */
export async function order(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.getByRole("main").getByRole("row").allTextContents();
  return texts.flatMap((text) => names.filter((name) => text.includes(name)));
}

/** What is open beside the list about somebody. */
export function previewOf(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** The value of a figure of what is open: "61 %". */
export function figureOf(preview: Locator, term: string): Locator {
  return preview
    .locator("dl > div")
    .filter({ has: preview.page().locator("dt", { hasText: term }) })
    .locator("dd > span")
    .first();
}

/** The list, once everybody's figures have been counted by the worker. */
export async function openList(page: Page, clinicId: string, names: readonly string[]): Promise<void> {
  await expect(async () => {
    await page.goto(clinicPath(clinicId));
    for (const name of names) await expect(rowOf(page, name)).toContainText(/\d+ %/, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

/** Until the list is alive: before that, a name leads to the reports. Of several people the keyboard then stops at one. */
export async function untilAlive(page: Page): Promise<void> {
  await expect(page.locator('[data-preview][tabindex="-1"]')).not.toHaveCount(0);
}

/** Somebody's name in the list, which opens them. */
export function nameOf(page: Page, name: string): Locator {
  return rowOf(page, name).getByRole("link", { name });
}

/** Opens somebody beside the list. */
export async function openPreview(page: Page, name: string): Promise<Locator> {
  const preview = previewOf(page, name);
  await untilAlive(page);
  await nameOf(page, name).click();
  await expect(preview.getByRole("heading", { name, level: 2 })).toBeFocused();
  await expect(preview.getByRole("heading", { name: "Figures" })).toBeVisible();
  return preview;
}
