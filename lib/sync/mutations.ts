import { record } from "@/lib/audit/record";
import { DAY_MS, type Instant } from "@/lib/clock";
import type { Database, Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import type { CursorSet } from "@/lib/sync/data";
import { holdLease, type SyncLease } from "@/lib/sync/mutations-lease";
import type { Verdict } from "@/lib/sync/outcome";
import { backfillWindowsLeft, WINDOWED_KINDS } from "@/lib/sync/plan";

export type SyncTrigger = "first" | "scheduled" | "manual";

/** How long the sync log goes back. Hourly lines for ever would outgrow the readings. */
const RUNS_KEPT_MS = 14 * DAY_MS;

/** Begins a run: its line in the sync log and the cursors of its pass, in one transaction. Null when superseded. */
export async function openRun(
  lease: SyncLease,
  run: {
    readonly trigger: SyncTrigger;
    readonly startedAt: Instant;
    readonly cursors: CursorSet;
    readonly historyFrom: Instant | null;
    readonly deepCheckedAt: Instant | null;
    readonly checkedThrough: Instant | null;
  },
  db: Database,
): Promise<string | null> {
  const { connectionId, access } = lease;
  return inPatientTransaction(
    access,
    async (tx) => {
      if (!(await holdLease(tx, lease))) return null;
      const id = newId();
      await tx.syncRun.create({
        data: {
          id,
          connectionId,
          patientId: access.patientId,
          trigger: run.trigger,
          startedAt: new Date(run.startedAt),
        },
      });
      await saveCursors(tx, lease, run.cursors);
      await tx.connection.update({
        where: { id: connectionId },
        data: {
          ...(run.historyFrom === null ? {} : { historyFrom: new Date(run.historyFrom) }),
          ...(run.deepCheckedAt === null ? {} : { deepCheckedAt: new Date(run.deepCheckedAt) }),
          ...(run.checkedThrough === null ? {} : { checkedThrough: new Date(run.checkedThrough) }),
        },
      });
      return id;
    },
    { db },
  );
}

/** Writes the cursors of the windowed kinds; part of a transaction that holds the lease. */
export async function saveCursors(tx: Transaction, lease: SyncLease, cursors: CursorSet): Promise<void> {
  const { connectionId } = lease;
  const { patientId } = lease.access;
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
    /** Null when it failed before its first window. */
    readonly runId: string | null;
    readonly trigger: SyncTrigger;
    readonly startedAt: Instant;
    readonly now: Instant;
    readonly verdict: Verdict;
  },
  db: Database,
): Promise<boolean> {
  const { verdict, now } = ending;
  const isOver = verdict.outcome !== "more-to-come";
  return inPatientTransaction(
    lease.access,
    async (tx) => {
      if (!(await holdLease(tx, lease))) return false;
      if (isOver) await logEnding(tx, lease, ending);
      await tx.connection.update({
        where: { id: lease.connectionId },
        data: {
          lastOutcome: verdict.outcome,
          failures: verdict.failures,
          refusedRefreshes: verdict.refusals,
          nextSyncAt: verdict.nextSyncAt === null ? null : new Date(verdict.nextSyncAt),
          ...(isOver ? { lastSyncAt: new Date(now) } : {}),
          ...(verdict.stop === null ? {} : { status: "reconnect_needed", statusReason: verdict.stop }),
          syncOwner: null,
          syncUntil: null,
        },
      });
      if (verdict.stop !== null) {
        const detail = { connectionId: lease.connectionId, reason: verdict.stop };
        await record(tx, lease.access, { action: "connection.stopped", detail });
      }
      return true;
    },
    { db },
  );
}

async function logEnding(
  tx: Transaction,
  { connectionId, access }: SyncLease,
  { runId, trigger, startedAt, now, verdict }: Parameters<typeof finishRun>[1],
): Promise<void> {
  const ended = { outcome: verdict.outcome, finishedAt: new Date(now) };
  const begun = { connectionId, patientId: access.patientId, trigger, startedAt: new Date(startedAt) };
  if (runId === null) await tx.syncRun.create({ data: { id: newId(), ...begun, ...ended } });
  else await tx.syncRun.update({ where: { id: runId }, data: ended });
  await tx.syncRun.deleteMany({
    where: { connectionId, startedAt: { lt: new Date(now - RUNS_KEPT_MS) }, finishedAt: { not: null } },
  });
}
