import { PgBoss } from "pg-boss";
import { z } from "zod";
import { OUTLIVES_LOST_CONNECTIONS } from "@/lib/db/client";
import { QUEUE_SCHEMA } from "@/lib/db/queue-schema";
import { errorFields, type Logger } from "@/lib/log";

/** One queue, one job per connection: the job reads windows for a few seconds and puts itself at the end again. */
export const SYNC_QUEUE = "sync";

/** A job holds ids and codes only: the queue is readable by whoever reads the database. */
export const syncJobSchema = z.object({
  connectionId: z.uuid(),
  trigger: z.enum(["first", "scheduled", "manual"]),
});
export type SyncJob = z.output<typeof syncJobSchema>;

/**
 * `exclusive`: at most one job of a connection is queued or active. A worker that dies leaves no heartbeat for 30 s and
 * its job goes back to the queue; deaths must never use the job up, so the retry limit is out of reach.
 */
const SYNC_QUEUE_SETTINGS = {
  heartbeatSeconds: 30,
  expireInSeconds: 10 * 60,
  retryLimit: 1_000_000,
  retryDelay: 1,
  deleteAfterSeconds: 60 * 60,
  notify: true,
} as const;

/** How soon dead workers' jobs are noticed: 30 s of silence, looked for every 30 s, well within two minutes. */
const MONITOR_SECONDS = 30;

/**
 * A started pg-boss on the app's role, its tables made by the migration. A `worker` fetches and supervises; a `sender`
 * (the web process) only sends. Errors of background timers are logged by class and code.
 */
export async function openQueue(options: {
  readonly databaseUrl: string;
  readonly role: "worker" | "sender";
  readonly log: Logger;
}): Promise<PgBoss> {
  const { databaseUrl, role, log } = options;
  const works = role === "worker";
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: QUEUE_SCHEMA,
    max: works ? 4 : 2,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: works,
    superviseIntervalSeconds: MONITOR_SECONDS,
    monitorIntervalSeconds: MONITOR_SECONDS,
    useListenNotify: works,
    instanceName: `hindsight-${role}`,
    // Both need the owner's role.
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
    ...OUTLIVES_LOST_CONNECTIONS,
  });
  boss.on("error", (error) => log.error("queue.error", errorFields(error)));
  await boss.start();
  if (await boss.getQueue(SYNC_QUEUE)) await boss.updateQueue(SYNC_QUEUE, SYNC_QUEUE_SETTINGS);
  else await boss.createQueue(SYNC_QUEUE, { policy: "exclusive", ...SYNC_QUEUE_SETTINGS });
  return boss;
}

/** Puts a connection's job into the queue; false when one is there or at work already. */
export async function sendSyncJob(boss: PgBoss, job: SyncJob): Promise<boolean> {
  return (await boss.send(SYNC_QUEUE, job, { singletonKey: job.connectionId })) !== null;
}

/**
 * Ends a job and puts the connection at the end of the queue, in one transaction: in between, an exclusive queue would
 * refuse the new job, and after a crash there is either the old one or the new one.
 */
export async function requeueSyncJob(
  boss: PgBoss,
  attempt: { readonly id: string; readonly retryCount: number },
  job: SyncJob,
): Promise<void> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new Error("the queue's own pool can open transactions");
  try {
    await boss.complete(SYNC_QUEUE, attempt, null, { db: transaction.db });
    await boss.send(SYNC_QUEUE, job, { singletonKey: job.connectionId, db: transaction.db });
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
