import {
  createDataKey,
  type DataKey,
  type KnownKey,
  knownDataKey,
  unwrapDataKey,
} from "@/lib/crypto/data-key";
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
  if (!row) throw refused((await restsOnShare(tx)) ? "share-ended" : "data-deleted");
  return unwrapPatientKey(patientId, row.wrapped);
}

/**
 * The keys of many patients, each of whom the transaction has in sight: all or none. For lists; their rows are read every
 * time, too.
 */
export async function patientKeys(
  tx: Transaction,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, DataKey>> {
  const rows = await tx.$queryRaw<{ patientId: string; wrapped: string }[]>`
    SELECT patient_id AS "patientId", wrapped FROM keys.patient_key WHERE patient_id = ANY(${patientIds}::uuid[])`;
  if (rows.length < new Set(patientIds).size) throw refused("share-ended");
  const keys = await Promise.all(rows.map(({ patientId, wrapped }) => unwrapPatientKey(patientId, wrapped)));
  return new Map(keys.map((key) => [key.id, key]));
}

/** The key in a row that a list's own statement read, along with everything else about its patient. */
export function unwrapPatientKey(patientId: string, wrapped: string): Promise<DataKey> {
  return unwrapDataKey(wrapped, ownedBy(patientId));
}

/** The same where it was unwrapped a moment ago, without waiting; null otherwise. */
export function knownPatientKey(patientId: string, wrapped: string): KnownKey | null {
  return knownDataKey(wrapped, ownedBy(patientId));
}

/** Whoever is let in loses sight of the key with their share: that the data is still there is no longer theirs to know. */
async function restsOnShare(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ share: string | null }[]>`SELECT current_share()::text AS share`;
  return row !== undefined && row.share !== null;
}
