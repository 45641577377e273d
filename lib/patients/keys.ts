import { createDataKey, type DataKey, unwrapDataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { refused } from "@/lib/refusals";

const ownedBy = (patientId: string) => ({ purpose: "patient-key", owner: patientId }) as const;

/** Makes the key under which all of a patient's data is sealed. Its row is the only way to the data: see mutations-erasure.ts. */
export async function createPatientKey(tx: Transaction, patientId: string): Promise<DataKey> {
  const { dataKey, wrapped } = await createDataKey(ownedBy(patientId));
  await tx.patientKey.create({ data: { patientId, wrapped } });
  return dataKey;
}

/** The patient's key. The row is read every time, so that an erased patient has no key from that moment, anywhere. */
export async function patientKey(tx: Transaction, patientId: string): Promise<DataKey> {
  const row = await tx.patientKey.findUnique({ where: { patientId }, select: { wrapped: true } });
  if (!row) throw refused("data-deleted");
  return unwrapDataKey(row.wrapped, ownedBy(patientId));
}
