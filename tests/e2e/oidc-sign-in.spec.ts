import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { OIDC_PROBLEMS, type OidcProblem } from "@/lib/auth/outcome";
import { en } from "@/lib/i18n/messages/en";
import { hashToken } from "@/lib/ids";
import { API_PATHS, PATHS } from "@/lib/routes";
import { e2eAddresses, e2eDataDirectory } from "@/tests/setup/e2e-addresses";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { sql, tracesOf } from "@/tests/support/browser-database";
import { signInByEmailQuickly } from "@/tests/support/browser-email";
import {
  agreeAtHospital,
  beginAtHospital,
  beginJoiningAtHospital,
  codesPresented,
  hospitalTracesOf,
  NO_HOSPITAL_TRACES,
  signedInUser,
  signInAtHospital,
  signInThroughHospital,
  whileHospitalIsDown,
} from "@/tests/support/browser-oidc";
import { raw } from "@/tests/support/browser-raw";
import {
  ageProof,
  OWN_ORIGIN,
  sessionCookie,
  signInQuickly,
  untilImported,
} from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import { HOSPITAL, saidOf } from "@/tests/support/oidc-provider";

const { appUrl, oidcUrl } = e2eAddresses();
const SESSION_COOKIE = "hindsight.session";
const API_ME = "/api/v1/patients/me";

async function expectProblem(page: Page, code: OidcProblem): Promise<void> {
  // Neither code nor state stays in the address bar.
  await expect(page).toHaveURL(appUrl + PATHS.problem(code));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.pages.problem[code].title);
}

test("a clinician signs in with the mouse, signs out, and is the same person the next time", async ({
  page,
}) => {
  await page.goto(PATHS.emailSignIn);
  await page.getByRole("button", { name: `Continue with ${HOSPITAL.name}` }).click();
  await expect(page).toHaveURL((url) => url.origin === oidcUrl);
  await page.getByLabel("Account").fill("Ana");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL((url) => url.origin === appUrl && !url.pathname.startsWith("/sign-in"));
  const { request } = page;
  const first = await signedInUser(request);
  const cookie = await sessionCookie(page);
  expect(await hospitalTracesOf("Ana")).toEqual({ people: [first], sessions: 1 });

  const out = await request.post("/api/sign-out", { headers: OWN_ORIGIN, data: {} });
  expect(out.status()).toBe(204);
  expect(await signedInUser(request)).toBeNull();

  // The hospital still knows her and asks nothing.
  await page.goto((await beginAtHospital(request)).href);
  await expect(page).toHaveURL((url) => url.origin === appUrl && !url.pathname.startsWith("/sign-in"));
  expect(await signedInUser(request)).toBe(first);
  expect(await sessionCookie(page)).not.toBe(cookie);
  expect(await hospitalTracesOf("Ana")).toEqual({ people: [first], sessions: 1 });
});

test("whoever is signed in with Dexcom becomes somebody else at the hospital: nothing is joined unasked", async ({
  page,
}) => {
  await signInQuickly(page.request, "WorksAtAHospital");
  const patient = await signedInUser(page.request);
  const before = await sessionCookie(page);
  await signInAtHospital(page, await beginAtHospital(page.request), "Bea");
  const clinician = await signedInUser(page.request);
  expect(clinician).not.toBeNull();
  expect(clinician).not.toBe(patient);
  expect(await hospitalTracesOf("Bea")).toEqual({ people: [clinician], sessions: 1 });
  // The session of before has ended, for every copy of its cookie; the new person sees no glucose.
  expect(await tracesOf("WorksAtAHospital")).toMatchObject({ people: 1, sessions: 0 });
  const old = await raw({ path: API_ME, headers: { cookie: `${SESSION_COOKIE}=${before}` } });
  expect(old.status).toBe(401);
  expect((await page.request.get(API_ME)).status()).toBe(404);

  // Nor the other way round: back with Dexcom, she is the patient again.
  await signInQuickly(page.request, "WorksAtAHospital");
  expect(await signedInUser(page.request)).toBe(patient);
  // And somebody known to the hospital who is signed in as that patient is that somebody, not the patient.
  await signInThroughHospital(page.request, "Bea");
  expect(await signedInUser(page.request)).toBe(clinician);
});

