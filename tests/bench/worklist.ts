import { Agent } from "node:http";
import { API_PATHS, clinicPath } from "@/lib/routes";
import { WORKLIST_DEFAULT, type WorklistQuery, worklistAddress } from "@/lib/worklist/query";
import { PERIODS, ROWS_PER_PAGE } from "@/lib/worklist/row";
import { type Answer, ask, post } from "@/tests/bench/ask";
import { type Figure, figureOf } from "@/tests/bench/figure";
import { memoryFigures, readMemory } from "@/tests/bench/memory";
import { benchSearches } from "@/tests/bench/worklist-patient";
import { type FilledClinic, seedWorklist, type WorklistWorld } from "@/tests/bench/worklist-world";
import type { BenchWorld } from "@/tests/bench/world";

const PATIENTS = 5_000;
const PATIENTS_OF_SMALL = 500;
const WARM_UP = 20;
const LISTS_FOR_MEMORY = 200;
const AT_ONCE = 8;
const SEARCHES = 20;
const REVIEWS = 40;
const REVIEWS_WARM_UP = 5;
/** product.md: a page of the list within 200 ms. */
const PAGE_MS_MAX = 200;

/** How fast a large clinic's list is, and how much of that the number of its patients makes. */
export async function measureWorklist(world: BenchWorld, say: (line: string) => void): Promise<Figure[]> {
  say(`adding ${PATIENTS} patients …`);
  const seeded = await seedWorklist(world, { ofLarge: PATIENTS, ofSmall: PATIENTS_OF_SMALL }, say);
  const memory = [readMemory(world, "before the first list")];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const asker = { cookie: seeded.cookie, agent };
  const listOf = (clinic: FilledClinic, query: Partial<WorklistQuery>) =>
    ask(listAddress(world, clinic, query), asker);
  try {
    say("asking for the list …");
    const cold = await listOf(seeded.large, {});
    memory.push(readMemory(world, "after the first list"));
    await requireWholeList(world, seeded);
    for (let i = 1; i <= WARM_UP; i += 1) await listOf(seeded.large, { page: PATIENTS / ROWS_PER_PAGE - i });

    const first: Shown[] = [];
    for (const wish of wishesOf(seeded.large))
      first.push({ ...wish, ...(await listOf(seeded.large, wish.query)) });
    for (const { query } of wishesOf(seeded.small)) await listOf(seeded.small, query);
    // One beside the other, so that whatever else the machine does meets both.
    const [again, small]: [Shown[], Shown[]] = [[], []];
    const ofSmall = wishesOf(seeded.small);
    for (const [i, wish] of wishesOf(seeded.large).entries()) {
      again.push({ ...wish, ...(await listOf(seeded.large, wish.query)) });
      const other = ofSmall[i];
      if (other) small.push({ ...other, ...(await listOf(seeded.small, other.query)) });
    }
    const asked = 2 + WARM_UP + first.length + again.length;
    for (let i = asked; i < LISTS_FOR_MEMORY; i += 1)
      await listOf(seeded.large, first[i % first.length]?.query ?? {});
    memory.push(readMemory(world, `after ${LISTS_FOR_MEMORY} lists`));

    const atOnce = await askAtOnce(world, seeded);
    memory.push(readMemory(world, `after ${AT_ONCE} lists at once`));
    return [
      ...pageFigures({ cold, first, again, small, atOnce }),
      ...(await searchFigures(world, seeded, agent)),
      await reviewFigure(world, seeded, agent),
      ...memoryFigures(memory),
    ];
  } finally {
    agent.destroy();
  }
}

/** One way to look at a list, and what it is called in the figures. */
interface Wish {
  readonly kind: string;
  readonly query: Partial<WorklistQuery>;
}

type Shown = Wish & Answer;

const FIGURES_ASKED_FOR = [
  { column: "average", from: 150, to: null },
  { column: "cv", from: null, to: 40 },
] as const;

/** Every period with everything that a clinician turns the list by, each once. */
function wishesOf({ siteIds, tagIds }: FilledClinic): Wish[] {
  const [siteId = null] = siteIds;
  const [tagId = null] = tagIds;
  const ways: Wish[] = [
    { kind: "as it comes", query: {} },
    { kind: "second page", query: { page: 2 } },
    { kind: "page 7", query: { page: 7 } },
    { kind: "who needs a look", query: { needLook: true, page: 3 } },
    { kind: "one flag", query: { flags: ["low"] } },
    { kind: "two flags", query: { flags: ["high", "below-goal"] } },
    { kind: "one site", query: { siteId } },
    { kind: "one tag", query: { tagId, sort: "worn", order: "asc" } },
    { kind: "not reviewed", query: { notReviewed: true } },
    { kind: "by figures", query: { bounds: FIGURES_ASKED_FOR, sort: "gmi", order: "desc" } },
    { kind: "by time in range", query: { sort: "in-range", order: "asc" } },
    { kind: "by change, downwards", query: { sort: "change", order: "desc", page: 4 } },
    { kind: "by the last review", query: { sort: "reviewed", order: "asc" } },
    { kind: "by name", query: { sort: "name", order: "asc", page: 5 } },
  ];
  return ways.flatMap(({ kind, query }) => PERIODS.map((days) => ({ kind, query: { ...query, days } })));
}

function listAddress(
  world: BenchWorld,
  { access: { clinicId } }: FilledClinic,
  query: Partial<WorklistQuery>,
): string {
  return `${world.appUrl}${clinicPath(clinicId)}${worklistAddress({ ...WORKLIST_DEFAULT, ...query })}`;
}

