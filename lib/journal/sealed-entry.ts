import { z } from "zod";
import type { DataKey } from "@/lib/crypto/data-key";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";
import { A1C_UNITS, type JournalKind, localDate } from "./schema";

/** Stored beside each entry and part of what it is sealed to. A new layout gets a new number; old ones stay readable. */
export const ENTRY_FORMAT = 1;

// Entries are as long as the next multiple of this, so that a length says little about what was written.
const PADDED_BYTES = 256;

// Entries were authenticated before they are parsed, so these only pin the shape.
const note = z.strictObject({
  kind: z.enum(["note", "visit"]),
  date: localDate,
  minuteOfDay: z.int(),
  text: z.string(),
});
const labResult = z.strictObject({
  date: localDate,
  unit: z.enum(A1C_UNITS),
  value: z.number(),
  remark: z.string(),
});
const exclusion = z.strictObject({ from: z.int(), to: z.int(), reason: z.string() });

/** What is inside an entry of each kind. */
export interface ContentOf {
  readonly note: Readonly<z.output<typeof note>>;
  readonly "lab-result": Readonly<z.output<typeof labResult>>;
  readonly exclusion: Readonly<z.output<typeof exclusion>>;
}

const CONTENTS: { readonly [K in JournalKind]: z.ZodType<ContentOf[K]> } = {
  note,
  "lab-result": labResult,
  exclusion,
};

/** Where an entry stands. It opens for this patient, kind, id, format and revision and for nothing else. */
export interface EntryPlace<K extends JournalKind> {
  readonly patientId: string;
  readonly kind: K;
  readonly id: string;
  readonly revision: number;
}

function contextOf({ patientId, kind, id, revision }: EntryPlace<JournalKind>, format: number): SealContext {
  return ["journal-entry", patientId, kind, id, format, revision];
}

export function sealEntry<K extends JournalKind>(
  place: EntryPlace<K>,
  content: ContentOf[K],
  { key }: DataKey,
): Buffer<ArrayBuffer> {
  const text = Buffer.from(JSON.stringify(content), "utf8");
  // White space after JSON means nothing.
  const padded = Buffer.alloc(Math.ceil(text.length / PADDED_BYTES) * PADDED_BYTES, " ");
  text.copy(padded);
  return seal(padded, key, contextOf(place, ENTRY_FORMAT));
}

/** Throws `UnsealError` when the entry was changed or moved: tampering never turns into data. */
export function openEntry<K extends JournalKind>(
  place: EntryPlace<K>,
  { format, sealed }: { readonly format: number; readonly sealed: Uint8Array },
  { key }: DataKey,
): ContentOf[K] {
  const text = unseal(sealed, key, contextOf(place, format)).toString("utf8");
  if (format !== ENTRY_FORMAT)
    throw new Error(`Journal entries of format ${format} are not known to this version.`);
  return CONTENTS[place.kind].parse(JSON.parse(text));
}