test("twenty arrivals of the same answer make one exchange, one person and one session", async ({ page }) => {
  const { request } = page;
  const back = await agreeAtHospital(request, await beginAtHospital(request), "Carl");
  const presented = await codesPresented(request);
  const cookie = (await page.context().cookies(appUrl))
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fetch(back, { redirect: "manual", headers: { cookie } })),
  );
  const places = answers.map(({ status, headers }) => {
    expect(status).toBe(303);
    return new URL(headers.get("location") ?? "", back).pathname;
  });
  expect(places.filter((place) => place === PATHS.home)).toHaveLength(1);
  expect(places.filter((place) => place === PATHS.problem("oidc-too-late"))).toHaveLength(19);
  expect(await codesPresented(request)).toBe(presented + 1);
  expect(await hospitalTracesOf("Carl")).toMatchObject({ people: [expect.any(String)], sessions: 1 });

  // In a browser the answer comes once more, by the back button: the cookies of the first time decide.
  await page.goto(back.href);
  await expectProblem(page, "oidc-too-late");
  await page.goto(back.href);
  await expectProblem(page, "oidc-not-this-browser");
  expect(await codesPresented(request)).toBe(presented + 1);
});

test("calling it off at the hospital: said so, nothing created, and a way to start again", async ({
  page,
}) => {
  await page.goto((await beginAtHospital(page.request)).href);
  await page.getByLabel("Account").fill("Dora");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expectProblem(page, "oidc-declined");
  expect(await hospitalTracesOf("Dora")).toEqual(NO_HOSPITAL_TRACES);
  expect(await sessionCookie(page)).toBe("none");
  await page.getByRole("link", { name: "Start again" }).click();
  await expect(page).toHaveURL(appUrl + PATHS.emailSignIn);
});

test("an answer that is not the one to this browser's sign-in is refused before the hospital is asked", async ({
  page,
  browser,
}) => {
  const { request } = page;
  const presented = await codesPresented(request);
  const attacker = await browser.newContext();
  const theirs = await agreeAtHospital(attacker.request, await beginAtHospital(attacker.request), "Eve");
  // A browser with no sign-in of its own, and one that is in the middle of its own.
  await page.goto(theirs.href);
  await expectProblem(page, "oidc-not-this-browser");
  await beginAtHospital(request);
  await page.goto(theirs.href);
  await expectProblem(page, "oidc-not-this-browser");
  await attacker.close();

  const changes: readonly (readonly [OidcProblem, (query: URLSearchParams) => void])[] = [
    ["oidc-not-this-browser", (query) => query.set("state", "A".repeat(43))],
    ["oidc-refused", (query) => query.delete("state")],
    ["oidc-refused", (query) => query.append("state", query.get("state") ?? "")],
    ["oidc-refused", (query) => query.delete("code")],
    ["oidc-refused", (query) => query.set("iss", "https://login.evil.example")],
    ["oidc-refused", (query) => query.delete("iss")],
    ["oidc-refused", (query) => query.set("error", "server_error")],
  ];
  for (const [problem, change] of changes) {
    const back = await agreeAtHospital(request, await beginAtHospital(request), "Fay");
    change(back.searchParams);
    await page.goto(back.href);
    await expectProblem(page, problem);
  }
  // Its cookies are sealed and made for their own purpose: one that was tampered with is none.
  const back = await agreeAtHospital(request, await beginAtHospital(request), "Fay");
  const cookies = await page.context().cookies(appUrl);
  const nonce = cookies.find(({ name }) => name === "hindsight.oidc-nonce");
  await page
    .context()
    .addCookies([{ name: "hindsight.oidc-state", value: nonce?.value ?? "missing", url: appUrl }]);
  await page.goto(back.href);
  await expectProblem(page, "oidc-not-this-browser");

  expect(await codesPresented(request)).toBe(presented);
  for (const account of ["Eve", "Fay"]) expect(await hospitalTracesOf(account)).toEqual(NO_HOSPITAL_TRACES);
});

test("an ID token with another nonce, and a code with another proof, are refused", async ({ page }) => {
  for (const name of ["nonce", "code_challenge"]) {
    const door = await beginAtHospital(page.request);
    expect(door.searchParams.get("scope")).toBe("openid profile email");
    expect(door.searchParams.get("code_challenge_method")).toBe("S256");
    door.searchParams.set(name, "B".repeat(43));
    const back = await agreeAtHospital(page.request, door, "Gus");
    await page.goto(back.href);
    await expectProblem(page, "oidc-refused");
  }
  expect(await hospitalTracesOf("Gus")).toEqual(NO_HOSPITAL_TRACES);
  expect(await sessionCookie(page)).toBe("none");
});

