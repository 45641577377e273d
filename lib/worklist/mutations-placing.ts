import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Transaction } from "@/lib/db/client";
import type { TransactionOptions } from "@/lib/db/context";
import { patientKey } from "@/lib/patients/keys";
import { refused } from "@/lib/refusals";
import { listClinic } from "./data-clinic";
import { clinicNoteOf, type KeptAt, placingOf } from "./data-placing";
import { workWith } from "./mutations-work";
import type { ClinicNote, Placing } from "./preview";
import type { ClinicNoteBody, PlacingBody } from "./schema";
import { sealNote } from "./sealed-note";

/** What stands now, and whether it is what was asked for: `changed-elsewhere` where somebody else was there before. */
export type Outcome<T> =
  | { readonly kind: "saved"; readonly now: T }
  | { readonly kind: "changed-elsewhere"; readonly now: T };

/** Puts a patient at a site, gives them tags and targets. */
export function placePatient(
  access: ClinicAccess,
  patient: string,
  { revision, targets, siteId, tagIds }: PlacingBody,
  options: TransactionOptions = {},
): Promise<Outcome<Placing>> {
  const { clinicId } = access;
  return workWith<Outcome<Placing>>(
    access,
    patient,
    async (tx, patientId) => {
      await demandLabels(tx, clinicId, { siteId, tagIds });
      const at = { clinicId, patientId };
      await keepRow(tx, at);
      const { count } = await tx.clinicPatient.updateMany({
        where: { ...at, revision },
        data: { targets, siteId, tagIds, revision: revision + 1 },
      });
      const { labelIds } = await listClinic(tx, clinicId);
      const now = await placingOf(tx, at, labelIds);
      if (count === 0) return { result: { kind: "changed-elsewhere", now }, entry: null };
      return { result: { kind: "saved", now }, entry: { action: "patient.placed", detail: { clinicId } } };
    },
    options,
  );
}

const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n]*$/u;

/** Writes the clinic's note about a patient; an empty text takes it away. */
export function writeClinicNote(
  access: ClinicAccess,
  patient: string,
  { revision, text }: ClinicNoteBody,
  options: TransactionOptions = {},
): Promise<Outcome<ClinicNote>> {
  const { clinicId } = access;
  return workWith<Outcome<ClinicNote>>(
    access,
    patient,
    async (tx, patientId) => {
      if (!PRINTABLE.test(text)) throw refused("unprintable-text");
      const at = { clinicId, patientId };
      await keepRow(tx, at);
      const place = { ...at, revision: revision + 1 };
      const noteSealed = text === "" ? null : sealNote(text, place, await patientKey(tx, patientId));
      const { count } = await tx.clinicPatient.updateMany({
        where: { ...at, noteRevision: revision },
        data: { noteSealed, noteRevision: place.revision },
      });
      const now = await clinicNoteOf(tx, at);
      if (count === 0) return { result: { kind: "changed-elsewhere", now }, entry: null };
      return {
        result: { kind: "saved", now },
        entry: { action: "clinic-note.written", detail: { clinicId } },
      };
    },
    options,
  );
}

/** The row that a change goes on from: without one, everything is as nobody ever changed it. */
async function keepRow(tx: Transaction, at: KeptAt): Promise<void> {
  await tx.clinicPatient.createMany({ data: { ...at, tagIds: [] }, skipDuplicates: true });
}

/** The database refuses other labels as well (prisma/migrations/*_worklist). */
async function demandLabels(
  tx: Transaction,
  clinicId: string,
  { siteId, tagIds }: Pick<PlacingBody, "siteId" | "tagIds">,
): Promise<void> {
  const rows = await tx.clinicLabel.findMany({
    where: { clinicId, id: { in: siteId === null ? tagIds : [siteId, ...tagIds] } },
    select: { id: true, kind: true },
  });
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  const areKnown =
    (siteId === null || kinds.get(siteId) === "site") && tagIds.every((id) => kinds.get(id) === "tag");
  if (!areKnown) throw refused("no-such-label");
}
