import { expect } from "@playwright/test";

/** Keys that the smoke list presses, under their names in the DOM. */
export type SmokeKey = "Home" | "ArrowRight" | "Escape";

/** As much of a browser as the smoke list needs, whatever drives it. */
export interface OtherBrowser {
  /** Opens an address and returns once the document has been loaded. */
  open(url: string): Promise<void>;
  /** Evaluates an expression in the page. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks, as a person's mouse does, on the first element that matches. */
  click(selector: string): Promise<void>;
  press(key: SmokeKey): Promise<void>;
  /** The page as a PDF. `isWhole` is an expression that is true of it when nothing is on its way any more. */
  print(isWhole: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** How to get a browser here, or why there is none. */
export type OtherEngine =
  | { readonly name: string; readonly missing: string }
  | { readonly name: string; readonly missing: null; open(): Promise<OtherBrowser> };

const WAIT_MS = 30_000;

/** Waits until an expression is true in the page. Pages come and go meanwhile: an error is not yet an answer. */
export async function untilTrue(browser: OtherBrowser, expression: string, what: string): Promise<void> {
  const isTrue = () => browser.evaluate<boolean>(`Boolean(${expression})`).catch(() => false);
  await expect.poll(isTrue, { message: what, timeout: WAIT_MS }).toBe(true);
}

/**
 * Clicks once the element is there and somebody listens, which on a busy machine is well after it was drawn: React hangs a
 * fiber on it while it renders, and hears it once all above it is mounted (the flags are those of app/early-press.js).
 */
export async function clickOn(browser: OtherBrowser, selector: string): Promise<void> {
  const isAlive = `(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    const name = Object.keys(element ?? {}).find((key) => key.startsWith("__reactFiber$"));
    if (name === undefined) return false;
    const isMounted = (fiber) => fiber === null || ((fiber.flags & 0b1_0000_0000_0010) === 0 && isMounted(fiber.return));
    return element[name].alternate !== null || isMounted(element[name]);
  })()`;
  await untilTrue(browser, isAlive, selector);
  await browser.click(selector);
}
