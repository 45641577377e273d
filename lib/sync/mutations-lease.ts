import type { Instant } from "@/lib/clock";
import type { Database, Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadSyncState, type SyncState } from "@/lib/sync/data";

/** The right to move a connection's cursors. `fence` grows with every holder, so an old one can be told apart. */
export interface SyncLease {
  readonly access: PatientAccess;
  readonly connectionId: string;
  readonly owner: string;
  readonly fence: number;
}

/** A connection whose worker died is free again this long after the worker's last sign of life. */
const LEASE_SECONDS = 45;
export const LEASE_RENEWAL_MS = 15_000;

/**
 * Takes the lease of an active connection that nobody holds and reads where the work stands; null when somebody holds
 * it or there is nothing to sync. The run stays due until it is finished: whoever dies is replaced. All times of the
 * lease are the database's.
 */
export async function takeSyncLease(
  access: PatientAccess,
  connectionId: string,
  taker: { readonly owner: string; readonly now: Instant; readonly db: Database },
): Promise<{ readonly lease: SyncLease; readonly state: SyncState } | null> {
  const { owner, now, db } = taker;
  return inPatientTransaction(
    access,
    async (tx) => {
      const [taken] = await tx.$queryRaw<{ fence: number }[]>`
        UPDATE connection SET sync_owner = ${owner}, sync_fence = sync_fence + 1,
          sync_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
          next_sync_at = LEAST(next_sync_at, ${new Date(now)})
        WHERE id = ${connectionId}::uuid AND status = 'active'
          AND (sync_until IS NULL OR sync_until <= clock_timestamp())
        RETURNING sync_fence AS "fence"`;
      if (!taken) return null;
      const lease: SyncLease = { access, connectionId, owner, fence: taken.fence };
      return { lease, state: await loadSyncState(tx, connectionId) };
    },
    { db },
  );
}

/** Says that the worker is still there; false when the lease has been lost. */
export function renewSyncLease(lease: SyncLease, db: Database): Promise<boolean> {
  return inPatientTransaction(lease.access, (tx) => holdLease(tx, lease), { db });
}

/**
 * Locks the connection and extends the lease; false when it ran out, passed to another worker, or the person
 * disconnected. Every writing transaction starts with it: a worker that was frozen past its lease writes nothing.
 */
export async function holdLease(tx: Transaction, lease: SyncLease): Promise<boolean> {
  const held = await tx.$executeRaw`
    UPDATE connection SET sync_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ${lease.connectionId}::uuid AND sync_owner = ${lease.owner} AND sync_fence = ${lease.fence}
      AND status = 'active' AND sync_until > clock_timestamp()`;
  return held === 1;
}
