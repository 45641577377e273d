import type { Browser, BrowserContext, Page } from "@playwright/test";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import { VIEWS, type View, viewPath } from "@/lib/routes";
import { signedInContext } from "@/tests/bench/browser";
import { type Figure, figureOf } from "@/tests/bench/figure";
import { accessOf, untilImported } from "@/tests/bench/import";
import { measureJavascriptOfViews } from "@/tests/bench/javascript";
import { askOften } from "@/tests/bench/overview-time";
import { signIn } from "@/tests/bench/sign-in";
import type { BenchWorld } from "@/tests/bench/world";

/** Three years of one person, 315,000 readings: what every view is measured on. */
const PERSON = "ThreeYears";
const ROUNDS = 8;
/** Before them: it loads the scripts, which people do once; given as the cold figure. */
const WARM_UP_ROUNDS = 1;
/** Before the rounds that count, so often per view: a server answers for weeks, and compiles its code in the first minute. */
const SERVER_WARM_UP = 20;
/** What a page still does after it is painted belongs to it, not to the next press: nobody presses within so short a time. */
const BETWEEN_PRESSES_MS = 400;
const SWITCH_MS_MAX = 200;
const SWITCH_YEAR_MS_MAX = 500;
const FIRST_LOAD_MS_MAX = 1_500;
const FIRST_LOADS = 21;
const SLOW_DOWN = 4;
const LONG_TASK_MS_MAX = 100;

/** What `prepare` puts into a page. */
interface InPage {
  readonly isPainted: typeof isPainted;
  readonly afterFrame: typeof afterFrame;
}

/** Views with a period, between which and within which people switch. */
const WITH_PERIOD: readonly View[] = ["overview", "overlay", "profile", "compare", "patterns", "statistics"];

/** Imports the person, then measures switching, first loads, moving over charts and shifts of the layout. */
export async function measureViews(world: BenchWorld, browser: Browser): Promise<Figure[]> {
  const { cookie } = await signIn(world, PERSON);
  await untilImported(await accessOf(cookie));
  return [
    ...(await measureSwitching(world, browser, cookie)),
    await measureFirstLoads(world, browser, cookie),
    await measureLongTasks(world, browser, cookie, {
      name: "longest task while moving over Overlay, 90 days",
      path: `${viewPath("me", "overlay")}?days=90`,
      act: hover,
    }),
    await measureLongTasks(world, browser, cookie, {
      name: "longest task while zooming and panning Daily",
      path: viewPath("me", "daily"),
      act: zoomAndPan,
    }),
    await measureShifts(world, browser, cookie),
    await measureJavascriptOfViews(world, browser, cookie),
  ];
}

async function measureSwitching(world: BenchWorld, browser: Browser, cookie: string): Promise<Figure[]> {
  const context = await signedInContext(browser, world.appUrl, cookie);
  try {
    await prepare(context);
    const page = await context.newPage();
    const byView: Record<string, number[]> = {};
    const coldByView: Record<string, number> = {};
    const periods: number[] = [];
    const years: number[] = [];
    await page.goto(`${world.appUrl}${viewPath("me", "overview")}?days=90`);
    await page.waitForFunction(isPainted, "", { polling: "raf" });
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      if (round === WARM_UP_ROUNDS) await warmUp(world, cookie);
      for (const view of [...WITH_PERIOD.slice(1), "overview" as const]) {
        const ms = await press(page, `nav a[href^="${viewPath("me", view)}"]`);
        if (round < WARM_UP_ROUNDS) coldByView[view] = ms;
        else byView[view] = [...(byView[view] ?? []), ms];
      }
    }
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1)
      for (const days of [7, 30, 90, 14]) {
        const ms = await press(page, `a[href$="days=${days}"]`);
        if (round >= WARM_UP_ROUNDS) periods.push(ms);
      }
    const to = (await lastDate(page)) as LocalDate;
    await page.goto(`${world.appUrl}${viewPath("me", "overview")}?from=${addDays(to, -364)}&to=${to}`);
    await page.waitForFunction(isPainted, "", { polling: "raf" });
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1)
      for (const direction of ["prev", "next"]) {
        const ms = await press(page, `[role="group"] a[rel="${direction}"]`);
        if (round >= WARM_UP_ROUNDS) years.push(ms);
      }
    const figure = (name: string, samples: number[], max: number, detail = {}) =>
      figureOf(name, "ms", { samples, target: { max, of: "p95" }, detail });
    return [
      figure(
        "switch of view at 90 days, from the press to the painted page",
        Object.values(byView).flat(),
        SWITCH_MS_MAX,
        { msByView: byView, coldMsByView: coldByView },
      ),
      figure("switch of period up to 90 days, from the press to the painted page", periods, SWITCH_MS_MAX),
      figure("switch to another 365 days, from the press to the painted page", years, SWITCH_YEAR_MS_MAX),
    ];
  } finally {
    await context.close();
  }
}

