import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Figure } from "@/tests/bench/figure";

/** What became of some groups. */
export interface Measured {
  readonly figures: readonly Figure[];
  /** Which of them broke off, and why. */
  readonly failures: readonly string[];
}

/**
 * Measures one group in a process of its own: a process reads its settings, keys and the address of its database once, and
 * every world has its own.
 */
export async function measureApart(group: string, seed: number): Promise<Measured> {
  const [, script = ""] = process.argv;
  const child = spawn(
    process.execPath,
    [...process.execArgv, script, "--only", group, "--seed", String(seed)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const printed = await text(child.stdout);
  try {
    return JSON.parse(printed) as Measured;
  } catch {
    return { figures: [], failures: [`${group}: it ended without a word.`] };
  }
}
