import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Every rule of axe on everything that the page shows: none switched off, nothing left out. */
export async function expectNoViolation(page: Page, what: string): Promise<void> {
  const passes = await violationsFree(page, what, axeOn(page));
  expect(passes, what).toBeGreaterThan(8);
}

/** What axe asks about colours unless it is asked for more. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"] as const;

/** Every rule about colours, for a page whose other rules have all been asked in other colours at the same size. */
export async function expectNoColourViolation(page: Page, what: string): Promise<void> {
  const passes = await violationsFree(page, what, axeOn(page).withRules([...COLOUR_RULES]));
  // A page has no links within text, perhaps, but it has text.
  expect(passes, what).toBeGreaterThan(0);
}

function axeOn(page: Page): AxeBuilder {
  return (
    new AxeBuilder({ page })
      // Only the details of what passed are not collected, which takes most of the time.
      .options({ resultTypes: ["violations"] })
      // In the page itself: the other way opens a second page to put the results of frames together, and no page has any.
      .setLegacyMode()
  );
}

/** A button that changes its colours with the page's is for a moment in none of them: what is on its way arrives at once. */
async function letColoursArrive(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  });
}

/** How many rules passed. */
async function violationsFree(page: Page, what: string, axe: AxeBuilder): Promise<number> {
  await letColoursArrive(page);
  const { violations, passes } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
  expect(found, what).toEqual([]);
  return passes.length;
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
