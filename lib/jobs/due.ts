import type { PgBoss } from "pg-boss";
import type { Instant } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { inPatientTransaction, inSystemTransaction } from "@/lib/db/context";
import { SYNC_QUEUE, sendSyncJob } from "@/lib/jobs/queue";
import { isGone, type WorkerIdentity } from "@/lib/jobs/worker-identity";

// One round's share; whoever is left over is longest due in the next round.
const ROUND_MAX = 500;

/**
 * Queues every connection whose time has come, longest due first. `next_sync_at` is the truth and the queue only the
 * means: whatever is lost between the two is queued again by the next round, on any machine.
 */
export async function queueDueConnections(boss: PgBoss, db: Database, now: Instant): Promise<number> {
  const due = await inSystemTransaction(
    "system:scheduler",
    (tx) =>
      tx.connection.findMany({
        where: { status: "active", nextSyncAt: { lte: new Date(now) }, syncOwner: null },
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
  }
  return queued;
}

/**
 * Frees the connections of workers that are gone: those of this machine at once, instead of when their heartbeat is
 * missed, and any other when its lease has run out. The dead worker's job goes back to the queue.
 */
export async function freeAbandonedConnections(
  boss: PgBoss,
  db: Database,
  self: WorkerIdentity,
): Promise<number> {
  const held = await inSystemTransaction(
    "system:scheduler",
    (tx) => tx.$queryRaw<{ id: string; patientId: string; owner: string; expired: boolean }[]>`
      SELECT id, patient_id AS "patientId", sync_owner AS "owner", sync_until <= clock_timestamp() AS "expired"
      FROM connection WHERE sync_owner IS NOT NULL ORDER BY sync_until LIMIT ${ROUND_MAX}`,
    { db },
  );
  let freed = 0;
  for (const { id, patientId, owner, expired } of held) {
    if (!expired && !isGone(owner, self)) continue;
    const mine = await inPatientTransaction(
      { patientId, actor: "system:scheduler" },
      (tx) => tx.$executeRaw`
        UPDATE connection SET sync_owner = NULL, sync_until = NULL
        WHERE id = ${id}::uuid AND sync_owner = ${owner} AND (sync_until <= clock_timestamp() OR NOT ${expired})`,
      { db },
    );
    if (mine === 0) continue;
    await returnJob(boss, id);
    freed += 1;
  }
  return freed;
}

/** Its holder will never report back. If it does after all, pg-boss tells the attempts apart and the lease is gone. */
async function returnJob(boss: PgBoss, connectionId: string): Promise<void> {
  const jobs = await boss.findJobs(SYNC_QUEUE, { key: connectionId });
  for (const { id, state, retryCount } of jobs)
    if (state === "active") await boss.fail(SYNC_QUEUE, { id, retryCount });
}
