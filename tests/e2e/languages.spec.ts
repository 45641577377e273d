import { expect, test } from "@playwright/test";
import { PATHS, reportPath, VIEWS, viewPath } from "@/lib/routes";
import { expectNoViolation } from "@/tests/support/browser-axe";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

/** Words that only an English page has; names of units, products and papers are none. */
const ENGLISH = /\b(the|and|with|your|days|readings|range|average|shows?|below|above)\b/i;

test.describe("a browser that asks for Spanish", () => {
  test.use({ locale: "es-MX" });

  test("reads every view in Spanish, with its own dates", async ({ page, context }) => {
    test.setTimeout(120_000);
    await signInQuickly(context.request, "NightLows");
    await untilImported(context.request);
    for (const view of VIEWS) {
      await page.goto(viewPath("me", view));
      await expect(page.locator("html")).toHaveAttribute("lang", "es");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // What is quoted from a paper or from the person stays as it is, and says so.
      const text = await page.evaluate(() => {
        const copy = document.body.cloneNode(true) as HTMLElement;
        for (const foreign of copy.querySelectorAll("[lang='en'], script, style, noscript")) foreign.remove();
        return copy.textContent.replaceAll(/\s+/g, " ");
      });
      expect(
        ENGLISH.exec(text)?.input.slice(
          Math.max(0, (ENGLISH.exec(text)?.index ?? 0) - 60),
          (ENGLISH.exec(text)?.index ?? 0) + 60,
        ) ?? null,
        view,
      ).toBeNull();
    }
  });

  test("can choose English, and keeps it", async ({ page }) => {
    await page.goto(PATHS.home);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.goto(PATHS.help);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expectNoViolation(page, "help in English");
  });
});

test("a signed-in person changes the language without losing their place", async ({ page, context }) => {
  await signInQuickly(context.request, "NightLows");
  await untilImported(context.request);
  await page.goto(`${reportPath.overview("me")}?days=7`);
  await page.getByRole("button", { name: /account/ }).click();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Resumen" })).toBeVisible();
  await expect(page).toHaveURL(/days=7/);
});
