import { expect } from "@playwright/test";
import { en } from "@/lib/i18n/messages/en";
import { PATHS, reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { tracesOf } from "@/tests/support/browser-database";
import {
  agreeAtDexcom,
  beginTrip,
  continueToDexcom,
  OWN_ORIGIN,
  signInQuickly,
} from "@/tests/support/browser-sign-in";
import { callsOf } from "@/tests/support/browser-simulator";
import { test } from "@/tests/support/browser-test";

const SIGNED_IN = { people: 1, connections: 1, tokens: 1, sessions: 1 };
const API_ME = "/api/v1/patients/me";

test("twenty arrivals of the same answer make one exchange, one person and one session", async ({
  context,
}) => {
  const back = await agreeAtDexcom(context.request, await beginTrip(context.request), "ComesBackTwice");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fetch(back, { redirect: "manual", headers: { cookie } })),
  );
  const places = answers.map(({ status, headers }) => {
    expect(status).toBe(303);
    return new URL(headers.get("location") ?? "", back).pathname;
  });
  expect(places.filter((path) => path === reportPath.overview("me"))).toHaveLength(1);
  expect(places.filter((path) => path === PATHS.problem("too-late"))).toHaveLength(19);
  expect(await callsOf("ComesBackTwice")).toMatchObject({
    codeRedemptions: 1,
    codeReuses: 0,
    codeRefusals: 0,
  });
  expect(await tracesOf("ComesBackTwice")).toEqual(SIGNED_IN);
});

test("a session that ended meanwhile cannot be reconnected to: said so, nothing lost", async ({
  page,
  context,
}) => {
  await signInQuickly(context.request, "SignedOutMeanwhile");
  const back = await agreeAtDexcom(
    context.request,
    await beginTrip(context.request, "reconnect"),
    "SignedOutMeanwhile",
  );
  const out = await context.request.post("/api/sign-out", { headers: OWN_ORIGIN, data: {} });
  expect(out.status()).toBe(204);
  const { codeRedemptions } = await callsOf("SignedOutMeanwhile");
  await page.goto(back.href);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.pages.problem["signed-out"].title);
  expect((await callsOf("SignedOutMeanwhile")).codeRedemptions).toBe(codeRedemptions);
  expect(await tracesOf("SignedOutMeanwhile")).toEqual({ ...SIGNED_IN, sessions: 0 });
});

test("another Dexcom account never attaches to the current person", async ({ page, context }) => {
  await signInQuickly(context.request, "Reconnects");
  const { id } = await apiOf(context.request).patient();
  await page.goto(PATHS.reconnect);
  await continueToDexcom(page);
  await page.getByLabel("Sandbox user").selectOption("SomebodyElse");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByLabel("Signature").fill("A Person");
  await page.getByRole("button", { name: "Authorize" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.pages.problem["wrong-account"].title);
  expect(await tracesOf("SomebodyElse")).toEqual({ people: 0, connections: 0, tokens: 0, sessions: 0 });
  expect(await tracesOf("Reconnects")).toEqual(SIGNED_IN);
  await page.getByRole("link", { name: "Back to Connection" }).click();
  await expect(page.getByRole("heading", { name: "Connection", level: 1 })).toBeVisible();
  expect((await apiOf(context.request).patient()).id).toBe(id);
});

test("each sign-in has a new session id, and the one before ends", async ({
  context,
  playwright,
  baseURL,
}) => {
  const sessionCookie = async () =>
    (await context.cookies()).find(({ name }) => name === "hindsight.session")?.value ?? "none";
  await context.addCookies([
    { name: "hindsight.session", value: "chosen-by-somebody-else", url: baseURL ?? "" },
  ]);
  await signInQuickly(context.request, "Session");
  const first = await sessionCookie();
  expect(first).toMatch(/^[\w-]{43}$/);
  await signInQuickly(context.request, "Session");
  const second = await sessionCookie();
  expect(second).not.toBe(first);
  const old = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { cookie: `hindsight.session=${first}` },
  });
  expect((await old.get(API_ME)).status()).toBe(401);
  expect((await context.request.get(API_ME)).status()).toBe(200);
  await old.dispose();
});
