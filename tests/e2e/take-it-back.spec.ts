import { expect, type Page } from "@playwright/test";
import { PATHS, reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { sql } from "@/tests/support/browser-database";
import { dayLinks } from "@/tests/support/browser-reports";
import {
  authorizeAtDexcom,
  continueToDexcom,
  goToDexcom,
  signInQuickly,
  untilImported,
} from "@/tests/support/browser-sign-in";
import { callsOf } from "@/tests/support/browser-simulator";
import { test } from "@/tests/support/browser-test";

const OVERVIEW = reportPath.overview("me");

async function disconnect(page: Page, choice: "Keep my data here" | "Delete my data too"): Promise<void> {
  await page.goto(PATHS.connection);
  await page.getByRole("button", { name: "Disconnect Dexcom" }).click();
  const dialog = page.getByRole("dialog", { name: "Disconnect Dexcom?" });
  await dialog.getByLabel(choice).check();
  await dialog.getByRole("button", { name: /^Disconnect and/ }).click();
  await expect(page.getByRole("heading", { name: "Dexcom is disconnected" })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in with Dexcom" }).first()).toBeVisible();
}

async function tokensOf(patientId: string): Promise<number> {
  return (await sql("SELECT 1 FROM connection_token WHERE patient_id = $1", [patientId])).length;
}

test("disconnecting keeps the data; signing in again is identity only until Reconnect is pressed", async ({
  page,
  context,
}) => {
  await signInQuickly(context.request, "Leaves");
  await untilImported(context.request);
  const api = apiOf(context.request);
  const { id } = await api.patient();
  // Both ends are fixed and older than the delay: whatever becomes available meanwhile is not part of it.
  const now = Date.now();
  const settled = () => api.readings(now - 30 * 86_400_000, now - 4 * 3_600_000);
  const before = await settled();
  const refreshesBefore = (await callsOf("Leaves")).refreshes;

  await disconnect(page, "Keep my data here");
  // A last refresh, its answer thrown away, makes every copy of the stored tokens worthless.
  expect((await callsOf("Leaves")).refreshes).toBe(refreshesBefore + 1);
  expect(await tokensOf(id)).toBe(0);
  await expect(page.getByText("The permission itself is kept at Dexcom and ends only there.")).toBeVisible();

  await page.goto(OVERVIEW);
  await expect(page.getByText("Dexcom is disconnected")).toBeVisible();
  await expect(page.getByText(/Data ends /)).toBeVisible();
  await expect(dayLinks(page)).toHaveCount(14);
  expect((await settled()).readings).toEqual(before.readings);

  await signOut(page);
  await page.goto(OVERVIEW);
  await expect(page).toHaveURL(PATHS.signIn);

  await goToDexcom(page);
  await authorizeAtDexcom(page, "Leaves");
  await expect(page.getByRole("heading", { name: "Dexcom is disconnected" })).toBeVisible();
  expect((await api.patient()).connection?.status).toBe("disconnected");
  expect(await tokensOf(id)).toBe(0);

  await page.getByRole("link", { name: "Reconnect Dexcom" }).click();
  await continueToDexcom(page);
  await authorizeAtDexcom(page, "Leaves");
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
  await untilImported(context.request);
  expect((await api.patient()).id).toBe(id);
  expect(await tokensOf(id)).toBe(1);
  expect((await settled()).readings).toEqual(before.readings);
});

test("disconnecting with the data leaves not one reading", async ({ page, context }) => {
  await signInQuickly(context.request, "Deletes");
  await untilImported(context.request);
  const api = apiOf(context.request);
  const { id } = await api.patient();
  expect((await sql("SELECT 1 FROM day_block WHERE patient_id = $1", [id])).length).toBeGreaterThan(10);

  await disconnect(page, "Delete my data too");
  expect(await sql("SELECT 1 FROM day_block WHERE patient_id = $1", [id])).toEqual([]);
  expect((await api.readings(Date.now() - 30 * 86_400_000, Date.now())).readings).toEqual([]);
  await page.goto(OVERVIEW);
  await expect(page.getByText("There are no readings yet").first()).toBeVisible();
  await expect(dayLinks(page)).toHaveCount(0);
});

test("deleting everything shows what goes, signs out and gives a receipt with the date", async ({
  page,
  context,
  playwright,
}) => {
  await signInQuickly(context.request, "SparseWearer");
  await untilImported(context.request);
  const { id } = await apiOf(context.request).patient();
  const cookies = await context.cookies();
  await page.goto(PATHS.data);
  await expect(page.getByRole("term").filter({ hasText: "Glucose" })).toBeVisible();
  await expect(page.getByText(/^\d+ days, /)).toBeVisible();

  // Not by chance: the words have to be typed.
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByText("Nothing was deleted.")).toBeVisible();
  expect((await apiOf(context.request).patient()).id).toBe(id);

  await page.getByLabel(/delete everything/).fill("delete everything");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByRole("heading", { name: "Your data is deleted" })).toBeVisible();
  const inSevenDays = new Date(Date.now() + 7 * 86_400_000).toLocaleDateString("en-US", {
    timeZone: "UTC",
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
  });
  await expect(page.getByText(`${inSevenDays} (UTC)`)).toBeVisible();
  const receipt = page.url().split("/").at(-1);
  await expect(page.getByText(receipt ?? "none")).toBeVisible();

  await page.goto(OVERVIEW);
  await expect(page).toHaveURL(PATHS.signIn);
  const thief = await playwright.request.newContext({ storageState: { cookies, origins: [] } });
  expect((await thief.get(new URL("/api/v1/patients/me", page.url()).href)).status()).toBe(401);
  await thief.dispose();

  for (const table of await tablesWithPatients())
    expect(await sql(`SELECT 1 FROM ${table} WHERE patient_id = $1`, [id]), table).toEqual([]);
});

/** Every table that names patients, new ones included, the record of what happened among them. */
async function tablesWithPatients(): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.columns
     WHERE column_name = 'patient_id' AND table_schema IN ('public', 'keys')`,
  );
  expect(tables.length).toBeGreaterThan(6);
  return tables.map(({ name }) => name);
}
