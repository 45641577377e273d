import { setTimeout as sleep } from "node:timers/promises";
import { StartProblem } from "@/lib/start-problem";

const PAUSE_MS = 150;
const ANSWER_MS_MAX = 5_000;

/**
 * Waits until an address answers, by default with anything. Throws when `failed` says that the server is gone, when
 * the start is called off, or after too long.
 */
export async function untilAnswers(options: {
  readonly url: string;
  readonly failed: Promise<string>;
  readonly secondsMax: number;
  readonly isGood?: (response: Response) => boolean;
  readonly signal?: AbortSignal;
}): Promise<void> {
  const { url, secondsMax, signal, isGood = () => true } = options;
  let failure: string | undefined;
  void options.failed.then((words) => (failure = words));
  const deadline = performance.now() + secondsMax * 1000;
  let last = "no answer";
  while (performance.now() < deadline) {
    signal?.throwIfAborted();
    if (failure !== undefined) throw new StartProblem(failure);
    try {
      const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS_MAX) });
      last = `${response.status} ${await response.text()}`.slice(0, 500);
      if (isGood(response)) return;
    } catch {
      // Not listening yet.
    }
    await sleep(PAUSE_MS);
  }
  throw new StartProblem(`${url} was not ready after ${secondsMax} seconds; its last answer: ${last}`);
}
