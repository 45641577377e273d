import type { Transaction } from "@/lib/db/client";
import { recordHash, tombstoneSignature } from "./record-seal";

/**
 * Leaves behind how long the record of who looked at a patient's data was and how it ended, before it goes with them: else
 * their erasure would look like a record that somebody removed. Nothing without a record. The transaction is about them.
 */
export async function leaveRecordTombstone(tx: Transaction, patientId: string): Promise<void> {
  const end = await tx.disclosureHead.findUnique({
    where: { patientId },
    select: { seq: true, mac: true },
  });
  if (!end) return;
  const patientHash = recordHash(patientId);
  await tx.recordTombstone.createMany({
    data: { patientHash, ...end, signature: tombstoneSignature(patientHash, end) },
    // Whoever came back with a restored backup and is erased again has one, of a record that was no shorter.
    skipDuplicates: true,
  });
}
