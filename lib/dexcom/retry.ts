import { type Clock, SECOND_MS } from "@/lib/clock";
import { err, type Result } from "@/lib/result";
import type { DexcomError, DexcomErrorCode } from "./errors";

/** How much one call may try within the process. What exceeds it goes back to the queue as "later". */
export interface RetryPolicy {
  readonly attemptsMax: number;
  readonly backoffMsBase: number;
  readonly backoffMsMax: number;
  /** Longest single wait; a longer one is the queue's business, not a sleeping worker's. */
  readonly waitMsMax: number;
  /** From the first attempt: no further attempt starts after it. */
  readonly totalMsMax: number;
}

export const RETRY_POLICY: RetryPolicy = {
  attemptsMax: 4,
  backoffMsBase: 500,
  backoffMsMax: 8 * SECOND_MS,
  waitMsMax: 10 * SECOND_MS,
  totalMsMax: 45 * SECOND_MS,
};

export interface RetryTools {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Worth another try right away; the rest fails the same way again, or must not be hurried. */
const TRANSIENT: ReadonlySet<DexcomErrorCode> = new Set([
  "rate_limited",
  "upstream_failed",
  "unreachable",
  "interrupted",
  "timeout",
]);

/** Full jitter: `random · min(max, base · 2^attempt)`, attempt from 0 (Brooker, "Exponential backoff and jitter"). */
export function backoffMs(
  attempt: number,
  policy: Pick<RetryPolicy, "backoffMsBase" | "backoffMsMax">,
  random: () => number,
): number {
  return Math.floor(random() * Math.min(policy.backoffMsMax, policy.backoffMsBase * 2 ** attempt));
}

/**
 * Repeats a reading call until it succeeds, fails for good, or the budget is spent. The error that comes back says in
 * `retryAfterMs` how long to stay away when the upstream asked for it. For calls that may be repeated only: never a
 * token refresh.
 */
export async function withRetry<T>(
  call: () => Promise<Result<T, DexcomError>>,
  policy: RetryPolicy,
  { clock, random, sleep }: RetryTools,
): Promise<Result<T, DexcomError>> {
  const startedAt = clock.now();
  for (let attempt = 0; ; attempt += 1) {
    const result = await call();
    if (result.ok || !TRANSIENT.has(result.error.code) || attempt + 1 >= policy.attemptsMax) return result;
    const jitter = backoffMs(attempt, policy, random);
    const asked = result.error.retryAfterMs;
    // A wait that was asked for is kept in full; the jitter on top spreads those who were all told the same.
    const waitMs = asked === null ? jitter : asked + jitter;
    const spentMs = clock.now() - startedAt;
    if (waitMs > policy.waitMsMax || spentMs + waitMs > policy.totalMsMax) return err(result.error);
    await sleep(waitMs);
  }
}
