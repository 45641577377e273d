import type { ChildProcess } from "node:child_process";

const RESTART_DELAY_MS = 250;
const RESTART_DELAY_MS_MAX = 8_000;
/** A process that lived this long was healthy: its death says nothing about the next start. */
const HEALTHY_AFTER_MS = 5_000;
const STOP_GRACE_MS = 15_000;

/** How long to wait before the next start, after so many early deaths in a row: 0.25 s, doubling, at most 8 s. */
export function restartDelayMs(earlyDeaths: number): number {
  return Math.min(RESTART_DELAY_MS * 2 ** earlyDeaths, RESTART_DELAY_MS_MAX);
}

/** Why a process ended, in words. */
export function exitWords(code: number | null, signal: NodeJS.Signals | null): string {
  return signal ? `was ended by ${signal}` : `ended with code ${code ?? "unknown"}`;
}

/**
 * Asks a process, and everything it started, to end; ends it by force after a grace period. Resolves when it is gone.
 * The process must have been started `detached`, as the leader of a group of its own.
 */
export async function stopProcess(child: ChildProcess, graceMs = STOP_GRACE_MS): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  signalGroup(child.pid, "SIGTERM");
  const force = setTimeout(() => signalGroup(child.pid, "SIGKILL"), graceMs);
  await gone;
  clearTimeout(force);
  // Whatever it started and left behind.
  signalGroup(child.pid, "SIGKILL");
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // Gone already, which is what was asked for.
  }
}

export interface KeptAlive {
  readonly pid: () => number | null;
  readonly stop: () => Promise<void>;
}

/** Starts a process again whenever it dies, a little later each time it dies early, until `stop`. */
export function keepAlive(options: {
  readonly start: () => ChildProcess;
  readonly onStart: (pid: number, restarts: number) => void;
  readonly onDeath: (words: string, delayMs: number) => void;
  readonly delayMs?: (earlyDeaths: number) => number;
}): KeptAlive {
  const delayOf = options.delayMs ?? restartDelayMs;
  let child: ChildProcess | null = null;
  let waiting: NodeJS.Timeout | null = null;
  let stopped = false;
  let earlyDeaths = 0;

  const launch = (restarts: number) => {
    const began = performance.now();
    const current = options.start();
    child = current;
    if (current.pid !== undefined) options.onStart(current.pid, restarts);
    let ended = false;
    const onEnd = (words: string) => {
      if (ended || stopped) return;
      ended = true;
      child = null;
      const delayMs = delayOf(earlyDeaths);
      earlyDeaths = performance.now() - began < HEALTHY_AFTER_MS ? earlyDeaths + 1 : 0;
      options.onDeath(words, delayMs);
      waiting = setTimeout(() => launch(restarts + 1), delayMs);
    };
    current.once("exit", (code, signal) => onEnd(exitWords(code, signal)));
    current.once("error", (error) => onEnd(`could not be started (${error.message})`));
  };
  launch(0);

  return {
    pid: () => child?.pid ?? null,
    async stop() {
      stopped = true;
      if (waiting) clearTimeout(waiting);
      if (child) await stopProcess(child);
    },
  };
}
