import { existsSync, readdirSync, readFileSync } from "node:fs";
import { type Figure, figureOf } from "@/tests/bench/figure";
import type { BenchWorld } from "@/tests/bench/world";

export interface MemoryReading {
  readonly when: string;
  readonly app: number;
  readonly worker: number;
}

/** Resident memory of app and worker, each with the processes that it started; null where there is no /proc. */
export function readMemory(world: BenchWorld, when: string): MemoryReading | null {
  if (!existsSync("/proc/self/stat")) return null;
  return { when, app: groupBytes(world.appPid), worker: groupBytes(world.workerPid) };
}

/** Each reading as a figure. There is no target: it is written down so that growth is seen. */
export function memoryFigures(readings: readonly (MemoryReading | null)[]): Figure[] {
  return readings
    .filter((reading) => reading !== null)
    .flatMap(({ when, app, worker }) => [
      figureOf(`memory of the app, ${when}`, "bytes resident", { samples: [app] }),
      figureOf(`memory of the worker, ${when}`, "bytes resident", { samples: [worker] }),
    ]);
}

/** Children stay in the group of the process that leads it (lib/cli/spawn-node.ts). */
function groupBytes(leader: number): number {
  let kilobytes = 0;
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      // After the name in parentheses: state, parent, group.
      const fields = readFileSync(`/proc/${entry}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
      if (Number(fields[2]) !== leader) continue;
      const status = readFileSync(`/proc/${entry}/status`, "utf8");
      kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    } catch {
      // Ended while we were looking.
    }
  }
  return kilobytes * 1024;
}
