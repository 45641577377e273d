import type { Instant } from "@/lib/clock";
import type { Database, Transaction } from "@/lib/db/client";
import { inPatientTransaction } from "@/lib/db/context";
import { storeDevices, upsertRecords } from "@/lib/readings/mutations";
import type { RecordCounts } from "@/lib/readings/schema";
import type { CursorSet } from "@/lib/sync/data";
import { saveCursors } from "@/lib/sync/mutations";
import { holdLease, type SyncLease } from "@/lib/sync/mutations-lease";
import { keepQuarantined } from "@/lib/sync/mutations-quarantine";
import type { StepAnswers, WindowPage } from "@/lib/sync/read-upstream";

/** Sealing and writing a month of all kinds takes well under a second; a busy database may take longer. */
const STEP_TIMEOUT_MS = 20_000;

/**
 * Stores what one step has read: records, the records that nobody understood, cursors, counts and what the pages show
 * of the connection, all in one transaction. False when superseded: then nothing is written.
 */
export async function storeStep(
  lease: SyncLease,
  step: {
    readonly runId: string;
    readonly answers: StepAnswers;
    /** Where the cursors stand once this step is stored. */
    readonly cursors: CursorSet;
    readonly now: Instant;
  },
  db: Database,
): Promise<boolean> {
  const { answers, cursors, now } = step;
  const { access } = lease;
  return inPatientTransaction(
    access,
    async (tx) => {
      if (!(await holdLease(tx, lease))) return false;
      const counts = { added: 0, changed: 0, removed: 0, quarantined: 0, withheld: 0 };
      for (const page of answers.pages) {
        const written = await upsertPage(lease, tx, page);
        counts.added += written.added;
        counts.changed += written.changed;
        counts.removed += written.removed;
        counts.quarantined += await keepQuarantined(tx, lease, page.kind, page.page.quarantined, now);
        counts.withheld += page.page.withheld;
      }
      if (answers.devices !== null) {
        const { devices, quarantined } = answers.devices;
        await storeDevices(access, tx, devices, now);
        counts.quarantined += await keepQuarantined(tx, lease, "device", quarantined, now);
        await saveDeviceCursor(tx, lease, now);
      }
      await saveCursors(tx, lease, cursors);
      await addToRun(tx, step.runId, answers.pages.length, counts);
      await showOnConnection(tx, lease, step);
      return true;
    },
    { db, timeoutMs: STEP_TIMEOUT_MS },
  );
}

function upsertPage({ access }: SyncLease, tx: Transaction, page: WindowPage): Promise<RecordCounts> {
  switch (page.kind) {
    case "egv":
      return upsertRecords(access, tx, { kind: "egv", records: page.page.records });
    case "event":
      return upsertRecords(access, tx, { kind: "event", records: page.page.records });
    case "calibration":
      return upsertRecords(access, tx, { kind: "calibration", records: page.page.records });
    default:
      return upsertRecords(access, tx, { kind: "alert", records: page.page.records });
  }
}

async function saveDeviceCursor(tx: Transaction, { connectionId, access }: SyncLease, now: Instant) {
  const checkedThrough = new Date(now);
  await tx.syncCursor.upsert({
    where: { connectionId_kind: { connectionId, kind: "device" } },
    create: { connectionId, patientId: access.patientId, kind: "device", checkedThrough },
    update: { checkedThrough },
  });
}

async function addToRun(
  tx: Transaction,
  id: string,
  windows: number,
  counts: RecordCounts & { readonly quarantined: number; readonly withheld: number },
): Promise<void> {
  await tx.syncRun.update({
    where: { id },
    data: {
      windows: { increment: windows },
      added: { increment: counts.added },
      changed: { increment: counts.changed },
      removed: { increment: counts.removed },
      quarantined: { increment: counts.quarantined },
      withheld: { increment: counts.withheld },
    },
  });
}

/** What every page needs before it opens a block: how far the glucose was checked, and its newest reading. */
async function showOnConnection(
  tx: Transaction,
  { connectionId }: SyncLease,
  { answers, cursors }: { readonly answers: StepAnswers; readonly cursors: CursorSet },
): Promise<void> {
  const egvs = answers.pages.find((page) => page.kind === "egv");
  const newest = egvs?.page.records.at(-1);
  const checkedThrough = egvs ? new Date(cursors.egv.checkedThrough) : null;
  const dataThrough = newest ? new Date(newest.systemTime) : null;
  const uploads = (answers.devices?.devices ?? []).flatMap(({ lastUploadAt }) => lastUploadAt ?? []);
  const lastUploadAt = uploads.length > 0 ? new Date(Math.max(...uploads)) : null;
  // GREATEST passes over nulls. The offset belongs to the newest reading, and only then moves with it.
  await tx.$executeRaw`
    UPDATE connection SET
      newest_offset_minutes = CASE WHEN ${dataThrough}::timestamptz >= COALESCE(data_through, '-infinity')
        THEN ${newest?.displayOffsetMinutes ?? null}::int ELSE newest_offset_minutes END,
      checked_through = GREATEST(checked_through, ${checkedThrough}::timestamptz),
      data_through = GREATEST(data_through, ${dataThrough}::timestamptz),
      last_upload_at = GREATEST(last_upload_at, ${lastUploadAt}::timestamptz)
    WHERE id = ${connectionId}::uuid`;
}
