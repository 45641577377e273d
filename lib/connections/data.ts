import { type Clock, type Instant, systemClock } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { PatientAccess } from "@/lib/sharing/policy";
import { importProgress } from "@/lib/sync/status";
import {
  type ConnectionView,
  type ImportProgress,
  STOP_REASONS,
  SYNC_OUTCOMES,
  type SyncRunView,
} from "./status";

const SYNC_RUNS_MAX = 100;

/** The patient's connection, the newest first if there was more than one; null before the first. */
export async function connectionView(
  access: PatientAccess,
  options: TransactionOptions & { readonly clock?: Clock } = {},
): Promise<ConnectionView | null> {
  access.demand("read");
  const { clock = systemClock, ...transaction } = options;
  return inPatientTransaction(
    access,
    async (tx) => {
      const row = await tx.connection.findFirst({
        where: { patientId: access.patientId },
        orderBy: { connectedAt: "desc" },
        select: {
          id: true,
          environment: true,
          status: true,
          statusReason: true,
          connectedAt: true,
          disconnectedAt: true,
          lastSyncAt: true,
          lastOutcome: true,
          nextSyncAt: true,
          lastUploadAt: true,
          failures: true,
          syncUntil: true,
          cursors: {
            select: {
              kind: true,
              windowsDone: true,
              windowsTotal: true,
              backfilledTo: true,
              backfillFrom: true,
            },
          },
        },
      });
      if (!row) return null;
      const now = clock.now();
      const cursors = row.cursors.map((cursor) => ({
        ...cursor,
        backfilledTo: toInstant(cursor.backfilledTo),
        backfillFrom: toInstant(cursor.backfillFrom),
      }));
      const progressSince = (startedAt: Date) =>
        row.status === "active" ? importProgress(cursors, { startedAt: startedAt.getTime(), now }) : null;
      // Progress is reckoned from the run that began the import, which matters only while there is some.
      const progress =
        progressSince(row.connectedAt) && progressSince((await firstRunOf(tx, row)) ?? row.connectedAt);
      return {
        id: row.id,
        environment: row.environment,
        status: statusOf({ ...row, progress }),
        reason: row.status === "active" ? null : oneOf(STOP_REASONS, row.statusReason),
        connectedAt: row.connectedAt.getTime(),
        disconnectedAt: toInstant(row.disconnectedAt),
        lastSyncAt: toInstant(row.lastSyncAt),
        lastOutcome: oneOf(SYNC_OUTCOMES, row.lastOutcome),
        nextSyncAt: toInstant(row.nextSyncAt),
        lastUploadAt: toInstant(row.lastUploadAt),
        syncing: row.syncUntil !== null && row.syncUntil.getTime() > now,
        progress,
      } satisfies ConnectionView;
    },
    transaction,
  );
}

async function firstRunOf(tx: Transaction, { id }: { readonly id: string }): Promise<Date | null> {
  const run = await tx.syncRun.findFirst({
    where: { connectionId: id, trigger: "first" },
    orderBy: { startedAt: "desc" },
    select: { startedAt: true },
  });
  return run?.startedAt ?? null;
}

/** How far the data reach, and which wall clock they were last shown on. */
export interface DataReach {
  readonly historyFrom: Instant | null;
  readonly checkedThrough: Instant | null;
  readonly dataThrough: Instant | null;
  readonly newestOffsetMinutes: number | null;
}

export async function dataReach(access: PatientAccess, options: TransactionOptions = {}): Promise<DataReach> {
  access.demand("read");
  const row = await inPatientTransaction(
    access,
    (tx) =>
      tx.connection.findFirst({
        where: { patientId: access.patientId },
        orderBy: { connectedAt: "desc" },
        select: { historyFrom: true, checkedThrough: true, dataThrough: true, newestOffsetMinutes: true },
      }),
    options,
  );
  return {
    historyFrom: toInstant(row?.historyFrom),
    checkedThrough: toInstant(row?.checkedThrough),
    dataThrough: toInstant(row?.dataThrough),
    newestOffsetMinutes: row?.newestOffsetMinutes ?? null,
  };
}

/** Both in one transaction. */
export function connectionAndReach(
  access: PatientAccess,
  { clock = systemClock, ...options }: TransactionOptions & { readonly clock?: Clock } = {},
): Promise<{ readonly view: ConnectionView | null; readonly reach: DataReach }> {
  return inPatientTransaction(
    access,
    async (tx) => ({
      view: await connectionView(access, { clock, tx }),
      reach: await dataReach(access, { tx }),
    }),
    options,
  );
}

/** The sync log, newest first. */
export async function syncLog(
  access: PatientAccess,
  { limit = 20, ...options }: TransactionOptions & { readonly limit?: number } = {},
): Promise<readonly SyncRunView[]> {
  access.demand("read");
  const rows = await inPatientTransaction(
    access,
    (tx) =>
      tx.syncRun.findMany({
        where: { patientId: access.patientId },
        orderBy: [{ startedAt: "desc" }, { id: "asc" }],
        take: Math.min(limit, SYNC_RUNS_MAX),
        select: {
          id: true,
          trigger: true,
          startedAt: true,
          finishedAt: true,
          outcome: true,
          added: true,
          changed: true,
          removed: true,
          quarantined: true,
          withheld: true,
        },
      }),
    options,
  );
  return rows.map(
    (row) =>
      ({
        ...row,
        trigger: oneOf(["first", "scheduled", "manual"] as const, row.trigger) ?? "scheduled",
        startedAt: row.startedAt.getTime(),
        finishedAt: toInstant(row.finishedAt),
        outcome: oneOf(SYNC_OUTCOMES, row.outcome),
      }) satisfies SyncRunView,
  );
}

interface StatusRow {
  readonly status: string;
  readonly failures: number;
  readonly cursors: readonly unknown[];
  readonly progress: ImportProgress | null;
}

function statusOf({ status, failures, cursors, progress }: StatusRow): ConnectionView["status"] {
  if (status === "disconnected") return "disconnected";
  if (status === "reconnect_needed") return "reconnect-needed";
  if (failures > 0) return "retrying";
  return cursors.length === 0 || progress !== null ? "importing" : "active";
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((candidate) => candidate === value) ?? null;
}

function toInstant(date: Date | null | undefined): Instant | null {
  return date?.getTime() ?? null;
}
