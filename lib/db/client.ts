import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { env } from "@/lib/env";
import { Prisma, PrismaClient } from "./generated/client";
import { statementNames } from "./statement-names";

export type Database = PrismaClient;
/** What runs inside `inPatientTransaction` and `inSystemTransaction`. */
export type Transaction = Prisma.TransactionClient;

interface DatabaseOptions {
  readonly connectionsMax?: number;
  /** How long to wait for a statement's answer. A frozen or unreachable server never says that it has given up. */
  readonly answerTimeoutMs?: number;
  readonly applicationName?: string;
}

const CONNECTIONS_MAX = 10;
const CONNECT_TIMEOUT_MS = 4_000;
const IDLE_TIMEOUT_MS = 60_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const ANSWER_TIMEOUT_MS = 20_000;
// Somebody is waiting for a page: better a sentence soon than the answer late.
const PAGE_ANSWER_TIMEOUT_MS = 4_000;
// A process that dies or hangs inside a transaction must not keep its row locks.
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 20_000;

/**
 * For every pool of connections. Between the moments when the pool listens to a connection and when its user does, one that
 * the server closes would end the process. What was asked of it fails all the same, and the pool replaces it.
 */
export const OUTLIVES_LOST_CONNECTIONS = {
  onConnect: (client: ClientBase) => void client.on("error", () => undefined),
};

/** Opens a pool of its own on any address; `database()` below is the process's shared one. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.connectionsMax ?? CONNECTIONS_MAX,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      idleTimeoutMillis: IDLE_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: options.answerTimeoutMs ?? ANSWER_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
      application_name: options.applicationName ?? "hindsight",
      keepAlive: true,
      ...OUTLIVES_LOST_CONNECTIONS,
    },
    // An idle connection that the server closes is replaced at the next query; that is not worth a crash.
    {
      onPoolError: () => undefined,
      onConnectionError: () => undefined,
      statementNameGenerator: statementNames(),
    },
  );
  return new PrismaClient({ adapter, errorFormat: "minimal", log: [] });
}

// Next evaluates this module anew at every hot reload; the pool must outlive that.
const shared = globalThis as typeof globalThis & { hindsightDatabase?: Database };

/** The process's one pool, opened at the first use from DATABASE_URL. */
export function database(): Database {
  shared.hindsightDatabase ??= openDatabase(env().DATABASE_URL, {
    answerTimeoutMs: PAGE_ANSWER_TIMEOUT_MS,
  });
  return shared.hindsightDatabase;
}

/** Whether row-level security, or a grant that is not there, refused a write (PostgreSQL 42501). */
export function isDenied(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const adapter = error.meta?.["driverAdapterError"];
  const cause = adapter instanceof Error ? adapter.cause : null;
  return (
    typeof cause === "object" && cause !== null && "originalCode" in cause && cause.originalCode === "42501"
  );
}

/** Whether a write lost a race for a unique key (PostgreSQL 23505). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
