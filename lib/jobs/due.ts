import type { PgBoss } from "pg-boss";
import { type Instant, SECOND_MS } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { inPatientTransaction, inSystemTransaction } from "@/lib/db/context";
import { requeueSyncJob, SYNC_QUEUE, type SyncJob, sendSyncJob, syncJobSchema } from "@/lib/jobs/queue";
import { isGone, ownerName, type WorkerIdentity } from "@/lib/jobs/worker-identity";

// One round's share; whoever is left over is longest due in the next round.
const ROUND_MAX = 500;

/** A worker takes the lease milliseconds after the job. One that has not done so by now died in between. */
export const LOST_AFTER_MS = 10 * SECOND_MS;

/**
 * Queues every connection whose time has come, longest due first. `next_sync_at` is the truth and the queue only the
 * means: whatever is lost between the two is queued again by the next round, on any machine. A job that was taken
 * `lostAfterMs` ago and holds no lease counts as lost.
 */
export async function queueDueConnections(
  boss: PgBoss,
  db: Database,
  at: { readonly now: Instant; readonly lostAfterMs: number },
  /** The one Dexcom that this installation talks to: a connection to another cannot be read here. */
  dexcom: { readonly environment: string; readonly clientId: string },
): Promise<number> {
  const { now, lostAfterMs } = at;
  const due = await inSystemTransaction(
    "system:scheduler",
    (tx) =>
      tx.connection.findMany({
        where: { ...dexcom, status: "active", nextSyncAt: { lte: new Date(now) }, syncOwner: null },
        orderBy: { nextSyncAt: "asc" },
        take: ROUND_MAX,
        select: { id: true, lastSyncAt: true },
      }),
    { db },
  );
  let queued = 0;
  for (const { id, lastSyncAt } of due) {
    const trigger = lastSyncAt === null ? "first" : "scheduled";
    if (await sendSyncJob(boss, { connectionId: id, trigger })) queued += 1;
    else await returnJob(boss, id, now - lostAfterMs);
  }
  return queued;
}

interface HeldConnection {
  readonly id: string;
  readonly patientId: string;
  readonly owner: string;
  readonly fence: number;
  readonly expired: boolean;
}

/**
 * Frees the connections that nobody works on: of workers of this machine that are gone, and of this worker itself when
 * a slice broke off without a database to say so in, at once; any other when its lease has run out. The job that is
 * left over goes back to the queue.
 */
export async function freeAbandonedConnections(
  boss: PgBoss,
  db: Database,
  by: {
    readonly self: WorkerIdentity;
    readonly now: Instant;
    /** Connections that this worker is syncing right now. */
    readonly busy: ReadonlySet<string>;
  },
): Promise<number> {
  const { self, now, busy } = by;
  const held = await inSystemTransaction(
    "system:scheduler",
    (tx) => tx.$queryRaw<HeldConnection[]>`
      SELECT id, patient_id AS "patientId", sync_owner AS "owner", sync_fence AS "fence",
        sync_until <= clock_timestamp() AS "expired"
      FROM connection WHERE sync_owner IS NOT NULL ORDER BY sync_until LIMIT ${ROUND_MAX}`,
    { db },
  );
  let freed = 0;
  for (const { id, patientId, owner, fence, expired } of held) {
    const dropped = owner === ownerName(self) && !busy.has(id);
    if (!expired && !dropped && !isGone(owner, self)) continue;
    const mine = await inPatientTransaction(
      { patientId, actor: "system:scheduler" },
      (tx) => tx.$executeRaw`
        UPDATE connection SET sync_owner = NULL, sync_until = NULL
        WHERE id = ${id}::uuid AND sync_fence = ${fence} AND (sync_until <= clock_timestamp() OR NOT ${expired})`,
      { db },
    );
    if (mine === 0) continue;
    await returnJob(boss, id, now);
    freed += 1;
  }
  return freed;
}

/**
 * Puts a job that its worker took before `startedBefore` back into the queue: the worker will never report. Should it do
 * so after all, pg-boss tells the attempts apart, and the lease decides who may write.
 */
async function returnJob(boss: PgBoss, connectionId: string, startedBefore: Instant): Promise<void> {
  const jobs = await boss.findJobs<SyncJob>(SYNC_QUEUE, { key: connectionId });
  for (const job of jobs)
    if (job.state === "active" && job.startedOn.getTime() <= startedBefore)
      await requeueSyncJob(boss, job, syncJobSchema.parse(job.data));
}