/** A quick page that shows nobody would be a fine figure. */
async function requireWholeList(world: BenchWorld, { cookie, large }: WorklistWorld): Promise<void> {
  const page = await fetch(listAddress(world, large, {}), { headers: { cookie } });
  const html = await page.text();
  const shown = large.patientIds.filter((id) => html.includes(`data-patient="${id}"`));
  if (shown.length !== ROWS_PER_PAGE)
    throw new Error(`The list shows ${shown.length} patients where ${ROWS_PER_PAGE} belong.`);
}

/** So many readers, each with one request after the other, until all ways to look at the list were asked for. */
async function askAtOnce(world: BenchWorld, { cookie, large }: WorklistWorld): Promise<Shown[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const shown: Shown[] = [];
  const left = wishesOf(large).values();
  const reader = async () => {
    for (const wish of left) {
      const answer = await ask(listAddress(world, large, wish.query), { cookie, agent });
      shown.push({ ...wish, ...answer });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, reader));
    return shown;
  } finally {
    agent.destroy();
  }
}

function pageFigures({
  cold,
  first,
  again,
  small,
  atOnce,
}: {
  readonly cold: Answer;
  readonly first: readonly Shown[];
  readonly again: readonly Shown[];
  readonly small: readonly Shown[];
  readonly atOnce: readonly Shown[];
}): Figure[] {
  const target = { max: PAGE_MS_MAX, of: "p95" } as const;
  const list = `worklist of ${PATIENTS}`;
  const ofLarge = figureOfPages(`${list}, warm, looked at again`, again, target);
  const ofSmall = figureOfPages(`worklist of ${PATIENTS_OF_SMALL}, warm, looked at again`, small);
  return [
    figureOf(`${list}, the first request after the start`, "ms", {
      samples: [cold.wholeMs],
      detail: {
        cold: "no key is in memory and no code is compiled, as after every start",
        firstByteMs: cold.firstByteMs,
        htmlBytes: cold.bytes,
      },
    }),
    figureOfPages(`${list}, warm, rows that were not looked at before`, first, target),
    ofLarge,
    figureOf(`${list}, warm, looked at again, to the first byte`, "ms", {
      samples: again.map(({ firstByteMs }) => firstByteMs),
    }),
    figureOfPages(`${list}, warm, ${AT_ONCE} at once`, atOnce),
    ofSmall,
    figureOf(`worklist of ${PATIENTS} against ${PATIENTS_OF_SMALL}, medians`, "times", {
      samples: ofLarge.median === null || !ofSmall.median ? [] : [ofLarge.median / ofSmall.median],
      detail: { medianMs: ofLarge.median, medianMsOfSmall: ofSmall.median },
    }),
  ];
}

/** Times to the last byte; the slowest of them, and the typical one of each way to look, stand in the detail. */
function figureOfPages(
  name: string,
  shown: readonly Shown[],
  target?: { readonly max: number; readonly of: "p95" },
): Figure {
  const samples = shown.map(({ wholeMs }) => wholeMs);
  const byKind = Map.groupBy(shown, ({ kind }) => kind);
  const medianOf = (some: readonly Shown[]) =>
    figureOf("", "ms", { samples: some.map(({ wholeMs }) => wholeMs) }).median;
  return figureOf(name, "ms", {
    samples,
    ...(target === undefined ? {} : { target }),
    detail: {
      maxMs: Math.max(...samples),
      htmlBytesMax: Math.max(...shown.map(({ bytes }) => bytes)),
      medianMsByWay: Object.fromEntries([...byKind].map(([kind, some]) => [kind, medianOf(some)])),
    },
  });
}

/** A search is two requests: the name is kept in a cookie, then the list is asked for with it. */
async function searchFigures(
  world: BenchWorld,
  { cookie, large }: WorklistWorld,
  agent: Agent,
): Promise<Figure[]> {
  const kept: number[] = [];
  const lists: Answer[] = [];
  for (const name of benchSearches(SEARCHES)) {
    const answer = await post(
      `${world.appUrl}${API_PATHS.worklistSearch(large.access.clinicId)}`,
      { cookie, agent },
      { name },
    );
    kept.push(answer.wholeMs);
    const searching = [cookie, ...answer.keptCookies].join("; ");
    lists.push(await ask(listAddress(world, large, {}), { cookie: searching, agent }));
  }
  return [
    figureOf(`worklist of ${PATIENTS}, a name to search for is kept`, "ms", { samples: kept }),
    figureOf(`worklist of ${PATIENTS}, the list of whoever is found`, "ms", {
      samples: lists.map(({ wholeMs }) => wholeMs),
      detail: { htmlBytesMax: Math.max(...lists.map(({ bytes }) => bytes)) },
    }),
  ];
}

async function reviewFigure(
  world: BenchWorld,
  { cookie, large }: WorklistWorld,
  agent: Agent,
): Promise<Figure> {
  const samples: number[] = [];
  for (const patientId of large.patientIds.slice(0, REVIEWS_WARM_UP + REVIEWS)) {
    const address = `${world.appUrl}${API_PATHS.review(large.access.clinicId, patientId)}`;
    samples.push((await post(address, { cookie, agent }, {})).wholeMs);
  }
  return figureOf(`worklist of ${PATIENTS}, marking a patient reviewed`, "ms", {
    samples: samples.slice(REVIEWS_WARM_UP),
    ...(samples[0] === undefined ? {} : { cold: samples[0] }),
  });
}
