import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/env";
import { OUTLIVES_LOST_CONNECTIONS } from "./client";

/** How often something may be tried by one address, account or network. */
export interface AttemptLimit {
  /** Keeps the counts of different things apart. */
  readonly name: string;
  readonly max: number;
  readonly minutes: number;
}

const CONNECTIONS_MAX = 2;
const TIMEOUT_MS = 4_000;

/** A pool of its own, outside any transaction: a try counts although what was tried is undone. */
export function openAttemptsPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: TIMEOUT_MS,
    statement_timeout: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: "hindsight",
    ...OUTLIVES_LOST_CONNECTIONS,
  });
  // An idle connection that the server closes is replaced at the next query.
  pool.on("error", () => undefined);
  return pool;
}

const shared = globalThis as typeof globalThis & { hindsightAttempts?: Pool };

/** The process's own, opened at the first try. */
function attemptsPool(): Pool {
  shared.hindsightAttempts ??= openAttemptsPool(env().DATABASE_URL);
  return shared.hindsightAttempts;
}

/**
 * Counts one try of `who` (a look-up value, never an address in the clear): null when it may go on, else the seconds
 * until it may. All app servers count together; a database that does not answer is an error, not a permission.
 */
export async function takeAttempt(
  limit: AttemptLimit,
  who: string,
  pool: Pool = attemptsPool(),
): Promise<number | null> {
  try {
    await limiterOf(limit, pool).consume(who);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1_000);
    throw refusal;
  }
}

/** Counts one try less: the one that was taken was right. */
export async function returnAttempt(
  limit: AttemptLimit,
  who: string,
  pool: Pool = attemptsPool(),
): Promise<void> {
  await limiterOf(limit, pool).reward(who);
}

function limiterOf({ name, max, minutes }: AttemptLimit, pool: Pool): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    // The migration made it; the app's role could not.
    tableCreated: true,
    // lib/jobs/housekeeping.ts does.
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: max,
    duration: minutes * 60,
  });
}
