import { type Database, database } from "@/lib/db/client";
import { inSystemTransaction } from "@/lib/db/context";
import { appRoleFault, pendingMigrations } from "@/lib/db/readiness";

/** What the app needs to serve, each on its own. Holds no address, no version and no name. */
export interface Readiness {
  /** Whether pages can be served: everything but the worker and Dexcom. */
  readonly ready: boolean;
  readonly database: "up" | "down";
  readonly migrations: "applied" | "pending" | "unknown";
  readonly role: "restricted" | "too-powerful" | "unknown";
  /** Whether a worker gave a sign of life within the last minute. */
  readonly worker: "alive" | "missing" | "unknown";
  /** Whether Dexcom answers, as the connections see it. */
  readonly upstream: "answering" | "failing" | "unknown";
}

const WORKER_SECONDS_MAX = 60;

const DOWN: Readiness = {
  ready: false,
  database: "down",
  migrations: "unknown",
  role: "unknown",
  worker: "unknown",
  upstream: "unknown",
};

export async function readiness(db: Database = database()): Promise<Readiness> {
  try {
    const [pending, fault, worker, upstream] = await Promise.all([
      pendingMigrations(db),
      appRoleFault(db),
      workerState(db),
      upstreamState(db),
    ]);
    const migrations = pending.length === 0 ? "applied" : "pending";
    const role = fault === null ? "restricted" : "too-powerful";
    const ready = migrations === "applied" && role === "restricted";
    return { ready, database: "up", migrations, role, worker, upstream };
  } catch {
    return DOWN;
  }
}

async function workerState(db: Database): Promise<Readiness["worker"]> {
  const [seen] = await db.$queryRaw<{ alive: boolean }[]>`
    SELECT EXISTS (SELECT FROM worker_heartbeat
      WHERE seen_at > clock_timestamp() - make_interval(secs => ${WORKER_SECONDS_MAX})) AS "alive"`;
  return seen?.alive ? "alive" : "missing";
}

/** Failing when more than half of the active connections could not be read the last time. */
async function upstreamState(db: Database): Promise<Readiness["upstream"]> {
  const { active, failing } = await inSystemTransaction(
    "system:scheduler",
    async (tx) => ({
      active: await tx.connection.count({ where: { status: "active", lastOutcome: { not: null } } }),
      failing: await tx.connection.count({ where: { status: "active", failures: { gt: 0 } } }),
    }),
    { db },
  );
  if (active === 0) return "unknown";
  return failing * 2 > active ? "failing" : "answering";
}
