import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import type { ListedPatient } from "./listed-patient";
import { pairsIn } from "./pairs";
import { keyOf, knownKeyOf, nameIn } from "./patient-key";

interface Kept {
  /** Of the sealed words of one share: what another clinic was told is another name. */
  readonly hash: string;
  readonly name: string;
}

/** Kept with the very key that opened it, and not a moment longer (lib/crypto/key-memory.ts). */
const memory = new WeakMap<DataKey, Kept>();

/**
 * The names of everybody in a list, by their ids, as each gave it to this clinic. Whose words are the same as the last time is
 * known; only others are sent.
 */
export async function namesOf(
  tx: Transaction,
  patients: readonly ListedPatient[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = await hashesOf(tx);
  const names = new Map<string, string>();
  const missing: { readonly patient: ListedPatient; readonly key: DataKey; readonly hash: string }[] = [];
  for (const patient of patients) {
    const hash = hashes.get(patient.shareId);
    // Their share ended since the list was read.
    if (hash === undefined) continue;
    const key = knownKeyOf(patient) ?? (await keyOf(patient));
    const kept = memory.get(key);
    if (kept?.hash === hash) names.set(patient.patientId, kept.name);
    else missing.push({ patient, key, hash });
  }
  const words = await wordsOf(
    tx,
    missing.map(({ patient: { shareId } }) => shareId),
  );
  for (const { patient, key, hash } of missing) {
    const sealed = words.get(patient.shareId);
    if (sealed === undefined) continue;
    const name = nameIn(sealed, patient, key);
    memory.set(key, { hash, name });
    names.set(patient.patientId, name);
  }
  return names;
}

async function hashesOf(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const [list] = await tx.$queryRaw<{ hashes: string | null }[]>`
    SELECT string_agg(id || ' ' || encode(sha256(owner_sealed), 'base64'), ' ') AS hashes FROM current_clinic_shares()`;
  return new Map(pairsIn(list?.hashes ?? null));
}

async function wordsOf(tx: Transaction, shareIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (shareIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; words: string }[]>`
    SELECT id::text, encode(owner_sealed, 'hex') AS words FROM current_clinic_shares()
    WHERE id = ANY(${shareIds}::uuid[])`;
  return new Map(rows.map(({ id, words }) => [id, words]));
}
