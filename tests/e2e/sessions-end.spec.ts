import { type APIRequestContext, type Browser, expect } from "@playwright/test";
import { hashToken } from "@/lib/ids";
import { PATHS } from "@/lib/routes";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { sql } from "@/tests/support/browser-database";
import { raw } from "@/tests/support/browser-raw";
import { OWN_ORIGIN, signInQuickly } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

const API_ME = "/api/v1/patients/me";
const { appUrl } = e2eAddresses();

/** A signed-in browser of its own, and its cookie as a thief would copy it. */
async function signedIn(browser: Browser): Promise<{ request: APIRequestContext; token: string }> {
  const context = await browser.newContext();
  await signInQuickly(context.request, "Session");
  const [cookie] = await context.cookies();
  return { request: context.request, token: cookie?.value ?? "none" };
}

const statusWith = async (token: string) =>
  (await raw({ path: API_ME, headers: { cookie: `hindsight.session=${token}` } })).status;

async function age(token: string, change: string): Promise<void> {
  const rows = await sql(`UPDATE session SET ${change} WHERE token_hash = $1 RETURNING id`, [
    hashToken(token),
  ]);
  expect(rows).toHaveLength(1);
}

test("signing out ends the session on the server: a copied cookie is worth nothing", async ({ browser }) => {
  const { request, token } = await signedIn(browser);
  expect(await statusWith(token)).toBe(200);
  const out = await request.post("/api/sign-out", { headers: OWN_ORIGIN, data: {} });
  expect(out.status()).toBe(204);
  expect(out.headers()["clear-site-data"]).toBe('"cache", "storage"');
  expect(await statusWith(token)).toBe(401);
  const page = await raw({ path: PATHS.connection, headers: { cookie: `hindsight.session=${token}` } });
  expect([page.status, page.headers.location]).toEqual([307, PATHS.signIn]);
});

test("thirty idle minutes end a session, and use moves them on", async ({ browser }) => {
  const { token } = await signedIn(browser);
  await age(token, "expires_at = now() + interval '1 minute', last_seen_at = now() - interval '29 minutes'");
  expect(await statusWith(token)).toBe(200);
  const [moved] = await sql<{ minutes: number }>(
    "SELECT extract(epoch FROM expires_at - now())::int / 60 AS minutes FROM session WHERE token_hash = $1",
    [hashToken(token)],
  );
  expect(moved?.minutes).toBeGreaterThanOrEqual(29);
  await age(token, "expires_at = now() - interval '1 second'");
  expect(await statusWith(token)).toBe(401);
});

test("twelve hours end a session, however busy it was", async ({ browser }) => {
  const { token } = await signedIn(browser);
  await age(
    token,
    "absolute_expires_at = now() + interval '5 minutes', expires_at = now() + interval '1 minute'",
  );
  expect(await statusWith(token)).toBe(200);
  const [moved] = await sql<{ within: boolean }>(
    "SELECT expires_at <= absolute_expires_at AS within FROM session WHERE token_hash = $1",
    [hashToken(token)],
  );
  expect(moved?.within).toBe(true);
  await age(token, "absolute_expires_at = now() - interval '1 second'");
  expect(await statusWith(token)).toBe(401);
});

test("a new session lasts 30 minutes idle and 12 hours in all, and only its hash is stored", async ({
  browser,
}) => {
  const { token } = await signedIn(browser);
  const [session] = await sql<{ idle: number; absolute: number; row: string }>(
    `SELECT round(extract(epoch FROM expires_at - created_at) / 60)::int AS idle,
            round(extract(epoch FROM absolute_expires_at - created_at) / 60)::int AS absolute, session::text AS row
     FROM session WHERE token_hash = $1`,
    [hashToken(token)],
  );
  expect(session).toMatchObject({ idle: 30, absolute: 720 });
  expect(session?.row).not.toContain(token);
});

test("no address that next-auth is given leads out of the app", async ({ request }) => {
  const targets = [
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "http://localhost.evil.example",
    `${appUrl}@evil.example`,
    `${appUrl}.evil.example`,
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "/%09/evil.example",
    "/\t/evil.example",
    "%2f%2fevil.example",
    "https://evil.example%00.localhost",
    "//evil%E3%80%82example",
  ];
  for (const target of targets)
    for (const path of ["/api/auth/signin", "/api/auth/signout", "/api/auth/error", "/api/auth/session"]) {
      const response = await request.get(`${path}?callbackUrl=${encodeURIComponent(target)}`, {
        maxRedirects: 0,
      });
      const what = `${path} ${target}: ${response.status()}`;
      expect(response.status(), what).toBeLessThan(500);
      const location = response.headers()["location"];
      if (location !== undefined) expect(new URL(location, appUrl).origin, what).toBe(appUrl);
      const cookie = decodeURIComponent(
        /hindsight\.return=([^;]*)/.exec(response.headers()["set-cookie"] ?? "")?.[1] ?? appUrl,
      );
      expect(new URL(cookie, appUrl).origin, what).toBe(appUrl);
    }
  // Where sign-in ends is decided by the server alone.
  const callback = await request.get(
    "/api/connect/callback/simulator?state=x&callbackUrl=https://evil.example&next=//evil.example",
    { maxRedirects: 0 },
  );
  expect(new URL(callback.headers()["location"] ?? "").origin).toBe(appUrl);
});
