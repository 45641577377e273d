import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { API_PATHS, PATHS } from "@/lib/routes";
import type { ShareTerms } from "@/lib/sharing/schema";
import { sql } from "@/tests/support/browser-database";
import { OWN_ORIGIN } from "@/tests/support/browser-sign-in";
import { ALL_REPORTS } from "@/tests/support/browser-viewers";

/** What an owner hands over. */
export interface HandedLink {
  readonly link: string;
  readonly passcode: string;
}

export interface MadeLink extends HandedLink {
  readonly shareId: string;
}

/** Makes a view-only link without drawing a page. */
export async function makeLink(
  owner: APIRequestContext,
  {
    opensMax = 3,
    note = null,
    ...terms
  }: Partial<ShareTerms> & { opensMax?: number; note?: string | null } = {},
): Promise<MadeLink> {
  const answer = await owner.post(API_PATHS.shares, {
    headers: OWN_ORIGIN,
    data: { by: "link", terms: { ...ALL_REPORTS, ...terms }, note, opensMax },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as MadeLink;
}

/** Opens a link without drawing a page. The cookie of the visit is in the context. */
export async function openLink(visitor: APIRequestContext, { link, passcode }: HandedLink): Promise<void> {
  await forgetPasscodesTried();
  const answer = await visitor.post(API_PATHS.openViewLink, {
    headers: OWN_ORIGIN,
    data: { token: new URL(link).hash.slice(1), passcode },
  });
  expect(answer.status()).toBe(200);
}

/** The same as a person does it: the link from a message, the passcode from what was said. */
export async function openLinkInBrowser(page: Page, { link, passcode }: HandedLink): Promise<void> {
  await forgetPasscodesTried();
  // A link in a message is pressed on another page.
  await page.goto("about:blank");
  await page.goto(link);
  // The token is out of the address bar before anything is asked.
  await expect(page).toHaveURL(PATHS.viewLink);
  await enterPasscode(page, passcode);
}

export async function enterPasscode(page: Page, passcode: string): Promise<void> {
  await page.getByLabel("Passcode", { exact: true }).fill(passcode);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

/** Five an hour are for a person: everybody in these tests comes from one network and tries more. */
async function forgetPasscodesTried(): Promise<void> {
  await sql("DELETE FROM rate_limit");
}
