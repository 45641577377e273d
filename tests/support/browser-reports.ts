import { expect, type Locator, type Page } from "@playwright/test";

/** One of the key figures with its value, goal and explanation. */
export function keyFigure(page: Page, name: string): Locator {
  return page
    .getByRole("region", { name: "Key figures" })
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: new RegExp(`^${name}`) }) });
}

/** The links of the day grid, oldest first. */
export function dayLinks(page: Page): Locator {
  return page.getByRole("region", { name: "Days" }).locator('a[href*="date="]');
}

/** The first and last local date that the overview shows, both inclusive. */
export async function shownPeriod(page: Page): Promise<{ from: string; to: string; days: number }> {
  const links = dayLinks(page);
  const dateOf = async (link: Locator) =>
    /date=(\d{4}-\d{2}-\d{2})/.exec((await link.getAttribute("href")) ?? "")?.[1] ?? "no date";
  return {
    from: await dateOf(links.first()),
    to: await dateOf(links.last()),
    days: await links.count(),
  };
}

/** The percentages of the five bands as the page writes them, very high first. */
export async function shownPercentages(page: Page): Promise<string[]> {
  const table = page.getByRole("table", { name: "Time in each glucose range" });
  const texts = await table.locator("td:nth-of-type(1)").allTextContents();
  return texts.map((text) => text.replaceAll(/\s+/g, " ").trim());
}

/**
 * A page and the API's answer, held against each other. A reading may become available between the two and change what
 * the second says, so a look that finds a difference is taken again, whole: `look` loads the page and asks the API.
 */
export async function lookedAtTogether(look: () => Promise<void>): Promise<void> {
  await expect(look).toPass({ timeout: 20_000 });
}

/** What stands on every page that shows glucose: what it is not for, and how old it is. */
export async function expectNoticeAndFreshness(page: Page): Promise<void> {
  await expect(
    page.getByRole("note").filter({ hasText: "not for treatment decisions" }),
    page.url(),
  ).toBeVisible();
  await expect(page.getByText(/Data through .+ · Dexcom shares data three hours late/)).toBeVisible();
}
