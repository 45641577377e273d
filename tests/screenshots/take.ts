import "@/lib/cli/require-node";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { runCommand } from "@/lib/cli/command";
import { startHindsight } from "@/lib/cli/hindsight";
import { createProgress } from "@/lib/cli/progress";
import { inProject } from "@/lib/cli/project";
import { systemClock } from "@/lib/clock";
import { addDays, localDateOf } from "@/lib/glucose/local-time";
import { API_PATHS, viewPath } from "@/lib/routes";
import { openBrowser } from "@/tests/bench/browser";
import { e2eAddresses, handOverDataDirectory } from "@/tests/setup/e2e-addresses";
import { openClinic } from "./clinic";
import { PERSON_IN_PICTURES, PICTURES, type Picture, SHARING, WRITTEN } from "./pictures";

// `npm run screenshots [name …]`: starts the demo on free ports and takes every picture, or those named.

const FOLDER = inProject("tests/screenshots");

async function take(
  page: Page,
  { name, path: address, width, look, isWhole = false, as }: Picture,
): Promise<void> {
  await page.setViewportSize({ width, height: width < 640 ? 1_500 : 1_000 });
  await page.emulateMedia(
    look === "print" ? { media: "print", colorScheme: "light" } : { media: "screen", colorScheme: look },
  );
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  if (as === "clinician") {
    // Whoever needs a look first, beside the list.
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Mark reviewed" })).toBeVisible();
  }
  for (const chart of await page.getByRole("application").all())
    await expect(chart.locator("svg, canvas").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage: isWhole || look === "print" });
}

/** Writes down what the person has to remember, so that no view is empty. */
async function write(request: APIRequestContext, headers: Readonly<Record<string, string>>): Promise<void> {
  const dateOf = (daysAgo: number) => addDays(localDateOf(systemClock.now(), 0), -daysAgo);
  const post = async (what: string, data: object) => {
    const response = await request.post(`/api/v1/patients/me/${what}`, { headers, data });
    expect(response.status(), what).toBe(201);
  };
  for (const { daysAgo, ...note } of WRITTEN.notes) await post("notes", { ...note, date: dateOf(daysAgo) });
  for (const { daysAgo, value } of WRITTEN.labResults)
    await post("lab-results", { date: dateOf(daysAgo), unit: "%", value });
}

/** Lets two people in, one of whom has looked around, and hands over a link that was opened. */
async function share(browser: Browser, owner: APIRequestContext, baseURL: string): Promise<void> {
  const { ALL_REPORTS, giveName, letIn, signInAsViewer } = await import("@/tests/support/browser-viewers");
  await giveName(owner, SHARING.owner);
  const { id } = (await (await owner.get("/api/v1/patients/me")).json()) as { id: string };
  for (const { terms, looks, ...viewer } of SHARING.viewers) {
    const context = await browser.newContext({ baseURL });
    await signInAsViewer(context.request, viewer);
    await letIn(owner, context.request, { ...ALL_REPORTS, ...terms });
    for (const view of looks) await context.request.get(viewPath(id, view));
  }
  const { makeLink } = await import("@/tests/support/browser-links");
  const { link, passcode } = await makeLink(owner, { lasts: "visit", note: SHARING.link });
  const { request: visitor } = await browser.newContext({ baseURL });
  const data = { token: new URL(link).hash.slice(1), passcode };
  await visitor.post(API_PATHS.openViewLink, { headers: { origin: new URL(baseURL).origin }, data });
}

async function takeAll(wanted: readonly Picture[]): Promise<void> {
  const { port, simulatorPort, appUrl } = e2eAddresses();
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "hindsight-pictures-"));
  chmodSync(dataDirectory, 0o711);
  handOverDataDirectory(dataDirectory);
  const hindsight = await startHindsight({
    mode: "demo",
    environment: { PORT: String(port), DEXCOM_SIMULATOR_PORT: String(simulatorPort) },
    dataDirectory,
    simulatorArguments: [],
    progress: createProgress(),
  });
  const browser = await openBrowser(console.log);
  try {
    // Reads the addresses when it is loaded, so only once they are decided.
    const { OWN_ORIGIN, signInQuickly, untilImported } = await import("@/tests/support/browser-sign-in");
    const context = await browser.newContext({ baseURL: appUrl, locale: "en-US", timezoneId: "UTC" });
    await signInQuickly(context.request, PERSON_IN_PICTURES);
    await untilImported(context.request);
    await write(context.request, OWN_ORIGIN);
    await share(browser, context.request, appUrl);
    const page = await context.newPage();
    const { addPasskey, virtualDevice } = await import("@/tests/support/browser-passkeys");
    await virtualDevice(page);
    await addPasskey(page);
    const clinic = wanted.some(({ as }) => as === "clinician") ? await openClinic(browser, appUrl) : page;
    for (const picture of wanted) {
      await take(picture.as === "clinician" ? clinic : page, picture);
      console.log(`✓ ${picture.name}`);
    }
  } finally {
    await browser.close();
    await hindsight.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

await runCommand(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !PICTURES.some((picture) => picture.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no picture called ${unknown.join(", ")}. There are: ${PICTURES.map(({ name }) => name).join(", ")}.`,
    );
    return 1;
  }
  await takeAll(PICTURES.filter(({ name }) => names.length === 0 || names.includes(name)));
  return 0;
});
