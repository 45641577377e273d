import { expect, type Page } from "@playwright/test";
import { SIGN_IN_PROBLEMS, type SignInProblem } from "@/lib/connections/outcome";
import { en } from "@/lib/i18n/messages/en";
import { hashToken } from "@/lib/ids";
import { PATHS } from "@/lib/routes";
import type { FaultInput } from "@/lib/simulator/faults";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { NO_TRACES, sql, tracesOf } from "@/tests/support/browser-database";
import type { TestPerson } from "@/tests/support/browser-people";
import { agreeAtDexcom, beginTrip, goToDexcom, logInAtDexcom } from "@/tests/support/browser-sign-in";
import { addClient, callsOf, failFor } from "@/tests/support/browser-simulator";
import { test } from "@/tests/support/browser-test";

const SESSION_COOKIE = "hindsight.session";

/** The page of its own that each problem has: what happened, what it means, what to do, and a way on. */
async function expectProblem(page: Page, code: SignInProblem): Promise<void> {
  const words = en.pages.problem[code];
  // Neither code nor state stays in the address bar.
  await expect(page).toHaveURL(e2eAddresses().appUrl + PATHS.problem(code));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.title);
  for (const term of ["What happened", "What it means", "What to do"])
    await expect(page.getByRole("term").filter({ hasText: term })).toBeVisible();
  await expect(page.getByText("Nothing was created, and nothing you had was changed.")).toBeVisible();
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).not.toContain(SESSION_COOKIE);
}

test("declining at Dexcom: no data, no permission, and a way to start again", async ({ page }) => {
  await goToDexcom(page);
  await logInAtDexcom(page, "Declines");
  await page.getByRole("button", { name: "Decline" }).click();
  await expectProblem(page, "declined");
  expect(await tracesOf("Declines")).toEqual(NO_TRACES);
  await page.getByRole("link", { name: "Start again" }).click();
  await expect(page.getByRole("button", { name: "Continue to Dexcom" })).toBeVisible();
});

interface DexcomTrouble {
  readonly title: string;
  readonly person: TestPerson;
  readonly fault: FaultInput;
  readonly problem: SignInProblem;
}

const TROUBLES: readonly DexcomTrouble[] = [
  {
    title: "a code that is more than a minute old",
    person: "ComesTooLate",
    fault: { kind: "clockSkew", seconds: 61, endpoints: ["token"] },
    problem: "code-refused",
  },
  {
    title: "a site whose secret Dexcom does not accept",
    person: "RefusedSite",
    fault: { kind: "emptyBody", status: 401, endpoints: ["token"] },
    problem: "app-refused",
  },
  {
    title: "one person more than Dexcom allows this site",
    person: "OneTooMany",
    fault: { kind: "userCap", usersMax: 0 },
    problem: "user-cap",
  },
  {
    title: "Dexcom down when the code is presented",
    person: "NoTokens",
    fault: { kind: "serverError", status: 503, endpoints: ["token"] },
    problem: "dexcom-down",
  },
  {
    title: "Dexcom down when it is asked who this is",
    person: "NoIdentity",
    fault: { kind: "serverError", status: 500, body: "html", endpoints: ["dataRange"] },
    problem: "dexcom-down",
  },
  {
    title: "an answer that is not Dexcom's",
    person: "OddAnswer",
    fault: { kind: "htmlBody", status: 200, endpoints: ["token"] },
    problem: "not-understood",
  },
];

for (const { title, person, fault, problem } of TROUBLES)
  test(`${title}: a page of its own, nothing created`, async ({ page }) => {
    await failFor(person, fault);
    const back = await agreeAtDexcom(page.request, await beginTrip(page.request), person);
    await page.goto(back.href);
    await expectProblem(page, problem);
    expect(await tracesOf(person)).toEqual(NO_TRACES);
    // The trip is over: the same answer is not taken again.
    const calls = await callsOf(person);
    await page.goto(back.href);
    await expectProblem(page, "not-this-browser");
    expect(await callsOf(person)).toEqual(calls);
  });

