import { createSecretKey, randomBytes } from "node:crypto";
import { DAY_MS, systemClock } from "@/lib/clock";
import type { Freshness } from "@/lib/glucose/figures";
import { latestPeriod } from "@/lib/glucose/period";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { summarize } from "@/lib/glucose/summary";
import { openBlock, sealBlock } from "@/lib/readings/blocks";
import { BLOCK_FORMAT } from "@/lib/readings/codec";
import { utcDay } from "@/lib/readings/data";
import { DEXCOM_SOURCE } from "@/lib/readings/schema";
import { type Figure, figureOf, timed } from "@/tests/bench/figure";
import { benchPeople } from "@/tests/bench/people";

const DELAY_MINUTES = 180;
const ROUNDS = 25;

/** The figures' engine and the day blocks' codec, in this process and without a database. */
export async function measureEngine(seed: number): Promise<Figure[]> {
  const now = systemClock.now();
  const [person] = benchPeople(seed, 1, now);
  if (!person) throw new Error("one person was asked for");
  const to = now - DELAY_MINUTES * 60_000;
  const egvs = person
    .egvs(to - 370 * DAY_MS, to)
    .map((egv): Egv => ({ ...egv, displayDevice: "iOS", transmitterGeneration: "g7" }));
  const figures: Figure[] = [];
  for (const days of [14, 90, 365]) figures.push(await measureSummary(egvs, days, now));
  for (const days of [90, 365]) figures.push(await measureBlocks(egvs, days));
  return figures;
}

async function measureSummary(egvs: readonly Egv[], days: number, now: number): Promise<Figure> {
  const displayOffsetMinutes = egvs.at(-1)?.displayOffsetMinutes ?? 0;
  const availableUntil = now - DELAY_MINUTES * 60_000;
  const freshness: Freshness = {
    now,
    delayMinutes: DELAY_MINUTES,
    availableUntil,
    checkedThrough: availableUntil,
    dataThrough: egvs.at(-1)?.systemTime ?? null,
    displayOffsetMinutes,
  };
  const period = latestPeriod(days, freshness);
  const loaded = egvs.filter(({ systemTime }) => systemTime >= availableUntil - (days + 2) * DAY_MS);
  const run = () => timed(() => summarize({ series: buildSeries(loaded), period, freshness }));
  return repeated(`engine: summary of ${days} days`, loaded.length, run);
}

async function measureBlocks(egvs: readonly Egv[], days: number): Promise<Figure> {
  const key = { id: "bench", key: createSecretKey(randomBytes(32)) };
  const last = egvs.at(-1)?.systemTime ?? 0;
  const byDay = Map.groupBy(
    egvs.filter(({ systemTime }) => systemTime > last - days * DAY_MS),
    ({ systemTime }) => utcDay(systemTime),
  );
  const blocks = [...byDay].map(([day, records]) => {
    const place = { patientId: "bench", source: DEXCOM_SOURCE, kind: "egv", day, revision: 1 } as const;
    return { place, sealed: sealBlock(place, records, key) };
  });
  const run = () =>
    timed(() =>
      blocks.flatMap(({ place, sealed }) => openBlock(place, { format: BLOCK_FORMAT, sealed }, key)),
    );
  return repeated(`engine: decrypt and decode ${days} days`, [...byDay.values()].flat().length, run);
}

async function repeated(
  name: string,
  readings: number,
  run: () => Promise<{ readonly ms: number }>,
): Promise<Figure> {
  const cold = (await run()).ms;
  for (let i = 0; i < 5; i += 1) await run();
  const samples: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) samples.push((await run()).ms);
  return figureOf(name, "ms", { samples, cold, detail: { readings } });
}
