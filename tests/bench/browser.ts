import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { ensureChromium } from "@/lib/cli/chromium";

/** A real Chromium without a window. Its GPU and sandbox are what a machine without a screen, and root, allow. */
export function openBrowser(say: (line: string) => void): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(say),
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-dev-shm-usage",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/** A browser of somebody who is signed in, with nothing in its cache. */
export async function signedInContext(
  browser: Browser,
  appUrl: string,
  cookie: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url: appUrl };
    }),
  );
  return context;
}

/** Whether the profile's curves are in the page, in the form of a path that goes somewhere. */
export function isChartPainted(): boolean {
  const curves = [...document.querySelectorAll("svg.recharts-surface path")];
  return curves.some((curve) => (curve.getAttribute("d") ?? "").length > 200);
}
