import { expect, test } from "@playwright/test";
import { PATHS, reportPath } from "@/lib/routes";
import { tabTo } from "@/tests/support/browser-axe";
import { untilImported } from "@/tests/support/browser-sign-in";

test("the whole main job works without a mouse", async ({ page, context }) => {
  const { keyboard } = page;
  const press = (key: string) => keyboard.press(key);
  await page.goto(PATHS.home);
  await press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await tabTo(page, "Sign in with Dexcom");
  await press("Enter");

  await expect(page.getByRole("button", { name: "Continue to Dexcom" })).toBeVisible();
  await tabTo(page, "This is me");
  await press("Space");
  await expect(page.getByLabel("This is me")).toBeChecked();
  await tabTo(page, "Continue to Dexcom");
  await press("Enter");

  await expect(page.getByLabel("Sandbox user")).toBeFocused();
  await keyboard.type("Keyboard");
  await expect(page.getByLabel("Sandbox user")).toHaveValue("Keyboard");
  await tabTo(page, "Log in");
  await press("Enter");
  await expect(page.getByLabel("Signature")).toBeVisible();
  await tabTo(page, "Signature");
  await keyboard.type("A Person");
  await tabTo(page, "Authorize");
  await press("Enter");

  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
  await untilImported(context.request);
  await page.reload();
  await press("Tab");
  await press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await tabTo(page, "What is GMI?");
  await press("Enter");
  await expect(page.getByRole("region", { name: "GMI" })).toBeVisible();
  await press("Escape");
  await expect(page.getByRole("region", { name: "GMI" })).toBeHidden();

  await tabTo(page, /\d+ % in range/);
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Daily", level: 1 })).toBeVisible();
  await tabTo(page, /^Next day/);
  const here = page.url();
  await press("Enter");
  await expect(page).not.toHaveURL(here);
  await tabTo(page, /Glucose over the day in mg\/dL/);
  await press("ArrowRight");
  await expect(page.getByText(/^\d+:\d\d [AP]M: \d+ mg\/dL/)).toBeAttached();
  await press("Escape");

  await page.goto(reportPath.overview("me"));
  await tabTo(page, "mmol/L");
  await press("Space");
  await expect(page.getByRole("button", { name: "mmol/L" })).toHaveAttribute("aria-pressed", "true");

  await page.goto(PATHS.connection);
  await tabTo(page, "Sync now");
  await press("Enter");
  await tabTo(page, "Disconnect Dexcom");
  await press("Enter");
  const dialog = page.getByRole("dialog", { name: "Disconnect Dexcom?" });
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 8; presses += 1) {
    // The page behind an open dialog is out of reach; the browser's own bar is not part of it.
    const outside = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && activeElement?.closest("dialog") === null;
    });
    expect(outside).toBe(false);
    await press("Tab");
  }
  await press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Disconnect Dexcom" })).toBeFocused();

  await tabTo(page, /account/);
  await press("Enter");
  await tabTo(page, "Sign out");
  await press("Enter");
  await expect(page.getByRole("link", { name: "Sign in with Dexcom" }).first()).toBeVisible();
});