/** The last day that can be chosen. */
async function lastDate(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Custom" }).click();
  const last = await page.locator('input[name="to"]').getAttribute("max");
  await page.keyboard.press("Escape");
  return last ?? "";
}

/** Puts what runs in pages into every page to come. */
async function prepare(context: BrowserContext): Promise<void> {
  // esbuild names the functions inside of functions with a helper that only its own modules have.
  await context.addInitScript(
    `globalThis.__name = (fn) => fn; globalThis.isPainted = ${isPainted.toString()}; globalThis.afterFrame = ${afterFrame.toString()};`,
  );
}

async function warmUp(world: BenchWorld, cookie: string): Promise<void> {
  for (const view of WITH_PERIOD)
    await askOften(world, cookie, `${viewPath("me", view)}?days=90`, SERVER_WARM_UP);
}

/** Presses a link in a page at rest and waits, in the page, until its target has been painted. Milliseconds. */
async function press(page: Page, selector: string): Promise<number> {
  await page.waitForTimeout(BETWEEN_PRESSES_MS);
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const link = [...document.querySelectorAll<HTMLAnchorElement>(wanted)].find((one) =>
          one.checkVisibility(),
        );
        if (!link) return reject(new Error(`There is no link ${wanted}`));
        const target = link.href;
        const { isPainted: isThere, afterFrame: after } = globalThis as unknown as InPage;
        const began = performance.now();
        // Looked at when the page changes, not in every frame: asking for frames would slow down what is measured.
        const changes = new MutationObserver(() => {
          if (!isThere(target)) return;
          changes.disconnect();
          after(() => resolve(performance.now() - began));
        });
        changes.observe(document, { subtree: true, childList: true, attributes: true });
        link.click();
      }),
    selector,
  );
}

/**
 * Calls back when the next frame has been drawn. A task of the highest priority comes right after it; a message would wait
 * for every script that is queued. Runs in the page.
 */
function afterFrame(drawn: () => void): void {
  const { scheduler } = globalThis as unknown as {
    scheduler: { postTask(task: () => void, options: { priority: "user-blocking" }): Promise<void> };
  };
  requestAnimationFrame(() => void scheduler.postTask(drawn, { priority: "user-blocking" }));
}

/**
 * Whether the page of this address is there with everything drawn: the address is shown, every chart has a drawing, and
 * nothing is on its way. Runs in the page.
 */
function isPainted(href: string): boolean {
  if (href !== "" && location.href !== href) return false;
  if (document.querySelector("[data-pending], [aria-busy='true']")) return false;
  const charts = [...document.querySelectorAll('main [role="application"]')];
  return (
    document.querySelector("main h1") !== null &&
    document.querySelectorAll("main [data-skeleton]").length === 0 &&
    charts.every((chart) => chart.querySelector("svg path, svg rect, canvas") !== null)
  );
}

/**
 * From the start of the navigation until Overview's profile is painted, by the page's own clock: asked from outside, the
 * answer waits for a main thread that is busy with something else.
 */
