import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import type { OtherBrowser, OtherEngine } from "@/tests/support/other-browser";

const CANDIDATES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** The Firefox of the distribution. Playwright's own is a patched build that cannot be had everywhere. */
export function firefox(): OtherEngine {
  const executablePath = CANDIDATES.find((file) => existsSync(file));
  return executablePath === undefined
    ? { name: "Firefox", missing: "firefox-esr is not installed" }
    : { name: "Firefox", missing: null, open: () => open(executablePath) };
}

async function open(executablePath: string): Promise<OtherBrowser> {
  // The window by its arguments: setting a viewport asks for more than the extended-support release can do.
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    defaultViewport: null,
    args: ["--width=1280", "--height=900"],
  });
  const page = await browser.newPage();
  return {
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: async (expression) => page.evaluate(expression) as Promise<never>,
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    print: () => page.pdf({ format: "A4" }),
    close: () => browser.close(),
  };
}
