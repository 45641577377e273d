import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { API_PATHS, PATHS } from "@/lib/routes";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { sql } from "@/tests/support/browser-database";
import { OWN_ORIGIN } from "@/tests/support/browser-sign-in";

const { appUrl } = e2eAddresses();

export interface Message {
  readonly link: string;
  readonly token: string;
  readonly code: string;
}

/** The newest message to this address, as its reader finds it in the demo's mailbox. */
export async function messageTo(request: APIRequestContext, typed: string): Promise<Message> {
  const address = typed.toLowerCase();
  const html = await (await request.get(PATHS.mailbox)).text();
  const after = html.slice(html.indexOf(address));
  const [, link, token] = new RegExp(`(${appUrl}${PATHS.openLink}#([\\w-]{43}))`).exec(after) ?? [];
  const code = /\b([2-9A-Z]{4}-[2-9A-Z]{4})\b/.exec(after)?.[1];
  if (!html.includes(address) || !link || !token || !code) throw new Error(`No message to ${address}.`);
  return { link, token, code };
}

/** Everybody in these tests comes from one network, which would soon have asked too often. */
async function forgetTries(): Promise<void> {
  await sql("DELETE FROM rate_limit");
}

/** Signs in with a message without drawing a page. The cookie is in the context. */
export async function signInByEmailQuickly(request: APIRequestContext, address: string): Promise<void> {
  await forgetTries();
  const asked = await request.post(API_PATHS.askForLink, {
    headers: OWN_ORIGIN,
    data: { purpose: "sign-in", address },
  });
  expect(asked.status()).toBe(202);
  const { token } = await messageTo(request, address);
  const opened = await request.post(API_PATHS.openLink, { headers: OWN_ORIGIN, data: { token } });
  expect(opened.status()).toBe(200);
}

/** Up to the message, as a person goes: from the landing page. */
export async function askForMessage(page: Page, address: string): Promise<Message> {
  await forgetTries();
  await page.goto("/");
  await page.getByRole("link", { name: "Sign in without Dexcom" }).click();
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeFocused();
  return messageTo(page.request, address);
}
