import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import { firstInstantOf, type LocalDate } from "@/lib/glucose/local-time";
import { patientKey } from "@/lib/patients/keys";
import { type PatientAccess, type ShareLimits, showsDate } from "@/lib/sharing/policy";
import { handExclusionOf, labResultOf, noteOf, type OpenedEntry } from "./entry";
import type { HandExclusion, JournalKind, LabResult, Note } from "./schema";
import { openEntry } from "./sealed-entry";

/** Notes and visits, ascending by their date and time of day. */
export async function readNotes(access: PatientAccess, options: TransactionOptions = {}): Promise<Note[]> {
  const notes = (await readWritten(access, "note", options)).map(noteOf);
  return notes.sort((a, b) => byDate(a, b) || a.minuteOfDay - b.minuteOfDay);
}

/** Laboratory A1c values, ascending by date. */
export async function readLabResults(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<LabResult[]> {
  return (await readWritten(access, "lab-result", options)).map(labResultOf).sort(byDate);
}

/**
 * The readings that a person left out, ascending by where they begin. They decide the figures, so that whoever is let in
 * needs those that reach into what is shown; the reason is the person's own words, and empty where notes are not shared.
 */
export async function readHandExclusions(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<HandExclusion[]> {
  const exclusions = (await readEntries(access, "exclusion", options)).map(handExclusionOf);
  return shownExclusions(exclusions, access.limits).sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Cut where the first date that is shown begins anywhere on Earth: no reading that is shown lies before. */
function shownExclusions(exclusions: HandExclusion[], limits: ShareLimits | null): HandExclusion[] {
  if (limits === null) return exclusions;
  const begin = limits.from === null ? Number.NEGATIVE_INFINITY : firstInstantOf(limits.from);
  return exclusions
    .filter(({ to }) => to > begin)
    .map((one) => ({
      ...one,
      from: Math.max(one.from, begin),
      reason: limits.withNotes ? one.reason : "",
    }));
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

/** What people write for themselves: others see it only where the share says so, and of the dates that it shows. */
async function readWritten<K extends "note" | "lab-result">(
  access: PatientAccess,
  kind: K,
  options: TransactionOptions,
): Promise<OpenedEntry<K>[]> {
  const { limits } = access;
  if (limits !== null && !limits.withNotes) return [];
  return (await readEntries(access, kind, options)).filter(({ content }) => showsDate(limits, content.date));
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
