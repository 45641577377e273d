import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { API_PATHS, PATHS, reportPath } from "@/lib/routes";
import { e2eDataDirectory } from "@/tests/setup/e2e-addresses";
import { apiOf } from "@/tests/support/browser-api";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { watchedPage } from "@/tests/support/browser-complaints";
import { sql } from "@/tests/support/browser-database";
import { askForMessage, messageTo, signInByEmailQuickly } from "@/tests/support/browser-email";
import {
  ageProof,
  authorizeAtDexcom,
  OWN_ORIGIN,
  signInQuickly,
  untilImported,
} from "@/tests/support/browser-sign-in";
import { callsOf } from "@/tests/support/browser-simulator";
import { test } from "@/tests/support/browser-test";

const CHANGE = "Add or remove a way to sign in";
const PEOPLE_TITLE = "Shared with you";
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

test("a clinician signs in with a link, gives a name, and finds it again at the next sign-in", async ({
  context,
}) => {
  const { page, complaints } = await watchedPage(context);
  const address = "ana.link@clinic.example";
  const { link } = await askForMessage(page, address);
  await page.goto(link);
  await expect(heading(page, PEOPLE_TITLE)).toBeVisible();
  // The token left the address bar, and the way back does not lead to it.
  expect(page.url()).not.toContain("#");
  await page.getByRole("textbox", { name: "Name" }).fill("Ana Ruiz");
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByRole("button", { name: /^Ana Ruiz/ })).toBeVisible();
  await page.getByRole("button", { name: /^Ana Ruiz/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(PATHS.home);
  await page.goto(PATHS.people);
  await expect(page).toHaveURL(PATHS.signIn);

  const { code } = await askForMessage(page, address.replace("ana", "Ana"));
  await page.getByLabel("Code from the message").fill(code.toLowerCase().replace("-", " "));
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(heading(page, PEOPLE_TITLE)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ana Ruiz/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("an address that is typed and sent before the page has come to life is sent, once", async ({ page }) => {
  const address = "early.typist@clinic.example";
  const scripts = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  const asked: (string | null)[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") asked.push(request.postData());
  });
  const keeper = page.waitForResponse(/early-press/);
  await page.goto(PATHS.emailSignIn, { waitUntil: "commit" });
  await (await keeper).finished();
  await page.getByLabel("E-mail address").pressSequentially(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  expect(asked).toEqual([]);
  scripts.resolve();
  await expect(page.getByRole("main").getByText(address)).toBeVisible();
  expect(page.url()).not.toContain("?");
  expect(asked).toEqual([JSON.stringify({ purpose: "sign-in", address })]);
});

test("a link opened in another browser leads nowhere, says why, and its code still works where it was asked for", async ({
  page,
  browser,
}) => {
  const { link, code } = await askForMessage(page, "reads.on.phone@clinic.example");
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 700 } })).newPage();
  await phone.goto(link);
  await expect(phone.getByText("This link was asked for in another browser.")).toBeVisible();
  await expectNoViolation(phone, "link of another browser");
  expect((await phone.context().cookies()).filter(({ name }) => name.includes("session"))).toEqual([]);

  await page.getByLabel("Code from the message").fill("BCDF");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("A code has eight letters and digits, such as BCDF-GH23.")).toBeVisible();
  await page.getByLabel("Code from the message").fill("22222222");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("is not that of the newest message")).toBeVisible();
  await expectNoViolation(page, "a wrong code");
  await page.getByLabel("Code from the message").fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(heading(page, PEOPLE_TITLE)).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("was used before, or its ten minutes are over")).toBeVisible();
  await page.goto(PATHS.openLink);
  await expect(page.getByText("This address lacks the part that makes it work.")).toBeVisible();
});

test("the answer is the same for an address that is known and one that is not", async ({
  request,
  context,
}) => {
  await signInByEmailQuickly(context.request, "known@clinic.example");
  const answers = [];
  for (const address of ["known@clinic.example", "never.seen@clinic.example"]) {
    const answer = await request.post(API_PATHS.askForLink, {
      headers: OWN_ORIGIN,
      data: { purpose: "sign-in", address },
    });
    answers.push({ status: answer.status(), body: await answer.text() });
  }
  expect(answers[0]).toEqual({ status: 202, body: "{}" });
  expect(answers[1]).toEqual(answers[0]);
});

test("asking again and again is refused in words, and nothing that was typed is lost", async ({ page }) => {
  await askForMessage(page, "asks.often@clinic.example");
  const again = page.getByRole("button", { name: "Send a new message" });
  const refused = page.getByText("That was tried too often.");
  await expect(async () => {
    await again.click();
    await expect(refused).toBeVisible({ timeout: 400 });
  }).toPass();
  await page.getByRole("button", { name: "Use another address" }).click();
  await expect(page.getByLabel("E-mail address")).toHaveValue("asks.often@clinic.example");
});

