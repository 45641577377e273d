import { isDeepStrictEqual } from "node:util";
import type { Instant } from "@/lib/clock";
import type { EventStatus } from "@/lib/glucose/reading";
import type { RecordCounts } from "./schema";

/** A record that Dexcom names. EGVs have no name that lasts: see merge-egvs.ts. */
export interface NamedRecord {
  readonly recordId: string;
  readonly systemTime: Instant;
}

/** What an answer says about a named record. Only events are ever edited or deleted. */
export interface Reported<R extends NamedRecord> {
  readonly record: R;
  readonly status: EventStatus;
}

/**
 * What a block holds after a batch: new records are added, changed ones replaced, deleted ones removed, and what the
 * batch does not mention stays: an answer without a record is no proof that it is gone. Ascending by `systemTime`.
 */
export function mergeNamed<R extends NamedRecord>(
  stored: readonly R[],
  batch: readonly Reported<R>[],
): { readonly records: readonly R[]; readonly counts: RecordCounts } {
  const byName = new Map(stored.map((record) => [record.recordId, record]));
  let [added, changed, removed] = [0, 0, 0];
  for (const { record, status } of batch) {
    const { recordId } = record;
    const known = byName.get(recordId);
    if (status === "deleted") {
      if (byName.delete(recordId)) removed += 1;
      continue;
    }
    if (known === undefined) added += 1;
    else if (isDeepStrictEqual(known, record)) continue;
    else changed += 1;
    byName.set(recordId, record);
  }
  const records = [...byName.values()].sort((a, b) => a.systemTime - b.systemTime);
  return { records, counts: { added, changed, removed } };
}
