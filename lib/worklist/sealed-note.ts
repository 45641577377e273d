import type { DataKey } from "@/lib/crypto/data-key";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";

/** Where a clinic's note stands. It opens for this clinic, patient and revision and for nothing else. */
interface NotePlace {
  readonly clinicId: string;
  readonly patientId: string;
  readonly revision: number;
}

// A note is as long as the next multiple of this, so that its length says little about what was written.
const PADDED_BYTES = 256;

const contextOf = ({ clinicId, patientId, revision }: NotePlace): SealContext => [
  "clinic-note",
  clinicId,
  patientId,
  revision,
];

export function sealNote(text: string, place: NotePlace, { key }: DataKey): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(text, "utf8");
  // A note is trimmed when it comes: white space behind it is not part of it.
  const padded = Buffer.alloc(Math.ceil(bytes.length / PADDED_BYTES) * PADDED_BYTES, " ");
  bytes.copy(padded);
  return seal(padded, key, contextOf(place));
}

export function openNote(sealed: Uint8Array, place: NotePlace, { key }: DataKey): string {
  return unseal(sealed, key, contextOf(place)).toString("utf8").trimEnd();
}