test("a hospital that is down is said to be, at both ends of the way", async ({ page }) => {
  const { request } = page;
  await whileHospitalIsDown(request, async () => {
    await page.goto((await beginAtHospital(request)).href);
    await expectProblem(page, "oidc-down");
  });
  const back = await agreeAtHospital(request, await beginAtHospital(request), "Hal");
  await whileHospitalIsDown(request, async () => {
    await page.goto(back.href);
    await expectProblem(page, "oidc-down");
  });
  expect(await hospitalTracesOf("Hal")).toEqual(NO_HOSPITAL_TRACES);
});

test("no token, and nothing that the hospital says but one's own name on one's own page, is in an address, a page, a cookie or a log", async ({
  page,
}) => {
  const addresses: string[] = [];
  page.on("request", (asked) => {
    if (asked.url().startsWith(appUrl)) addresses.push(asked.url());
  });
  await signInAtHospital(page, await beginAtHospital(page.request), "Ida");
  const { sub, name, email } = saidOf("Ida");
  const forbidden = [sub, name, email, "id_token", "access_token", "eyJ"];
  const session = await (await page.request.get("/api/auth/session")).text();
  const cookies = await page.context().cookies(appUrl);
  for (const cookie of cookies) expect(cookie).toMatchObject({ sameSite: "Lax", path: "/" });
  const logs = path.join(e2eDataDirectory(), "logs");
  const logged = readdirSync(logs).map((file) => readFileSync(path.join(logs, file), "utf8"));
  const back = new URL(addresses.find((address) => address.includes("/callback/")) ?? "");
  expect(back.searchParams.get("code")).toBeTruthy();
  const seen = {
    addresses: addresses.join("\n"),
    page: await page.content(),
    session,
    cookies: cookies.map(({ value }) => decodeURIComponent(value)).join("\n"),
    logs: logged.join("\n"),
  };
  for (const [where, text] of Object.entries(seen))
    expect({ where, found: forbidden.filter((secret) => text.includes(secret)) }).toEqual({
      where,
      // They are called what their organisation calls them.
      found: where === "page" ? [name] : [],
    });
  for (const secret of [back.searchParams.get("code"), back.searchParams.get("state"), HOSPITAL.clientSecret])
    expect(seen.logs).not.toContain(secret);
  // What was needed for the way is gone at its end.
  expect(cookies.map((cookie) => cookie.name).filter((cookie) => cookie.includes("oidc"))).toEqual([]);
});

test("the cookies of the way last ten minutes and no script can read them", async ({ page }) => {
  await beginAtHospital(page.request);
  const cookies = (await page.context().cookies(appUrl)).filter(({ name }) => name.includes("oidc"));
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    "hindsight.oidc-nonce",
    "hindsight.oidc-proof",
    "hindsight.oidc-state",
  ]);
  for (const { httpOnly, sameSite, expires } of cookies) {
    expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: "Lax" });
    expect(expires - Date.now() / 1000).toBeLessThanOrEqual(600);
  }
});

test("next-auth shows no page of its own and takes no other way", async ({ page, request }) => {
  for (const address of ["/api/auth/signin", "/api/auth/signin/oidc", "/api/auth/verify-request"]) {
    await page.goto(address);
    await expect(page).toHaveURL((url) => url.pathname === PATHS.signIn);
  }
  for (const [address, problem] of [
    ["/api/auth/error", "oidc-refused"],
    ["/api/auth/error?error=Configuration", "oidc-refused"],
    ["/api/auth/error?error=<b>x</b>", "oidc-refused"],
    ["/api/auth/error?error=OAuthSignin", "oidc-down"],
    ["/api/auth/signin?csrf=true", "oidc-not-this-browser"],
  ] as const) {
    await page.goto(address);
    await expectProblem(page, problem);
  }
  // A post without the token that goes with the cookie.
  const forged = await request.post(API_PATHS.oidc, { form: { csrfToken: "x", json: "true" } });
  const { url } = (await forged.json()) as { url: string };
  expect(url).toContain("csrf=true");
  const redirected = await request.post(`${API_PATHS.oidc}?redirect_uri=https://evil.example`, {
    form: { csrfToken: "x", json: "true" },
  });
  expect(redirected.status()).toBe(400);
  for (const address of ["/api/auth/callback/oidc/again", "/api/auth/callback/other", "/api/auth/callback"])
    expect((await request.get(address)).status()).toBe(404);
  expect((await request.post("/api/auth/callback/oidc", { form: { code: "x" } })).status()).toBe(405);
});

test("every problem has its own page", async ({ page }) => {
  const titles = new Set<string>();
  for (const code of OIDC_PROBLEMS) {
    await page.goto(PATHS.problem(code));
    await expectProblem(page, code);
    titles.add(en.pages.problem[code].title);
  }
  expect(titles.size).toBe(OIDC_PROBLEMS.length);
});

