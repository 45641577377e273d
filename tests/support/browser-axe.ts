import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every rule of axe on everything that the page shows: none switched off, nothing left out. */
export async function expectNoViolation(page: Page, what: string): Promise<void> {
  // Every rule runs; only the details of what passed are not collected, which takes most of the time.
  const { violations, passes } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    // In the page itself: the other way opens a second page to put the results of frames together, and no page has any.
    .setLegacyMode()
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
  expect(found, what).toEqual([]);
  expect(passes.length, what).toBeGreaterThan(8);
}

/** Tabs forward until this has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, name: RegExp | string, pressesMax = 60): Promise<void> {
  for (let presses = 0; presses < pressesMax; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "";
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement
          ? element.labels?.[0]
          : null;
      return (element.getAttribute("aria-label") ?? label?.textContent ?? element.textContent)
        .replaceAll(/\s+/g, " ")
        .trim();
    });
    if (typeof name === "string" ? focused === name : name.test(focused)) return;
  }
  throw new Error(`The keyboard does not reach ${String(name)}.`);
}
