import "@/lib/cli/require-node";
import { parseArgs } from "node:util";
import { runCommand } from "@/lib/cli/command";
import { database } from "@/lib/db/client";
import { reportPath } from "@/lib/routes";
import { StartProblem } from "@/lib/start-problem";
import { type Measured, measureApart } from "@/tests/bench/apart";
import { openBrowser } from "@/tests/bench/browser";
import { measureClone } from "@/tests/bench/clone";
import { measureEngine } from "@/tests/bench/engine";
import type { Figure } from "@/tests/bench/figure";
import { measureFirstView } from "@/tests/bench/first-view";
import { measureImports } from "@/tests/bench/import";
import { measureJavascript } from "@/tests/bench/javascript";
import { memoryFigures, readMemory } from "@/tests/bench/memory";
import { askOften, measureOverview } from "@/tests/bench/overview-time";
import { circumstances, table } from "@/tests/bench/report";
import { storageFigures, tableSizes } from "@/tests/bench/storage";
import { measureViews } from "@/tests/bench/views";
import { measureWorklist } from "@/tests/bench/worklist";
import { type BenchWorld, startBenchWorld } from "@/tests/bench/world";

/** The first of each is the cold one. */
const IMPORTED_PEOPLE = 4;
const WATCHED_PEOPLE = 6;
const OVERVIEWS_FOR_MEMORY = 200;

const say = (line: string) => console.error(line);

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      /** Also clone, install and start the project, which takes minutes. */
      clone: { type: "boolean", default: false },
      all: { type: "boolean", default: false },
      /** One of app, views, worklist, engine, clone. */
      only: { type: "string" },
      /** Repeats the people of an earlier run; otherwise they are new every time. */
      seed: { type: "string" },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 0x1_0000_0000 : Number(values.seed);
  const before = circumstances();
  say(`seed ${seed}`);
  const all: [string, () => Promise<Figure[]>][] = [
    ["app", () => measureApp(seed)],
    ["views", () => measureAllViews(seed)],
    ["worklist", () => measureLargeClinic(seed)],
    ["engine", async () => measureEngine(seed)],
    ["clone", () => measureClone(say)],
  ];
  const groups = all.filter(([title]) => {
    if (values.only !== undefined) return title === values.only;
    return title !== "clone" || values.clone || values.all;
  });
  if (groups.length === 0)
    throw new StartProblem(`--only is ${values.only}: it must be app, views, worklist, engine or clone.`);
  const figures: Figure[] = [];
  const failures: string[] = [];
  for (const [title, measure] of groups) {
    const measured = await (groups.length === 1 ? measureHere(title, measure) : measureApart(title, seed));
    figures.push(...measured.figures);
    failures.push(...measured.failures);
  }
  say(`\n${table(figures)}\n`);
  for (const failure of failures) say(`Not measured: ${failure}`);
  console.log(JSON.stringify({ seed, before, after: circumstances(), figures, failures }, null, 2));
  return failures.length === 0 ? 0 : 1;
});

async function measureHere(title: string, measure: () => Promise<Figure[]>): Promise<Measured> {
  try {
    return { figures: await measure(), failures: [] };
  } catch (error) {
    // What other groups measured is worth printing, whatever became of this one.
    return { figures: [], failures: [`${title}: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

async function measureApp(seed: number): Promise<Figure[]> {
  const world = await startBenchWorld({ seed, peopleCount: IMPORTED_PEOPLE + WATCHED_PEOPLE, say });
  try {
    return await measureIn(world);
  } finally {
    await database().$disconnect();
    await world.stop();
  }
}

/** In a world of its own: three years of one person would weigh on the sizes and the memory of the others. */
async function measureAllViews(seed: number): Promise<Figure[]> {
  const world = await startBenchWorld({ seed, peopleCount: 0, say });
  const browser = await openBrowser(say);
  try {
    say("importing three years and looking at every view …");
    return await measureViews(world, browser);
  } finally {
    await browser.close();
    await database().$disconnect();
    await world.stop();
  }
}

/** In a world of its own, too: five thousand patients. */
async function measureLargeClinic(seed: number): Promise<Figure[]> {
  const world = await startBenchWorld({ seed, peopleCount: 0, say });
  try {
    return await measureWorklist(world, say);
  } finally {
    await database().$disconnect();
    await world.stop();
  }
}

async function measureIn(world: BenchWorld): Promise<Figure[]> {
  const imported = range(0, IMPORTED_PEOPLE);
  const watched = range(IMPORTED_PEOPLE, IMPORTED_PEOPLE + WATCHED_PEOPLE);
  const memory = [readMemory(world, "just started")];
  const sizes = [await tableSizes(world.databaseUrl)];
  say(`importing ${imported.length} people …`);
  const imports = await measureImports(world, imported, async () => {
    sizes.push(await tableSizes(world.databaseUrl));
  });
  memory.push(readMemory(world, `after ${imported.length} imports`));
  say("asking for Overview …");
  const overview = await measureOverview(world, imports.last.cookie);
  await askOften(world, imports.last.cookie, reportPath.overview("me"), OVERVIEWS_FOR_MEMORY);
  memory.push(readMemory(world, `after ${OVERVIEWS_FOR_MEMORY} more overviews`));
  say("looking with Chromium …");
  const browser = await openBrowser(say);
  try {
    const javascript = await measureJavascript(world, browser, imports.last.cookie);
    const firstView = await measureFirstView(world, browser, watched);
    return [
      ...firstView,
      ...imports.figures,
      ...storageFigures(sizes),
      ...overview,
      ...javascript,
      ...memoryFigures(memory),
    ];
  } finally {
    await browser.close();
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