const ADD = `Add ${HOSPITAL.name}`;
const REMOVE = "Remove your organisation";

/** Adds an account of the hospital to whoever is signed in, up to its answer. */
async function joinAtHospital(request: APIRequestContext, account: string): Promise<URL> {
  return agreeAtHospital(request, await beginJoiningAtHospital(request), account);
}

/** The hospital forgets who was there in this browser. */
async function leaveHospital(page: Page): Promise<void> {
  await page.context().clearCookies({ domain: new URL(oidcUrl).hostname });
}

async function backToSecurity(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Back to Security" }).click();
  await expect(page).toHaveURL(appUrl + PATHS.changeWays);
}

test.describe("added to the account of whoever is signed in", () => {
  test("a patient adds their organisation, gets in with it, and takes it away again", async ({
    page,
    browser,
  }) => {
    await signInQuickly(page.request, "AddsAHospital");
    await untilImported(page.request);
    const patient = await signedInUser(page.request);
    const cookie = await sessionCookie(page);
    await page.goto(PATHS.changeWays);
    await expectNoViolation(page, "ways in can be added");
    await page.getByRole("button", { name: ADD }).click();
    await expect(page).toHaveURL((url) => url.origin === oidcUrl);
    await page.getByLabel("Account").fill("Jana");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(appUrl + PATHS.security);
    await expect(page.getByText("You sign in where you work.")).toBeVisible();
    // The session goes on as it was, and is no newer proof than before.
    expect(await sessionCookie(page)).toBe(cookie);
    expect(await hospitalTracesOf("Jana")).toEqual({ people: [patient], sessions: 0 });

    const elsewhere = await browser.newContext();
    await signInThroughHospital(elsewhere.request, "Jana");
    expect(await signedInUser(elsewhere.request)).toBe(patient);
    expect((await elsewhere.request.get("/api/v1/patients/me")).status()).toBe(200);
    await elsewhere.close();

    await page.goto(PATHS.changeWays);
    await page.getByRole("button", { name: REMOVE }).click();
    await expect(page.getByRole("button", { name: ADD })).toBeVisible();
    expect(await hospitalTracesOf("Jana")).toEqual(NO_HOSPITAL_TRACES);
  });

  test("only somebody who proved lately who they are adds or removes it", async ({ page, request }) => {
    const address = "adds.too.late@clinic.example";
    const body = { csrfToken: "x", callbackUrl: "/", json: "true" };
    const ask = (by: APIRequestContext) =>
      Promise.all([
        by.post(API_PATHS.ownOidc, { headers: OWN_ORIGIN, data: body }),
        by.delete(API_PATHS.ownOidc, { headers: OWN_ORIGIN, data: {} }),
      ]);
    for (const answer of await ask(request)) expect(answer.status()).toBe(401);
    await signInByEmailQuickly(page.request, address);
    await ageProof(page);
    for (const answer of await ask(page.request))
      expect([answer.status(), await answer.json()]).toMatchObject([403, { code: "confirm-first" }]);
    await page.goto(PATHS.changeWays);
    await expect(page.getByRole("heading", { name: "First confirm that it is you" })).toBeVisible();
    await expect(page.getByRole("button", { name: ADD })).toHaveCount(0);
  });

  test("the only way in stays", async ({ page }) => {
    await signInAtHospital(page, await beginAtHospital(page.request), "Kilian");
    await page.goto(PATHS.changeWays);
    await expect(page.getByText("It is your only way in, so it cannot be removed.")).toBeVisible();
    await expect(page.getByRole("button", { name: REMOVE })).toHaveCount(0);
    const answer = await page.request.delete(API_PATHS.ownOidc, { headers: OWN_ORIGIN, data: {} });
    expect([answer.status(), await answer.json()]).toMatchObject([409, { code: "only-way-in" }]);
  });

  test("an account there that is somebody else's, or a second one, is refused in words", async ({
    page,
    browser,
  }) => {
    const elsewhere = await browser.newContext();
    await signInThroughHospital(elsewhere.request, "Lena");
    const lena = await signedInUser(elsewhere.request);
    await elsewhere.close();
    await signInByEmailQuickly(page.request, "not.lena@clinic.example");
    const user = await signedInUser(page.request);

    await page.goto((await joinAtHospital(page.request, "Lena")).href);
    await expectProblem(page, "oidc-taken");
    await expectNoViolation(page, "an account that is somebody else's");
    expect(await hospitalTracesOf("Lena")).toMatchObject({ people: [lena] });
    expect(await signedInUser(page.request)).toBe(user);
    await backToSecurity(page);
    await expect(page.getByRole("button", { name: ADD })).toBeVisible();

    await leaveHospital(page);
    // Once, and once more: it is their own already.
    for (let time = 0; time < 2; time += 1) {
      await page.goto((await joinAtHospital(page.request, "Mats")).href);
      await expect(page).toHaveURL(appUrl + PATHS.security);
    }
    await leaveHospital(page);
    await page.goto((await joinAtHospital(page.request, "Nora")).href);
    await expectProblem(page, "oidc-second");
    expect(await hospitalTracesOf("Mats")).toMatchObject({ people: [user] });
    expect(await hospitalTracesOf("Nora")).toEqual(NO_HOSPITAL_TRACES);
  });

  test("twenty arrivals of the same answer join once and sign nobody in", async ({ page }) => {
    const { request } = page;
    await signInByEmailQuickly(request, "joins.twenty.times@clinic.example");
    const user = await signedInUser(request);
    const back = await joinAtHospital(request, "Olaf");
    const presented = await codesPresented(request);
    const cookie = (await page.context().cookies(appUrl))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ");
    const arrive = async () => {
      const answer = await fetch(back, { redirect: "manual", headers: { cookie } });
      return new URL(answer.headers.get("location") ?? "", back).pathname;
    };
    const places = await Promise.all(Array.from({ length: 20 }, arrive));
    expect(places.filter((place) => place === PATHS.security)).toHaveLength(1);
    expect(places.filter((place) => place === PATHS.problem("oidc-too-late"))).toHaveLength(19);
    expect(await codesPresented(request)).toBe(presented + 1);
    // Even when nobody remembers any more that the answer was used.
    await sql("DELETE FROM rate_limit");
    expect(await arrive()).toBe(PATHS.problem("oidc-too-late"));
    expect(await hospitalTracesOf("Olaf")).toEqual({ people: [user], sessions: 0 });
  });

  test("an answer without the session, the browser or the ten minutes that it began with joins nobody and signs nobody in", async ({
    page,
    browser,
  }) => {
    const { request } = page;
    const presented = await codesPresented(request);
    const begin = async () => {
      await signInByEmailQuickly(request, "begins.to.join@clinic.example");
      return joinAtHospital(request, "Petra");
    };
    const another = await (await browser.newContext()).newPage();
    await another.goto((await begin()).href);
    await expectProblem(another, "oidc-not-this-browser");
    await another.context().close();

    const signedOut = await begin();
    expect((await request.post(API_PATHS.signOut, { headers: OWN_ORIGIN, data: {} })).status()).toBe(204);
    await page.goto(signedOut.href);
    await expectProblem(page, "oidc-signed-out");
    expect(await signedInUser(request)).toBeNull();

    const somebodyElse = await begin();
    await signInByEmailQuickly(request, "came.in.between@clinic.example");
    await page.goto(somebodyElse.href);
    await expectProblem(page, "oidc-signed-out");

    const late = await begin();
    await sql("UPDATE oidc_joining SET expires_at = now() WHERE state_hash = $1", [
      hashToken(late.searchParams.get("state") ?? ""),
    ]);
    await page.goto(late.href);
    await expectProblem(page, "oidc-not-this-browser");
    expect(await codesPresented(request)).toBe(presented);
    expect(await hospitalTracesOf("Petra")).toEqual(NO_HOSPITAL_TRACES);
  });

  test("calling it off, or a hospital that is down, changes nothing and leads back", async ({ page }) => {
    await signInByEmailQuickly(page.request, "calls.it.off@clinic.example");
    const user = await signedInUser(page.request);
    await page.goto(PATHS.changeWays);
    await page.getByRole("button", { name: ADD }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expectProblem(page, "oidc-declined");
    await backToSecurity(page);
    await whileHospitalIsDown(page.request, async () => {
      await page.getByRole("button", { name: ADD }).click();
      await expectProblem(page, "oidc-down");
    });
    expect(await signedInUser(page.request)).toBe(user);
  });

  test("the hospital asks who it is even when it still knows somebody: the computer may be shared", async ({
    page,
  }) => {
    await signInAtHospital(page, await beginAtHospital(page.request), "Rosa");
    await page.goto((await beginAtHospital(page.request)).href);
    await expect(page).toHaveURL((url) => url.origin === appUrl);
    await signInByEmailQuickly(page.request, "shares.a.computer@clinic.example");
    await page.goto((await beginJoiningAtHospital(page.request)).href);
    await expect(page.getByLabel("Account")).toBeVisible();
  });
});