test("an answer that comes after ten minutes is too late, and Dexcom is not asked", async ({ page }) => {
  const back = await agreeAtDexcom(page.request, await beginTrip(page.request), "TakesTenMinutes");
  const state = hashToken(back.searchParams.get("state") ?? "");
  const aged = await sql(
    `UPDATE oauth_transaction SET expires_at = expires_at - interval '10 minutes'
     WHERE state_hash = $1 RETURNING round(extract(epoch FROM expires_at + interval '10 minutes' - created_at)) AS seconds`,
    [state],
  );
  expect(aged).toEqual([{ seconds: "600" }]);
  await page.goto(back.href);
  await expectProblem(page, "too-late");
  expect(await callsOf("TakesTenMinutes")).toMatchObject({ calls: 0, codeRedemptions: 0 });
  expect(await tracesOf("TakesTenMinutes")).toEqual(NO_TRACES);
});

test("a state of somebody's own making is refused before Dexcom is asked", async ({ page }) => {
  const back = await agreeAtDexcom(page.request, await beginTrip(page.request), "MeetsAnotherState");
  back.searchParams.set("state", "A".repeat(43));
  await page.goto(back.href);
  await expectProblem(page, "too-late");
  expect((await callsOf("MeetsAnotherState")).calls).toBe(0);
  expect(await tracesOf("MeetsAnotherState")).toEqual(NO_TRACES);
});

test("the answer to another browser's sign-in is refused: nobody sees somebody else's glucose", async ({
  page,
  browser,
}) => {
  const attacker = await browser.newContext();
  const back = await agreeAtDexcom(attacker.request, await beginTrip(attacker.request), "IsSentALink");
  // A browser with no trip of its own, and one that is in the middle of its own.
  await page.goto(back.href);
  await expectProblem(page, "not-this-browser");
  await beginTrip(page.request);
  await page.goto(back.href);
  await expectProblem(page, "not-this-browser");
  expect((await callsOf("IsSentALink")).calls).toBe(0);
  expect(await tracesOf("IsSentALink")).toEqual(NO_TRACES);
  await attacker.close();
});

test("a code that was made for another app is not accepted", async ({ page }) => {
  await addClient("other-app");
  const login = await beginTrip(page.request);
  login.searchParams.set("client_id", "other-app");
  const back = await agreeAtDexcom(page.request, login, "OtherClient");
  await page.goto(back.href);
  await expectProblem(page, "code-refused");
  expect(await tracesOf("OtherClient")).toEqual(NO_TRACES);
});

test("an answer without code, with two states, or with another issuer is not understood", async ({
  page,
}) => {
  for (const change of [
    (query: URLSearchParams) => query.delete("code"),
    (query: URLSearchParams) => query.append("state", query.get("state") ?? ""),
    (query: URLSearchParams) => query.set("iss", "https://api.dexcom.eu"),
    (query: URLSearchParams) => query.set("error", "server_error"),
  ]) {
    const back = await agreeAtDexcom(page.request, await beginTrip(page.request), "HasTwoTabs");
    change(back.searchParams);
    await page.goto(back.href);
    await expectProblem(page, "not-understood");
  }
  expect((await callsOf("HasTwoTabs")).calls).toBe(0);
  expect(await tracesOf("HasTwoTabs")).toEqual(NO_TRACES);
});

test("every problem has its own page, and an invented one has none", async ({ page }) => {
  const titles = new Set<string>();
  for (const code of SIGN_IN_PROBLEMS) {
    const { title } = en.pages.problem[code];
    await page.goto(PATHS.problem(code));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    titles.add(title);
  }
  expect(titles.size).toBe(SIGN_IN_PROBLEMS.length);
  const response = await page.goto(PATHS.problem("invented"));
  expect(response?.status()).toBe(404);
});
