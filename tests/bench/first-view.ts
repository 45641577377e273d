import type { Browser, Page } from "@playwright/test";
import { PATHS } from "@/lib/routes";
import { isChartPainted } from "@/tests/bench/browser";
import { type Figure, figureOf } from "@/tests/bench/figure";
import { accessOf, untilImported } from "@/tests/bench/import";
import { benchPersonName } from "@/tests/bench/people";
import type { BenchWorld } from "@/tests/bench/world";

interface FirstView {
  readonly figuresMs: number;
  readonly chartMs: number;
  /** The whole import went on behind; how long it took with this page open. */
  readonly importSeconds: number;
}

const DAYS = 14;
const VISIBLE_MS_MAX = 60_000;

/** From pressing Authorize to 14 days in figures, each time somebody else with a year of history in a fresh browser. */
export async function measureFirstView(
  world: BenchWorld,
  browser: Browser,
  indices: readonly number[],
): Promise<Figure[]> {
  const views: FirstView[] = [];
  for (const index of indices)
    views.push(await firstView(world, browser, benchPersonName(world.seed, index)));
  const [first, ...rest] = views;
  if (!first) throw new Error("nobody to look at");
  return [
    figureOf("first 14 days visible, from Authorize to the figures", "s", {
      samples: rest.map(({ figuresMs }) => figuresMs / 1000),
      cold: first.figuresMs / 1000,
      target: { max: 3, of: "median" },
    }),
    figureOf("first 14 days visible, from Authorize to the curves", "s", {
      samples: rest.map(({ chartMs }) => chartMs / 1000),
      cold: first.chartMs / 1000,
    }),
    figureOf("import of 365 days with the page open in Chromium", "s", {
      samples: rest.map(({ importSeconds }) => importSeconds),
      cold: first.importSeconds,
      target: { max: 15, of: "median" },
    }),
  ];
}

async function firstView(world: BenchWorld, browser: Browser, name: string): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  try {
    const page = await context.newPage();
    await page.goto(`${world.appUrl}${PATHS.home}`);
    await page.getByRole("link", { name: "Sign in with Dexcom" }).first().click();
    await page.getByLabel("This is me").check();
    await page.getByRole("button", { name: "Continue to Dexcom" }).click();
    await page.getByLabel("Sandbox user").selectOption(name);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByLabel("Signature").fill("Bench");

    const began = performance.now();
    await page.getByRole("button", { name: "Authorize" }).click({ noWaitAfter: true });
    await page.waitForFunction(areFiguresVisible, DAYS, { polling: "raf", timeout: VISIBLE_MS_MAX });
    const figuresMs = performance.now() - began;
    await page.waitForFunction(isChartPainted, undefined, { polling: "raf", timeout: VISIBLE_MS_MAX });
    const chartMs = performance.now() - began;
    const { startedAt, finishedAt } = await untilImported(await accessOf(await cookieOf(page)));
    return { figuresMs, chartMs, importSeconds: (finishedAt - startedAt) / 1000 };
  } finally {
    await context.close();
  }
}

/** Mean, GMI, CV and SD with a number each, and a curve for all days; today's may have no reading yet. Runs in the page. */
function areFiguresVisible(days: number): boolean {
  const figures = document.querySelector('section[aria-label="Key figures"]');
  if (!figures?.checkVisibility()) return false;
  const numbers = [...figures.querySelectorAll("dd")].filter((cell) => /^\s*\d/.test(cell.textContent));
  const curves = [...document.querySelectorAll('a[href*="/daily?date="] svg path')];
  const drawn = new Set(curves.map((curve) => curve.closest("a")));
  return numbers.length >= 4 && drawn.size >= days - 1;
}

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
