import type { Instant } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import type { RunHistory } from "@/lib/sync/outcome";
import { type Cursor, WINDOWED_KINDS, type WindowedKind } from "@/lib/sync/plan";

export type CursorSet = Readonly<Record<WindowedKind, Cursor>>;

/** Where a connection's sync stands, as the database knows it. */
export interface SyncState {
  /** Whose answers may be stored here. */
  readonly subjectHmac: string;
  readonly history: RunHistory;
  /** Null before the first run. */
  readonly cursors: CursorSet | null;
  readonly devicesCheckedThrough: Instant | null;
  readonly deepCheckedAt: Instant | null;
  /** The run that is under way, over as many jobs as it takes. */
  readonly run: { readonly id: string; readonly startedAt: Instant } | null;
}

/** Reads it all in the transaction that took the lease. */
export async function loadSyncState(tx: Transaction, connectionId: string): Promise<SyncState> {
  const connection = await tx.connection.findUniqueOrThrow({
    where: { id: connectionId },
    select: {
      subjectHmac: true,
      failures: true,
      refusedRefreshes: true,
      deepCheckedAt: true,
      cursors: {
        select: {
          kind: true,
          backfillFrom: true,
          backfilledTo: true,
          checkedThrough: true,
          recheckFrom: true,
          windowsDone: true,
        },
      },
      runs: {
        where: { finishedAt: null },
        orderBy: { startedAt: "desc" },
        take: 1,
        select: { id: true, startedAt: true },
      },
    },
  });
  const rows = new Map(connection.cursors.map((row) => [row.kind, row]));
  const [run] = connection.runs;
  return {
    subjectHmac: connection.subjectHmac,
    history: { failures: connection.failures, refusals: connection.refusedRefreshes },
    cursors: cursorSet((kind) => rows.get(kind)),
    devicesCheckedThrough: rows.get("device")?.checkedThrough?.getTime() ?? null,
    deepCheckedAt: connection.deepCheckedAt?.getTime() ?? null,
    run: run ? { id: run.id, startedAt: run.startedAt.getTime() } : null,
  };
}

interface CursorRow {
  readonly backfillFrom: Date | null;
  readonly backfilledTo: Date | null;
  readonly checkedThrough: Date | null;
  readonly recheckFrom: Date | null;
  readonly windowsDone: number;
}

/** Cursors are made together by the first run: one that is missing means that there are none. */
function cursorSet(rowOf: (kind: WindowedKind) => CursorRow | undefined): CursorSet | null {
  const cursors: Partial<Record<WindowedKind, Cursor>> = {};
  for (const kind of WINDOWED_KINDS) {
    const row = rowOf(kind);
    if (!row?.backfillFrom || !row.backfilledTo || !row.checkedThrough) return null;
    cursors[kind] = {
      backfillFrom: row.backfillFrom.getTime(),
      backfilledTo: row.backfilledTo.getTime(),
      checkedThrough: row.checkedThrough.getTime(),
      recheckFrom: row.recheckFrom?.getTime() ?? null,
      windowsDone: row.windowsDone,
    };
  }
  const { egv, event, calibration, alert } = cursors;
  return egv && event && calibration && alert ? { egv, event, calibration, alert } : null;
}
