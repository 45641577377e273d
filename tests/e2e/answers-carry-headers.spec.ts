import { type APIResponse, expect, test } from "@playwright/test";
import { builtPaths } from "@/tests/support/browser-build";
import { PATIENT_PAGES, PUBLIC_PAGES, SHOWN_BY, SHOWN_ELSEWHERE } from "@/tests/support/browser-pages";
import { raw } from "@/tests/support/browser-raw";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

const PERSON = "iglu-5";
const NONCE = /'nonce-([A-Za-z0-9+/=]{24,})'/;

// Section 1.4 of the security decisions; HSTS and upgrade-insecure-requests belong to HTTPS (lib/http-headers.test.ts).
const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-N' 'strict-dynamic'",
  "style-src 'self' 'nonce-N'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** The whole set; returns the nonce. */
function expectHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  what: string,
): string {
  expect(headers, what).toMatchObject({ ...HEADERS, "cache-control": expect.stringContaining("no-store") });
  const policy = String(headers["content-security-policy"]);
  const nonce = NONCE.exec(policy)?.[1] ?? "none";
  expect(policy.replaceAll(nonce, "N"), what).toBe(POLICY);
  expect(headers["permissions-policy"], what).toMatch(/camera=\(\).*geolocation=\(\).*usb=\(\)/);
  expect(headers["x-powered-by"], what).toBeUndefined();
  return nonce;
}

/** Every script and style sheet of the page carries this answer's nonce, and nothing is styled inline. */
async function expectOwnScriptsOnly(response: APIResponse, nonce: string, what: string): Promise<void> {
  const html = await response.text();
  const scripts = html.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length, what).toBeGreaterThan(0);
  for (const tag of [...scripts, ...(html.match(/<style\b[^>]*>/g) ?? [])])
    expect(tag, what).toContain(`nonce="${nonce}"`);
  const markup = html.replaceAll(/<script\b[\s\S]*?<\/script>/g, "");
  expect(markup, what).not.toMatch(/\sstyle=/);
  expect(markup, what).not.toMatch(/\son\w+=|javascript:/i);
}

test("the lists of pages hold every page of the build", () => {
  const pages = builtPaths().filter((path) => !path.startsWith("/api/"));
  expect(pages.toSorted()).toEqual([...Object.keys(SHOWN_BY), ...SHOWN_ELSEWHERE].toSorted());
  for (const address of Object.values(SHOWN_BY))
    expect([...PUBLIC_PAGES, ...PATIENT_PAGES]).toContain(address);
});

test("every page carries the policy with a nonce of its own, and only its scripts know it", async ({
  context,
}) => {
  const nonces = new Set<string>();
  let answers = 0;
  const look = async (path: string) => {
    const response = await context.request.get(path);
    const nonce = expectHeaders(response.headers(), path);
    await expectOwnScriptsOnly(response, nonce, path);
    nonces.add(nonce);
    answers += 1;
  };
  for (const path of PUBLIC_PAGES) await look(path);
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  for (const path of [...PATIENT_PAGES, ...PATIENT_PAGES]) await look(path);
  expect(nonces.size).toBe(answers);
});

test("the API, its refusals, redirects and what is not found carry the same headers", async ({ request }) => {
  for (const path of [
    "/api/health",
    "/api/ready",
    "/api/v1/openapi.json",
    "/api/v1/patients/me",
    "/api/v1/nowhere",
    "/api/auth/session",
    "/api/auth/csrf",
    "/api/auth/nowhere",
    "/api/connect/callback/simulator?state=x",
    "/patients/me/overview",
    "/settings",
    "/_next/nowhere",
    "/manifest.webmanifest",
    "/service-worker.js",
    "/icon.svg",
  ]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expectHeaders(response.headers(), `${path}: ${response.status()}`);
    expect(response.status(), path).toBeLessThan(500);
  }
  expectHeaders((await raw({ path: "/%" })).headers, "/%");
  expectHeaders((await raw({ path: "/", method: "TRACE" })).headers, "TRACE");
});

test("static files say what they are and may not be read by other sites", async ({ request }) => {
  const home = await (await request.get("/")).text();
  const files = new Set(home.match(/\/_next\/static\/[^"\\]+\.(?:js|css)/g));
  expect(files.size).toBeGreaterThan(3);
  for (const file of files) {
    const response = await request.get(file);
    expect(response.status(), file).toBe(200);
    expect(response.headers()["content-type"], file).toMatch(/javascript|css/);
    expect(response.headers()["x-content-type-options"], file).toBe("nosniff");
    expect(response.headers()["cross-origin-resource-policy"], file).toBe("same-origin");
    expect(response.headers()["x-powered-by"], file).toBeUndefined();
  }
});

test("cookies cannot be read by scripts and do not travel with requests of other sites", async ({
  context,
  request,
}) => {
  const csrf = await request.get("/api/auth/csrf");
  const connect = await request.post("/api/connect", {
    headers: { origin: "https://evil.example" },
    data: {},
  });
  expect(connect.headers()["set-cookie"]).toBeUndefined();
  expect(csrf.headers()["set-cookie"]).toMatch(/^hindsight\.csrf=[^;]+; Path=\/; HttpOnly; SameSite=Lax/im);
  await signInQuickly(context.request, PERSON);
  const cookies = await context.cookies();
  expect(cookies.map(({ name }) => name)).toEqual(["hindsight.session"]);
  for (const { name, httpOnly, sameSite, path, value } of cookies) {
    expect({ httpOnly, sameSite, path }, name).toEqual({ httpOnly: true, sameSite: "Lax", path: "/" });
    // 256 bits of chance.
    expect(value).toMatch(/^[\w-]{43}$/);
  }
});
