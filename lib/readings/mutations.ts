import { isDeepStrictEqual } from "node:util";
import type { Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import type { DeviceSnapshot } from "@/lib/glucose/reading";
import { patientKey } from "@/lib/patients/keys";
import type { PatientAccess } from "@/lib/sharing/policy";
import { sealBlock } from "./blocks";
import { BLOCK_FORMAT } from "./codec";
import { openBlocks, utcDay } from "./data";
import { identityOf, mergeRecords } from "./merge";
import { DEXCOM_SOURCE, type RecordBatch, type RecordCounts, type RecordKind, type RecordOf } from "./schema";

interface ChangedBlock {
  readonly day: string;
  /** The revision that was read; 0 for a new block. */
  readonly revision: number;
  readonly records: readonly RecordOf[RecordKind][];
}

/**
 * Stores a batch inside the caller's transaction, so that records and cursor move together or not at all. The same
 * batch again changes nothing. Throws when another writer changed a block meanwhile: the transaction must start over.
 */
export async function upsertRecords(
  access: PatientAccess,
  tx: Transaction,
  batch: RecordBatch,
): Promise<RecordCounts> {
  access.demand("import");
  if (batch.records.length === 0) return { added: 0, changed: 0, removed: 0 };
  const { patientId } = access;
  const key = await patientKey(tx, patientId);

  const days = recordsByDay(batch);
  const stored = new Map(
    (await openBlocks(tx, patientId, batch.kind, key, [...days.keys()])).map((block) => [block.day, block]),
  );
  const changed: ChangedBlock[] = [];
  let counts: RecordCounts = { added: 0, changed: 0, removed: 0 };
  for (const [day, part] of days) {
    const before = stored.get(day);
    const merged = mergeRecords(before?.records ?? [], { ...batch, records: part } as RecordBatch);
    counts = plus(counts, merged.counts);
    if (total(merged.counts) > 0)
      changed.push({ day, revision: before?.revision ?? 0, records: merged.records });
  }
  const moved = await withoutMovedCopies(tx, patientId, key, batch, changed);
  await writeBlocks(tx, patientId, batch.kind, key, moved.blocks);
  // An event that moved to another day was counted as new there and is gone here: it changed.
  return {
    added: counts.added - moved.moved,
    changed: counts.changed + moved.moved,
    removed: counts.removed + moved.deleted,
  };
}

function recordsByDay<B extends RecordBatch>(batch: B): Map<string, B["records"][number][]> {
  const records: readonly B["records"][number][] = batch.records;
  return Map.groupBy(records, ({ systemTime }) => utcDay(systemTime));
}

/**
 * An edited event can lie on another day than its stored copy, and a deletion can name a day that the event has left.
 * Looks for such copies in the other blocks and takes them out.
 */
async function withoutMovedCopies(
  tx: Transaction,
  patientId: string,
  key: DataKey,
  batch: RecordBatch,
  changed: readonly ChangedBlock[],
): Promise<{ blocks: readonly ChangedBlock[]; moved: number; deleted: number }> {
  const edited = new Map(
    (batch.kind === "event" ? batch.records : [])
      .filter(({ status }) => status !== "created")
      .map((event) => [
        event.recordId,
        { day: utcDay(event.systemTime), deleted: event.status === "deleted" },
      ]),
  );
  if (edited.size === 0) return { blocks: changed, moved: 0, deleted: 0 };

  const blocks = new Map(changed.map((block) => [block.day, block]));
  let [moved, deleted] = [0, 0];
  for (const { day, revision, records } of await openBlocks(tx, patientId, "event", key)) {
    const current = (blocks.get(day)?.records ?? records) as readonly RecordOf["event"][];
    const kept = current.filter((event) => {
      const edit = edited.get(identityOf("event", event));
      if (edit === undefined || edit.day === day) return true;
      if (edit.deleted) deleted += 1;
      else moved += 1;
      return false;
    });
    if (kept.length < current.length) blocks.set(day, { day, revision, records: kept });
  }
  return { blocks: [...blocks.values()], moved, deleted };
}

/** Keeps the devices as they are on this day; the same list again, or the same as on the last day, writes nothing. */
export async function storeDevices(
  access: PatientAccess,
  tx: Transaction,
  devices: readonly DeviceSnapshot[],
  at: Instant,
): Promise<void> {
  access.demand("import");
  const { patientId } = access;
  const key = await patientKey(tx, patientId);
  const newest = await tx.dayBlock.findFirst({
    where: { patientId, source: DEXCOM_SOURCE, kind: "device" },
    select: { day: true },
    orderBy: { day: "desc" },
  });
  const day = utcDay(at);
  const [before] = newest
    ? await openBlocks(tx, patientId, "device", key, [utcDay(newest.day.getTime())])
    : [];
  if (before && isDeepStrictEqual(before.records, devices)) return;
  const revision = before?.day === day ? before.revision : 0;
  await writeBlocks(tx, patientId, "device", key, [{ day, revision, records: devices }]);
}

/** All blocks in one statement. A block whose revision is no longer the one that was read is not written. */
async function writeBlocks(
  tx: Transaction,
  patientId: string,
  kind: RecordKind,
  key: DataKey,
  blocks: readonly ChangedBlock[],
): Promise<void> {
  if (blocks.length === 0) return;
  const rows = blocks.map(({ day, revision, records }) => {
    const place = { patientId, source: DEXCOM_SOURCE, kind, day, revision: revision + 1 };
    return {
      day,
      revision: revision + 1,
      sealed: Buffer.from(sealBlock(place, records, key)).toString("base64"),
    };
  });
  const written = await tx.$executeRaw`
    INSERT INTO day_block (patient_id, source, kind, day, revision, format, sealed)
    SELECT ${patientId}::uuid, ${DEXCOM_SOURCE}, ${kind}, b.day::date, b.revision, ${BLOCK_FORMAT}, decode(b.sealed, 'base64')
    FROM unnest(${rows.map(({ day }) => day)}::text[], ${rows.map(({ revision }) => revision)}::int[],
                ${rows.map(({ sealed }) => sealed)}::text[]) AS b(day, revision, sealed)
    ON CONFLICT (patient_id, source, kind, day) DO UPDATE
      SET revision = excluded.revision, format = excluded.format, sealed = excluded.sealed
      WHERE day_block.revision = excluded.revision - 1`;
  if (written !== rows.length) throw new Error("A day block was changed by another writer.");
}

/** Deletes all records of the patient, of every kind; returns how many blocks that were. */
export async function deleteRecords(access: PatientAccess, tx: Transaction): Promise<number> {
  access.demand("disconnect");
  const { count } = await tx.dayBlock.deleteMany({ where: { patientId: access.patientId } });
  return count;
}

function plus(a: RecordCounts, b: RecordCounts): RecordCounts {
  return { added: a.added + b.added, changed: a.changed + b.changed, removed: a.removed + b.removed };
}

function total({ added, changed, removed }: RecordCounts): number {
  return added + changed + removed;
}
