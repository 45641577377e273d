import { sweepJoinings } from "@/lib/accounts/mutations-joining";
import { sweepLinks } from "@/lib/accounts/mutations-link";
import { sweepChallenges } from "@/lib/accounts/mutations-passkey-challenge";
import { sweepClinics } from "@/lib/clinics/mutations-coming";
import { DAY_MS, type Instant, SECOND_MS } from "@/lib/clock";
import { sweepTrips } from "@/lib/connections/mutations-trip";
import type { Database } from "@/lib/db/client";
import { inSystemTransaction } from "@/lib/db/context";
import { isGone, ownerName, type WorkerIdentity } from "@/lib/jobs/worker-identity";
import { sweepMail } from "@/lib/mail/mutations";
import { sweepShares } from "@/lib/sharing/mutations-viewer";
import { sweepListedChanges } from "@/lib/worklist/mutations-changes";

/** A worker that was last seen this long ago is history. */
const HEARTBEAT_KEPT_MS = DAY_MS;
/**
 * Deletes what has served its time: ended sessions, sign-ins that led nowhere and their consents, messages that are of no
 * more use, links and offers that nobody took, members of clinics who stopped coming, notes for lists that nobody has any
 * more, tries that no longer count, dead workers.
 */
export async function tidyUp(db: Database, now: Instant): Promise<void> {
  const before = (ms: number) => new Date(now - ms);
  await inSystemTransaction(
    "system:retention",
    async (tx) => {
      await tx.session.deleteMany({
        where: { OR: [{ expiresAt: { lte: before(0) } }, { absoluteExpiresAt: { lte: before(0) } }] },
      });
      await tx.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now) } } });
      await tx.workerHeartbeat.deleteMany({ where: { seenAt: { lte: before(HEARTBEAT_KEPT_MS) } } });
    },
    { db },
  );
  await sweepTrips({ db });
  await sweepLinks({ db });
  await sweepJoinings({ db });
  await sweepChallenges({ db });
  await sweepShares({ db, now });
  await sweepClinics({ db });
  await sweepListedChanges({ db });
  await sweepMail({ db });
}

/** A sign of life for `/api/ready`, by the database's clock. */
export async function reportAlive(db: Database, workerId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO worker_heartbeat (id, seen_at) VALUES (${workerId}, clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`;
}

/** A worker that stops in good order leaves no sign of life behind. */
export async function reportGone(db: Database, workerId: string): Promise<void> {
  await db.workerHeartbeat.deleteMany({ where: { id: workerId } });
}

/** A worker that has been silent for this long is not counted on. */
const SILENT_MS = 30 * SECOND_MS;

/** Forgets workers of this machine that are gone; true when nobody else is left anywhere. */
export async function isOnlyWorker(db: Database, self: WorkerIdentity): Promise<boolean> {
  const others = await db.$queryRaw<{ id: string; silent: boolean }[]>`
    SELECT id, seen_at < clock_timestamp() - make_interval(secs => ${SILENT_MS / SECOND_MS}) AS "silent"
    FROM worker_heartbeat WHERE id <> ${ownerName(self)}`;
  const gone = others.filter(({ id }) => isGone(id, self));
  await db.workerHeartbeat.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  return others.every((other) => other.silent || gone.includes(other));
}
