import { TARGETS } from "@/lib/clinics/schema";
import type { Transaction } from "@/lib/db/client";
import { patientKey } from "@/lib/patients/keys";
import type { ClinicNote, Placing } from "./preview";
import { openNote } from "./sealed-note";

/** Which patient, kept by which clinic; the transaction is about that clinic. */
export interface KeptAt {
  readonly clinicId: string;
  readonly patientId: string;
}

/** How a clinic keeps a patient, by labels that it still has. */
export async function placingOf(
  tx: Transaction,
  { clinicId, patientId }: KeptAt,
  labelIds: ReadonlySet<string>,
): Promise<Placing> {
  const row = await tx.clinicPatient.findUnique({
    where: { clinicId_patientId: { clinicId, patientId } },
    select: { revision: true, targets: true, siteId: true, tagIds: true },
  });
  if (row === null) return { revision: 0, targets: null, siteId: null, tagIds: [] };
  return {
    ...row,
    targets: TARGETS.find((known) => known === row.targets) ?? null,
    tagIds: row.tagIds.filter((id) => labelIds.has(id)),
  } satisfies Placing;
}

export async function clinicNoteOf(tx: Transaction, { clinicId, patientId }: KeptAt): Promise<ClinicNote> {
  const row = await tx.clinicPatient.findUnique({
    where: { clinicId_patientId: { clinicId, patientId } },
    select: { noteRevision: true, noteSealed: true },
  });
  if (row === null) return { revision: 0, text: "" };
  const { noteRevision: revision, noteSealed } = row;
  if (noteSealed === null) return { revision, text: "" };
  const place = { clinicId, patientId, revision };
  return { revision, text: openNote(noteSealed, place, await patientKey(tx, patientId)) };
}
