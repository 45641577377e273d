import { isDeepStrictEqual } from "node:util";
import { DAY_MS, type Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import type { DeviceSnapshot, Egv, GlucoseEvent } from "@/lib/glucose/reading";
import { patientKey } from "@/lib/patients/keys";
import type { PatientAccess } from "@/lib/sharing/policy";
import { sealBlock } from "./blocks";
import { BLOCK_FORMAT } from "./codec";
import { onDays, openBlocks, utcDay } from "./data";
import { mergeNamed, type NamedRecord, type Reported } from "./merge";
import { CLOCKS_APART_MS, mergeEgvs } from "./merge-egvs";
import { DEXCOM_SOURCE, type RecordBatch, type RecordCounts, type RecordKind, type RecordOf } from "./schema";

/** The transaction, the patient and the key that everything here is stored with. */
interface Store {
  readonly tx: Transaction;
  readonly patientId: string;
  readonly key: DataKey;
}

type NamedKind = "event" | "calibration" | "alert";

interface ChangedBlock<K extends RecordKind> {
  readonly day: string;
  /** The revision that was read; 0 for a new block. */
  readonly revision: number;
  readonly records: readonly RecordOf[K][];
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
  if (batch.records.length === 0) return NOTHING;
  const { patientId } = access;
  const store: Store = { tx, patientId, key: await patientKey(tx, patientId) };
  switch (batch.kind) {
    case "egv":
      return upsertEgvs(store, batch.records);
    case "event":
      // The status is about the journey, not about the event: a block holds what is true now.
      return upsertEvents(
        store,
        batch.records.map(({ status, ...record }) => ({ record, status })),
      );
    case "calibration":
      return upsertNamed(store, batch.kind, batch.records.map(asCreated));
    default:
      return upsertNamed(store, batch.kind, batch.records.map(asCreated));
  }
}

const NOTHING: RecordCounts = { added: 0, changed: 0, removed: 0 };

function asCreated<R extends NamedRecord>(record: R): Reported<R> {
  return { record, status: "created" };
}

/** Copies of one reading can lie on both sides of midnight, so the neighbouring hour is looked at too. */
async function upsertEgvs(store: Store, batch: readonly Egv[]): Promise<RecordCounts> {
  const days = new Set(
    batch.flatMap(({ systemTime }) => [
      startOfDay(systemTime - CLOCKS_APART_MS),
      startOfDay(systemTime + CLOCKS_APART_MS),
    ]),
  );
  const stored = await openBlocks(store.tx, store.patientId, "egv", store.key, onDays([...days].map(utcDay)));
  const revisions = new Map(stored.map(({ day, revision }) => [day, revision]));
  const merged = mergeEgvs(
    stored.flatMap(({ records }) => records),
    batch,
  );
  const byDay = Map.groupBy(merged.egvs, ({ systemTime }) => startOfDay(systemTime));
  const changed = [...merged.touchedDays].map((start) => {
    const day = utcDay(start);
    return { day, revision: revisions.get(day) ?? 0, records: byDay.get(start) ?? [] };
  });
  await writeBlocks(store, "egv", changed);
  return merged.counts;
}

function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

interface MergedDays<K extends NamedKind> {
  readonly changed: readonly ChangedBlock<K>[];
  readonly counts: RecordCounts;
}

/** Merges a batch into the blocks of the days that it names. */
async function mergeDays<K extends NamedKind>(
  { tx, patientId, key }: Store,
  kind: K,
  batch: readonly Reported<RecordOf[K]>[],
): Promise<MergedDays<K>> {
  const days = Map.groupBy(batch, ({ record }) => utcDay(record.systemTime));
  const stored = await openBlocks(tx, patientId, kind, key, onDays([...days.keys()]));
  const blocks = new Map(stored.map((block) => [block.day, block]));
  const changed: ChangedBlock<K>[] = [];
  let counts = NOTHING;
  for (const [day, part] of days) {
    const before = blocks.get(day);
    const merged = mergeNamed(before?.records ?? [], part);
    if (total(merged.counts) === 0) continue;
    counts = plus(counts, merged.counts);
    changed.push({ day, revision: before?.revision ?? 0, records: merged.records });
  }
  return { changed, counts };
}

async function upsertNamed<K extends NamedKind>(
  store: Store,
  kind: K,
  batch: readonly Reported<RecordOf[K]>[],
): Promise<RecordCounts> {
  const { changed, counts } = await mergeDays(store, kind, batch);
  await writeBlocks(store, kind, changed);
  return counts;
}

/**
 * An edited event can lie on another day than its stored copy, and a deletion can name a day that the event has left:
 * such copies are looked for in all other blocks.
 */
async function upsertEvents(store: Store, batch: readonly Reported<GlucoseEvent>[]): Promise<RecordCounts> {
  const { changed, counts } = await mergeDays(store, "event", batch);
  const edits = new Map(
    batch.filter(({ status }) => status !== "created").map((edit) => [edit.record.recordId, edit] as const),
  );
  const blocks = new Map(changed.map((block) => [block.day, block]));
  let [moved, deleted] = [0, 0];
  const others = edits.size === 0 ? [] : await openBlocks(store.tx, store.patientId, "event", store.key);
  for (const { day, revision, records } of others) {
    const current = blocks.get(day)?.records ?? records;
    const kept = current.filter(({ recordId }) => {
      const edit = edits.get(recordId);
      if (edit === undefined || utcDay(edit.record.systemTime) === day) return true;
      if (edit.status === "deleted") deleted += 1;
      else moved += 1;
      return false;
    });
    if (kept.length < current.length) blocks.set(day, { day, revision, records: kept });
  }
  await writeBlocks(store, "event", [...blocks.values()]);
  // An event that moved to another day was counted as new there and is gone here: it changed.
  return {
    added: counts.added - moved,
    changed: counts.changed + moved,
    removed: counts.removed + deleted,
  };
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
    ? await openBlocks(tx, patientId, "device", key, onDays([utcDay(newest.day.getTime())]))
    : [];
  if (before && isDeepStrictEqual(before.records, devices)) return;
  const revision = before?.day === day ? before.revision : 0;
  await writeBlocks({ tx, patientId, key }, "device", [{ day, revision, records: devices }]);
}

/** All blocks in one statement. A block whose revision is no longer the one that was read is not written. */
async function writeBlocks<K extends RecordKind>(
  { tx, patientId, key }: Store,
  kind: K,
  blocks: readonly ChangedBlock<K>[],
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