async function measureFirstLoads(world: BenchWorld, browser: Browser, cookie: string): Promise<Figure> {
  const loads: number[] = [];
  for (let i = 0; i < FIRST_LOADS; i += 1) {
    const context = await signedInContext(browser, world.appUrl, cookie);
    try {
      await prepare(context);
      await context.addInitScript(noteFirstChart);
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW_DOWN });
      await page.goto(`${world.appUrl}${viewPath("me", "overview")}`, { waitUntil: "load" });
      loads.push(
        await page.evaluate(() => (globalThis as unknown as { firstChart: Promise<number> }).firstChart),
      );
    } finally {
      await context.close();
    }
  }
  const [first = 0, ...rest] = loads;
  return figureOf(
    `Overview, empty cache, processor slowed ${SLOW_DOWN} times, until the chart is painted`,
    "ms",
    {
      samples: rest,
      cold: first,
      target: { max: FIRST_LOAD_MS_MAX, of: "p95" },
    },
  );
}

/** Notes when the first frame with the curves of a chart was drawn, in milliseconds of the page. Runs in the page. */
function noteFirstChart(): void {
  const firstChart = new Promise<number>((resolve) => {
    const changes = new MutationObserver(() => {
      if (document.querySelector("main figure :is([data-sketch], [role='application']) svg path") === null)
        return;
      changes.disconnect();
      (globalThis as unknown as InPage).afterFrame(() => resolve(performance.now()));
    });
    changes.observe(document, { subtree: true, childList: true });
  });
  Object.assign(globalThis, { firstChart });
}

interface Motion {
  readonly name: string;
  readonly path: string;
  readonly act: (page: Page) => Promise<void>;
}

async function measureLongTasks(
  world: BenchWorld,
  browser: Browser,
  cookie: string,
  { name, path, act }: Motion,
): Promise<Figure> {
  const context = await signedInContext(browser, world.appUrl, cookie);
  try {
    const page = await context.newPage();
    await page.goto(`${world.appUrl}${path}`);
    await page.waitForFunction(isPainted, "", { polling: "raf" });
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: "longtask" });
    });
    await act(page);
    const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
    return figureOf(name, "ms", {
      // Tasks below 50 ms are not reported by the browser: 0 stands for all of them.
      samples: [Math.max(0, ...tasks)],
      target: { max: LONG_TASK_MS_MAX, of: "median" },
      detail: { tasksOver50Ms: tasks.length },
    });
  } finally {
    await context.close();
  }
}

/** Back and forth over the whole chart with the mouse. */
async function hover(page: Page): Promise<void> {
  const box = await page.getByRole("application").first().boundingBox();
  if (!box) throw new Error("There is no chart to move over");
  for (let step = 0; step <= 120; step += 1) {
    const across = (step % 40) / 40;
    await page.mouse.move(
      box.x + 50 + across * (box.width - 100),
      box.y + 40 + ((step * 7) % (box.height - 80)),
    );
  }
}

/** Into the day by keyboard and through it, then out again. */
async function zoomAndPan(page: Page): Promise<void> {
  await page.getByRole("application").first().focus();
  for (const key of ["+", "+", "+"]) await page.keyboard.press(key);
  for (let step = 0; step < 30; step += 1) await page.keyboard.press("Shift+ArrowLeft");
  for (let step = 0; step < 30; step += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("0");
}

/** The sum of unexpected shifts of each view's layout while it loads, as Chromium scores them. */
async function measureShifts(world: BenchWorld, browser: Browser, cookie: string): Promise<Figure> {
  const context = await signedInContext(browser, world.appUrl, cookie);
  try {
    await context.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { layoutShifts: shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[])
          if (!entry.hadRecentInput) shifts.push(entry.value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    const page = await context.newPage();
    const byView: Record<string, number> = {};
    for (const view of VIEWS) {
      await page.goto(`${world.appUrl}${viewPath("me", view)}`);
      await page.waitForFunction(isPainted, "", { polling: "raf" });
      await page.waitForLoadState("networkidle");
      const shifts = await page.evaluate(
        () => (globalThis as unknown as { layoutShifts: number[] }).layoutShifts,
      );
      byView[view] = shifts.reduce((sum, one) => sum + one, 0);
    }
    return figureOf("largest layout shift of any view while it loads", "score", {
      samples: [Math.max(...Object.values(byView))],
      target: { max: 0, of: "median" },
      detail: { byView },
    });
  } finally {
    await context.close();
  }
}
