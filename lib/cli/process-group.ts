import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { lastLines } from "@/lib/cli/run-program";
import { exitWords, stopProcess } from "@/lib/cli/supervisor";

/** Everything that one start has set going, to be stopped together and in order. */
export interface ProcessGroup {
  /** Stops this process with the group; its own end, before that, is a failure of the group. */
  readonly watch: (member: { title: string; child: ChildProcess; log: string | null }) => void;
  /** The end of something that is not a process of ours is a failure of the group, too. */
  readonly watchEnd: (ended: Promise<void>, words: string) => void;
  readonly stopFirst: (stop: () => Promise<void>) => void;
  readonly stopLast: (stop: () => Promise<void>) => void;
  /** Resolves, in words, when a watched process ends by itself. */
  readonly failed: Promise<string>;
  readonly stop: () => Promise<void>;
}

export function createProcessGroup(): ProcessGroup {
  const first: (() => Promise<void>)[] = [];
  const middle: (() => Promise<void>)[] = [];
  const last: (() => Promise<void>)[] = [];
  const { promise: failed, resolve: fail } = Promise.withResolvers<string>();
  return {
    watch({ title, child, log }) {
      middle.push(() => stopProcess(child));
      child.once("exit", (code, signal) =>
        fail(
          `${title} ${exitWords(code, signal)}${log === null ? "." : `; ${log} ends with:\n${endOf(log)}`}`,
        ),
      );
    },
    watchEnd: (ended, words) => void ended.then(() => fail(words)),
    stopFirst: (stop) => void first.push(stop),
    stopLast: (stop) => void last.push(stop),
    failed,
    async stop() {
      for (const together of [first, middle, last])
        await Promise.all(together.splice(0).map((stop) => stop()));
    },
  };
}

function endOf(file: string): string {
  try {
    return lastLines(readFileSync(file, "utf8"), 8);
  } catch {
    return "(nothing was written)";
  }
}
