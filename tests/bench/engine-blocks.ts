import { createSecretKey, randomBytes } from "node:crypto";
import { DAY_MS } from "@/lib/clock";
import type { Egv } from "@/lib/glucose/reading";
import { openBlock, sealBlock } from "@/lib/readings/blocks";
import { BLOCK_FORMAT } from "@/lib/readings/codec";
import { utcDay } from "@/lib/readings/data";
import { DEXCOM_SOURCE } from "@/lib/readings/schema";
import { type Figure, figureOf } from "@/tests/bench/figure";

const WARM_UP = 5;
const ROUNDS = 25;

/** The day blocks' codec, in this process and without a database. */
export function measureBlocks(egvs: readonly Egv[]): Figure[] {
  return [90, 365].map((days) => decrypted(egvs, days));
}

function decrypted(egvs: readonly Egv[], days: number): Figure {
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
  const samples: number[] = [];
  for (let round = 0; round < 1 + WARM_UP + ROUNDS; round += 1) {
    const began = performance.now();
    for (const { place, sealed } of blocks) openBlock(place, { format: BLOCK_FORMAT, sealed }, key);
    samples.push(performance.now() - began);
  }
  const [cold = 0, ...warm] = samples;
  const detail = { readings: [...byDay.values()].flat().length };
  return figureOf(`engine: decrypt and decode ${days} days`, "ms", {
    samples: warm.slice(WARM_UP),
    cold,
    detail,
  });
}
