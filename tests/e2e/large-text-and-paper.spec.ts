import { expect } from "@playwright/test";
import { reportPath, VIEWS, viewPath } from "@/lib/routes";
import { PATIENT_PAGES } from "@/tests/support/browser-pages";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

const PERSON = "NightLows";
/** Twice the browser's usual size, as somebody sets it who reads large letters. */
const LARGE_PX = 32;

test.describe.configure({ mode: "parallel", timeout: 120_000 });

test("with letters twice as large every page still fits the window", async ({
  playwright,
  baseURL,
}, info) => {
  const options = info.project.use.launchOptions ?? {};
  const browser = await playwright.chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--blink-settings=defaultFontSize=${LARGE_PX}`],
  });
  try {
    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      viewport: { width: 1_280, height: 900 },
    });
    await signInQuickly(context.request, PERSON);
    await untilImported(context.request);
    const page = await context.newPage();
    for (const path of PATIENT_PAGES) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const root = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return {
            letterPx: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
            beyond: scrollWidth - clientWidth,
          };
        });
      await expect.poll(root, path).toEqual({ letterPx: LARGE_PX, beyond: 0 });
    }
  } finally {
    await browser.close();
  }
});

test("every view on paper says when it was made, how old it is and what it is not for, without buttons", async ({
  page,
  context,
}) => {
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
  await page.emulateMedia({ media: "print" });
  for (const path of [...VIEWS.map((view) => viewPath("me", view)), reportPath.certificate("me")]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const made = page.getByText(/^Made with Hindsight · \w+, \w+ \d+, \d{4}, /).filter({ visible: true });
    await expect(made, path).toHaveCount(1);
    await expect(page.getByText(/^Data through /).first(), path).toBeVisible();
    await expect(page.getByText(/not for treatment decisions/i).first(), path).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" }), path).toHaveCount(0);
    // The account's own button says whose data it is, and stays.
    const buttons = page.getByRole("button").filter({ visible: true, hasNotText: "Your data" });
    await expect(buttons, path).toHaveCount(0);
    // A grid would print what follows a page break over what did not fit before it.
    await expect(page.getByRole("main"), path).toHaveCSS("display", "block");
  }
});