test("a patient adds an address, and gets in with it when Dexcom does not answer", async ({
  page,
  browser,
}) => {
  const address = "second.way@home.example";
  await signInQuickly(page.request, "SecondWay");
  await untilImported(page.request);
  const { id } = await apiOf(page.request).patient();
  await page.goto(PATHS.security);
  await page.getByText(CHANGE).click();
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look in your mail" })).toBeFocused();
  const { code } = await messageTo(page.request, address);
  await page.getByLabel("Code from the message").fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText(`${address}, confirmed`)).toBeVisible();
  await expectNoViolation(page, "two ways in");

  const other = await (await browser.newContext()).newPage();
  const { link } = await askForMessage(other, address);
  await other.goto(link);
  await expect(heading(other, "Overview")).toBeVisible();
  expect((await apiOf(other.request).patient()).id).toBe(id);
  await other.goto(PATHS.security);
  await other.getByText(CHANGE).click();
  await other.getByRole("button", { name: "Remove the address" }).click();
  await expect(other.getByText("No e-mail address yet.")).toBeVisible();
});

test("an older sign-in has to be confirmed first, at Dexcom for identity only", async ({ page }) => {
  await signInQuickly(page.request, "ConfirmsAtDexcom");
  await untilImported(page.request);
  const before = await callsOf("ConfirmsAtDexcom");
  const { id } = await apiOf(page.request).patient();
  const tokens = () => sql("SELECT grant_id FROM connection_token WHERE patient_id = $1", [id]);
  const kept = await tokens();
  await ageProof(page);
  const refused = await page.request.post(API_PATHS.askForLink, {
    headers: OWN_ORIGIN,
    data: { purpose: "add-address", address: "too.old@home.example" },
  });
  expect([refused.status(), await refused.json()]).toMatchObject([403, { code: "confirm-first" }]);

  await page.goto(PATHS.security);
  await page.getByText(CHANGE).click();
  await expect(page.getByRole("heading", { name: "First confirm that it is you" })).toBeVisible();
  await expectNoViolation(page, "confirm first");
  await page.getByRole("button", { name: "Confirm at Dexcom" }).click();
  await authorizeAtDexcom(page, "ConfirmsAtDexcom");
  await expect(page.getByText("You confirmed a moment ago that it is you.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toBeVisible();
  const after = await callsOf("ConfirmsAtDexcom");
  expect(after.codeRedemptions).toBe(before.codeRedemptions + 1);
  // The connection still rests on the grant it had: what Dexcom gave for the proof was thrown away.
  expect(await tokens()).toEqual(kept);

  // Another person's Dexcom account proves nothing.
  await ageProof(page);
  await page.goto(PATHS.security);
  await page.getByText(CHANGE).click();
  await page.getByRole("button", { name: "Confirm at Dexcom" }).click();
  await authorizeAtDexcom(page, "ConfirmsNothing");
  await expect(heading(page, "That is a different Dexcom account")).toBeVisible();
  await page.goto(PATHS.changeWays);
  await expect(page.getByRole("heading", { name: "First confirm that it is you" })).toBeVisible();
});

test("an older sign-in is confirmed by a message to the address that is known", async ({ page }) => {
  const address = "confirms.by.mail@clinic.example";
  await signInByEmailQuickly(page.request, address);
  await ageProof(page);
  await page.goto(PATHS.changeWays);
  await page.getByRole("button", { name: "Send a link to my address" }).click();
  await expect(page.getByLabel("Code from the message")).toBeVisible();
  const { link } = await messageTo(page.request, address);
  await page.goto(link);
  await expect(page.getByText("You confirmed a moment ago that it is you.")).toBeVisible();
  await expect(page.getByText("It is your only way in")).toBeVisible();
});

test("somebody without data has no reports, and deletes their account", async ({ page }) => {
  const address = "leaves@clinic.example";
  await signInByEmailQuickly(page.request, address);
  for (const path of [reportPath.overview("me"), PATHS.connection, PATHS.device, PATHS.home]) {
    await page.goto(path);
    await expect(heading(page, PEOPLE_TITLE)).toBeVisible();
  }
  expect((await page.request.get("/api/v1/patients/me")).status()).toBe(404);
  await page.goto(PATHS.data);
  await page.getByRole("button", { name: "Delete this account" }).click();
  await expect(page.getByText("Please type “delete this account” first.")).toBeVisible();
  await page.getByRole("textbox").fill("delete this account");
  await page.getByRole("button", { name: "Delete this account" }).click();
  await expect(page).toHaveURL(PATHS.home);
  await page.goto(PATHS.people);
  await expect(page).toHaveURL(PATHS.signIn);
});

test("neither token nor code nor address of a message reaches a log or an address that a server sees", async ({
  page,
}) => {
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url()));
  const address = "canary.log@clinic.example";
  const { link, token, code } = await askForMessage(page, address);
  await page.goto(link);
  await expect(heading(page, PEOPLE_TITLE)).toBeVisible();
  const logs = ["app", "worker"].map((name) =>
    readFileSync(`${e2eDataDirectory()}/logs/${name}.log`, "utf8"),
  );
  const sent = seen.map((url) => url.replace(/#.*/, ""));
  for (const secret of [token, code, address]) expect([...logs, ...sent].join("\n")).not.toContain(secret);
  // The watch sees what is asked for.
  expect(sent.join("\n")).toContain(PATHS.openLink);
});
