import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { API_PATHS } from "@/lib/routes";
import type { ShareTerms } from "@/lib/sharing/schema";
import { sql } from "@/tests/support/browser-database";
import { signInByEmailQuickly } from "@/tests/support/browser-email";
import { OWN_ORIGIN } from "@/tests/support/browser-sign-in";

export const ALL_REPORTS: ShareTerms = {
  scope: "reports",
  withEvents: true,
  withNotes: true,
  window: { kind: "all" },
  lasts: "30-days",
};

/** Gives the signed-in person a name, which sharing wants. */
export async function giveName(request: APIRequestContext, name: string): Promise<void> {
  const answer = await request.put(API_PATHS.name, { headers: OWN_ORIGIN, data: { name } });
  expect(answer.status()).toBe(200);
}

/** Signs somebody in by e-mail, with a name. */
export async function signInAsViewer(
  request: APIRequestContext,
  { address, name }: { readonly address: string; readonly name: string },
): Promise<void> {
  await signInByEmailQuickly(request, address);
  await giveName(request, name);
}

/** From the owner's code to their confirmation, without drawing a page; gives the share. */
export async function letIn(
  owner: APIRequestContext,
  viewer: APIRequestContext,
  terms: Partial<ShareTerms> = {},
): Promise<string> {
  const post = async (request: APIRequestContext, path: string, data: object, status: number) => {
    const answer = await request.post(path, { headers: OWN_ORIGIN, data });
    expect(answer.status(), path).toBe(status);
    return answer;
  };
  await sql("DELETE FROM rate_limit");
  const offer = { by: "code", terms: { ...ALL_REPORTS, ...terms }, note: null };
  const { shareId, code } = (await (await post(owner, API_PATHS.shares, offer, 201)).json()) as {
    shareId: string;
    code: string;
  };
  await post(viewer, API_PATHS.redeemCode, { code }, 200);
  await post(owner, API_PATHS.share(shareId), { action: "confirm" }, 200);
  return shareId;
}

/** Lets a share's time run out. Only its owner may change its terms, so the trigger that says so looks away. */
export async function lapse(shareId: string): Promise<void> {
  await sql(`
    SET session_replication_role = replica;
    UPDATE share SET expires_at = now() - interval '1 second' WHERE id = '${shareId}'`);
}

/** Keeps an open page from noticing by itself what has changed: for tests of what the next press finds. */
export async function keepFromNoticing(page: Page): Promise<void> {
  for (const path of [API_PATHS.grounds("*"), API_PATHS.listGrounds("*")])
    await page.route(`**${path.replace("%2A", "*")}`, () => undefined);
}
