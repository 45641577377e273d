import { type Browser, expect, type Page } from "@playwright/test";
import { PATHS } from "@/lib/routes";
import { CLINIC } from "./pictures";

/** Opens the list of a clinic with which all of `CLINIC` share, once the figures of each have been counted. */
export async function openClinic(browser: Browser, baseURL: string): Promise<Page> {
  // They read the addresses when they are loaded, so only once those are decided.
  const { signInQuickly, untilImported } = await import("@/tests/support/browser-sign-in");
  const { giveName, signInAsViewer } = await import("@/tests/support/browser-viewers");
  const { letClinicIn, setUpClinic } = await import("@/tests/support/browser-clinics");
  const context = await browser.newContext({ baseURL, locale: "en-US", timezoneId: "UTC" });
  await signInAsViewer(context.request, CLINIC.member);
  const clinic = await setUpClinic(context.request, CLINIC.name);
  for (const { person, name } of CLINIC.patients) {
    const { request } = await browser.newContext({ baseURL });
    await signInQuickly(request, person);
    await untilImported(request);
    await giveName(request, name);
    await letClinicIn(request, clinic, { lasts: "90-days" });
  }
  const page = await context.newPage();
  await expect(async () => {
    await page.goto(PATHS.clinics);
    const rows = page.getByRole("main").getByRole("row");
    for (const { name } of CLINIC.patients)
      await expect(rows.filter({ hasText: name })).toContainText(/\d+ %/, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  return page;
}
