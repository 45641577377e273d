import type { Instant } from "@/lib/clock";
import type { StopReason } from "@/lib/connections/status";
import type { Database, Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { type CursorSet, loadSyncState, type SyncState } from "@/lib/sync/data";
import type { Verdict } from "@/lib/sync/outcome";
import { backfillWindowsLeft, WINDOWED_KINDS } from "@/lib/sync/plan";

export type SyncTrigger = "first" | "scheduled" | "manual";

/** Which connection of whom. */
export interface ConnectionRef {
  readonly connectionId: string;
  readonly patientId: string;
}

/** The right to move a connection's cursors. `fence` grows with every holder, so an old one can be told apart. */
export interface SyncLease extends ConnectionRef {
  readonly owner: string;
  readonly fence: number;
}

/** A connection whose worker died is free again this long after the worker's last sign of life. */
export const LEASE_SECONDS = 45;
export const LEASE_RENEWAL_MS = 15_000;

/** All sync transactions run as this actor. */
export const SYNC_ACTOR = "system:sync";

/**
 * Takes the lease of an active connection that nobody holds and reads where the work stands; null when somebody holds
 * it or there is nothing to sync. The run stays due until it is finished: whoever dies is replaced.
 */
export async function takeSyncLease(
  ref: ConnectionRef,
  taker: { readonly owner: string; readonly now: Instant; readonly db: Database },
): Promise<{ readonly lease: SyncLease; readonly state: SyncState } | null> {
  const { connectionId, patientId } = ref;
  return inTransaction(ref, taker.db, async (tx) => {
    const due = new Date(taker.now);
    const [taken] = await tx.$queryRaw<{ fence: number }[]>`
      UPDATE connection SET sync_owner = ${taker.owner}, sync_fence = sync_fence + 1,
        sync_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
        next_sync_at = LEAST(COALESCE(next_sync_at, ${due}), ${due})
      WHERE id = ${connectionId}::uuid AND status = 'active'
        AND (sync_until IS NULL OR sync_until <= clock_timestamp())
      RETURNING sync_fence AS "fence"`;
    if (!taken) return null;
    const lease: SyncLease = { connectionId, patientId, owner: taker.owner, fence: taken.fence };
    return { lease, state: await loadSyncState(tx, connectionId) };
  });
}

/** Says that the worker is still there; false when the lease has been lost. */
export async function renewSyncLease(lease: SyncLease, db: Database): Promise<boolean> {
  return inTransaction(lease, db, (tx) => holdLease(tx, lease));
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

/** Begins a run: its line in the sync log and the cursors of its pass, in one transaction. Null when superseded. */
export async function openRun(
  lease: SyncLease,
  run: {
    readonly trigger: SyncTrigger;
    readonly startedAt: Instant;
    readonly cursors: CursorSet;
    readonly historyFrom: Instant | null;
    readonly deepCheckedAt: Instant | null;
  },
  db: Database,
): Promise<string | null> {
  return inTransaction(lease, db, async (tx) => {
    if (!(await holdLease(tx, lease))) return null;
    const id = newId();
    const { connectionId, patientId } = lease;
    await tx.syncRun.create({
      data: { id, connectionId, patientId, trigger: run.trigger, startedAt: new Date(run.startedAt) },
    });
    await saveCursors(tx, lease, run.cursors);
    await tx.connection.update({
      where: { id: connectionId },
      data: {
        ...(run.historyFrom === null ? {} : { historyFrom: new Date(run.historyFrom) }),
        ...(run.deepCheckedAt === null ? {} : { deepCheckedAt: new Date(run.deepCheckedAt) }),
      },
    });
    return id;
  });
}

/** Writes the cursors of the windowed kinds; part of a transaction that holds the lease. */
export async function saveCursors(tx: Transaction, ref: ConnectionRef, cursors: CursorSet): Promise<void> {
  const { connectionId, patientId } = ref;
  for (const kind of WINDOWED_KINDS) {
    const cursor = cursors[kind];
    const row = {
      backfillFrom: new Date(cursor.backfillFrom),
      backfilledTo: new Date(cursor.backfilledTo),
      checkedThrough: new Date(cursor.checkedThrough),
      recheckFrom: cursor.recheckFrom === null ? null : new Date(cursor.recheckFrom),
      windowsDone: cursor.windowsDone,
      windowsTotal: cursor.windowsDone + backfillWindowsLeft(cursor),
    };
    await tx.syncCursor.upsert({
      where: { connectionId_kind: { connectionId, kind } },
      create: { connectionId, patientId, kind, ...row },
      update: row,
    });
  }
}

/** Ends a run: outcome, timetable and status, and the lease is given back. False when superseded: nothing is written. */
export async function finishRun(
  lease: SyncLease,
  ending: {
    readonly runId: string | null;
    readonly trigger: SyncTrigger;
    readonly startedAt: Instant;
    readonly now: Instant;
    readonly verdict: Verdict;
  },
  db: Database,
): Promise<boolean> {
  const { verdict, now, runId } = ending;
  const at = new Date(now);
  const { connectionId, patientId } = lease;
  return inTransaction(lease, db, async (tx) => {
    if (!(await holdLease(tx, lease))) return false;
    const open = verdict.outcome === "more-to-come";
    const outcome = open ? {} : { outcome: verdict.outcome, finishedAt: at };
    if (runId !== null) await tx.syncRun.update({ where: { id: runId }, data: outcome });
    // A run that failed before its first window is a line of the log as well.
    else if (!open)
      await tx.syncRun.create({
        data: {
          id: newId(),
          connectionId,
          patientId,
          trigger: ending.trigger,
          startedAt: new Date(ending.startedAt),
          ...outcome,
        },
      });
    await tx.connection.update({
      where: { id: connectionId },
      data: {
        lastOutcome: verdict.outcome,
        failures: verdict.failures,
        refusedRefreshes: verdict.refusals,
        nextSyncAt: verdict.nextSyncAt === null ? null : new Date(verdict.nextSyncAt),
        ...(open ? {} : { lastSyncAt: at }),
        ...(verdict.stop === null ? {} : stopped(verdict.stop)),
        syncOwner: null,
        syncUntil: null,
      },
    });
    return true;
  });
}

function stopped(reason: StopReason) {
  return { status: "reconnect_needed", statusReason: reason };
}

function inTransaction<T>(
  { patientId }: ConnectionRef,
  db: Database,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inPatientTransaction({ patientId, actor: SYNC_ACTOR }, work, { db });
}
