import type { Instant } from "@/lib/clock";
import { lookupValue } from "@/lib/crypto/lookup";
import { seal } from "@/lib/crypto/seal";
import type { Transaction } from "@/lib/db/client";
import type { Quarantined } from "@/lib/dexcom/records";
import { newId } from "@/lib/ids";
import { patientKey } from "@/lib/patients/keys";
import type { SyncLease } from "@/lib/sync/mutations-lease";

/**
 * Keeps records that could not be understood, sealed under the patient's key, each once however often it comes. The
 * cursor that moves on in the same transaction thereby never passes one that is not on record. Returns how many were
 * new.
 */
export async function keepQuarantined(
  tx: Transaction,
  { connectionId, access }: SyncLease,
  kind: string,
  quarantined: readonly Quarantined[],
  now: Instant,
): Promise<number> {
  if (quarantined.length === 0) return 0;
  const { patientId } = access;
  const { key } = await patientKey(tx, patientId);
  const kept = quarantined.map(({ reason, raw }) => {
    const fingerprint = lookupValue("quarantined-record", [connectionId, kind, raw]);
    const sealed = seal(Buffer.from(raw, "utf8"), key, quarantineContext(connectionId, kind, fingerprint));
    return { id: newId(), connectionId, patientId, kind, reason, fingerprint, sealed, seenAt: new Date(now) };
  });
  const { count } = await tx.quarantinedRecord.createMany({ data: kept, skipDuplicates: true });
  return count;
}

/** Where a quarantined record belongs: it opens for this row and no other. */
export function quarantineContext(connectionId: string, kind: string, fingerprint: string) {
  return ["quarantined-record", connectionId, kind, fingerprint] as const;
}
