import { lookupValue } from "@/lib/crypto/lookup";

/** Where the record of who looked at a patient's data stood. */
export interface RecordEnd {
  readonly seq: number;
  readonly mac: string;
}

/** How a patient is named where their id must not stand: beside the keys, and after their erasure. */
export function recordHash(patientId: string): string {
  return lookupValue("record-patient", [patientId]);
}

/** A day's seal of a record. Nobody makes one without LOOKUP_KEY, which is outside of the database. */
export function sealSignature(day: string, patientHash: string, end: RecordEnd): string {
  return lookupValue("record-seal", [day, patientHash, String(end.seq), end.mac]);
}

/** The same for what is left of a record after an erasure: no day is called like this. */
export function tombstoneSignature(patientHash: string, end: RecordEnd): string {
  return sealSignature("erased", patientHash, end);
}
