import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { LocalDate } from "@/lib/glucose/local-time";
import { patientKey } from "@/lib/patients/keys";
import type { PatientAccess } from "@/lib/sharing/policy";
import { handExclusionOf, labResultOf, noteOf, type OpenedEntry } from "./entry";
import type { HandExclusion, JournalKind, LabResult, Note } from "./schema";
import { openEntry } from "./sealed-entry";

/** Notes and visits, ascending by their date and time of day. */
export async function readNotes(access: PatientAccess, options: TransactionOptions = {}): Promise<Note[]> {
  const notes = (await readEntries(access, "note", options)).map(noteOf);
  return notes.sort((a, b) => byDate(a, b) || a.minuteOfDay - b.minuteOfDay);
}

/** Laboratory A1c values, ascending by date. */
export async function readLabResults(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<LabResult[]> {
  return (await readEntries(access, "lab-result", options)).map(labResultOf).sort(byDate);
}

/** The readings that a person left out, ascending by where they begin. */
export async function readHandExclusions(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<HandExclusion[]> {
  const exclusions = (await readEntries(access, "exclusion", options)).map(handExclusionOf);
  return exclusions.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The dates of all visits, ascending; some may be yet to come. */
export async function readVisitDates(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<LocalDate[]> {
  return (await readNotes(access, options)).flatMap(({ kind, date }) => (kind === "visit" ? [date] : []));
}

/** The newest of ascending dates that is not after `before`; null when there is none. */
export function lastVisit(visits: readonly LocalDate[], before: LocalDate): LocalDate | null {
  return visits.findLast((date) => date <= before) ?? null;
}

/** Oldest first by when they were added; sorting above is stable, so that this decides between equals. */
async function readEntries<K extends JournalKind>(
  access: PatientAccess,
  kind: K,
  options: TransactionOptions,
): Promise<OpenedEntry<K>[]> {
  access.demand("read");
  const { patientId } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      const key = await patientKey(tx, patientId);
      const rows = await tx.journalEntry.findMany({
        where: { patientId, kind },
        select: { id: true, revision: true, format: true, createdAt: true, updatedAt: true, sealed: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      });
      return rows.map(({ id, revision, createdAt, updatedAt, ...row }) => ({
        id,
        createdAt: createdAt.getTime(),
        updatedAt: updatedAt.getTime(),
        content: openEntry({ patientId, kind, id, revision }, row, key),
      }));
    },
    options,
  );
}

function byDate(a: { readonly date: LocalDate }, b: { readonly date: LocalDate }): number {
  if (a.date === b.date) return 0;
  return a.date < b.date ? -1 : 1;
}
