import { errorFields, type Logger } from "@/lib/log";

/** Something that happens again and again until it is stopped. */
export interface Loop {
  /** Resolves once a round that is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `round` now and then `everyMs` after each end, so that rounds never overlap. A round that fails is logged and
 * the next one comes all the same. The timer keeps no process alive.
 */
export function startLoop(
  name: string,
  options: { readonly everyMs: number; readonly log: Logger },
  round: () => Promise<void>,
): Loop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function once(): Promise<void> {
    try {
      await round();
    } catch (error) {
      options.log.warn("worker.round-failed", { round: name, ...errorFields(error) });
    }
    if (stopped) return;
    timer = setTimeout(() => {
      running = once();
    }, options.everyMs);
    timer.unref();
  }

  running = once();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
