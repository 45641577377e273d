import { isDeepStrictEqual } from "node:util";
import type { Egv } from "@/lib/glucose/reading";
import type { RecordBatch, RecordCounts, RecordKind, RecordOf } from "./schema";

/** What a record is known by: two records with one identity are one record, and the later one counts. */
export function identityOf<K extends Exclude<RecordKind, "device">>(kind: K, record: RecordOf[K]): string {
  if (kind !== "egv") return (record as RecordOf["event"]).recordId;
  const egv = record as Egv;
  // Dexcom's record ids differ between a phone and a receiver that report the same reading; its ticks do not.
  return egv.transmitterId !== null && egv.transmitterTicks !== null
    ? `${egv.transmitterId}/${egv.transmitterTicks}`
    : `at/${egv.systemTime}`;
}

interface Merged<R> {
  /** Ascending by `systemTime`. */
  readonly records: R[];
  readonly counts: RecordCounts;
}

/**
 * What a block holds after a batch: new records are added, changed ones replaced, deleted events removed, and what the
 * batch does not mention stays: an answer without a record is no proof that it is gone.
 */
export function mergeRecords<B extends RecordBatch>(
  stored: readonly RecordOf[B["kind"]][],
  batch: B,
): Merged<RecordOf[B["kind"]]> {
  type Stored = RecordOf[B["kind"]];
  const byIdentity = new Map<string, Stored>(
    stored.map((record) => [identityOf(batch.kind, record as never), record]),
  );
  let [added, changed, removed] = [0, 0, 0];
  for (const incoming of batch.records) {
    const identity = identityOf(batch.kind, incoming as never);
    const known = byIdentity.get(identity);
    if ("status" in incoming && incoming.status === "deleted") {
      if (byIdentity.delete(identity)) removed += 1;
      continue;
    }
    const record = asStored(batch.kind, incoming) as Stored;
    if (known === undefined) added += 1;
    else if (isDeepStrictEqual(known, record) || keepsOffset(known, record)) continue;
    else changed += 1;
    byIdentity.set(identity, record);
  }
  const records = [...byIdentity.values()].sort((a, b) => (a as Egv).systemTime - (b as Egv).systemTime);
  return { records, counts: { added, changed, removed } };
}

/** An event's status is about the journey, not about the event: a block holds what is true now. */
function asStored(kind: RecordBatch["kind"], record: RecordBatch["records"][number]): unknown {
  if (kind !== "event" || !("status" in record)) return record;
  const { status: _, ...event } = record;
  return event;
}

/** The stored copy came from a phone, which knows its offset; a receiver's copy of the same reading does not. */
function keepsOffset(known: unknown, record: unknown): boolean {
  const [before, after] = [known as Partial<Egv>, record as Partial<Egv>];
  return after.displayDevice === "receiver" && before.displayDevice !== "receiver" && "trendRate" in after;
}
