import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { openOwnerWords } from "@/lib/sharing/sealed-share";
import type { ListedPatient } from "./listed-patient";
import { keyOf, knownKeyOf } from "./patient-key";

/**
 * Kept with the very key that opened it, and not a moment longer (lib/crypto/key-memory.ts), for just the row that it was
 * opened for: when a patient gives another name, the row is another (data-listed.ts).
 */
const memory = new WeakMap<DataKey, WeakMap<ListedPatient, string>>();

/** The names of everybody in a list, by their ids, as each gave it to this clinic. Only those that are not known are sent. */
export async function namesOf(
  tx: Transaction,
  patients: readonly ListedPatient[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const missing: ListedPatient[] = [];
  for (const patient of patients) {
    const key = knownKeyOf(patient)?.key;
    const name = key && memory.get(key)?.get(patient);
    if (name === undefined) missing.push(patient);
    else names.set(patient.patientId, name);
  }
  const opened = await namesNow(tx, missing);
  for (const patient of missing) {
    const name = opened.get(patient.patientId);
    // Their share ended since the list was read.
    if (name === undefined) continue;
    const key = await keyOf(patient);
    const ofKey = memory.get(key) ?? new WeakMap<ListedPatient, string>();
    memory.set(key, ofKey.set(patient, name));
    names.set(patient.patientId, name);
  }
  return names;
}

/**
 * The names of these patients, by their ids, as they gave them to this clinic. Whose share ended since the list was read is
 * left out: their row is shown no more than it can be opened.
 */
export async function namesNow(
  tx: Transaction,
  patients: readonly ListedPatient[],
): Promise<ReadonlyMap<string, string>> {
  const words = await wordsOf(tx, patients);
  const names = new Map<string, string>();
  for (const patient of patients) {
    const { patientId, shareId } = patient;
    const sealed = words.get(shareId);
    if (sealed === undefined) continue;
    const { patientName } = openOwnerWords(Buffer.from(sealed, "hex"), shareId, await keyOf(patient));
    names.set(patientId, patientName);
  }
  return names;
}

/** What these patients gave the clinic with their shares, sealed, by the ids of the shares that go on. */
async function wordsOf(
  tx: Transaction,
  patients: readonly ListedPatient[],
): Promise<ReadonlyMap<string, string>> {
  if (patients.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; words: string }[]>`
    SELECT id::text, encode(owner_sealed, 'hex') AS words FROM current_clinic_shares()
    WHERE id = ANY(${patients.map(({ shareId }) => shareId)}::uuid[])`;
  return new Map(rows.map(({ id, words }) => [id, words]));
}
