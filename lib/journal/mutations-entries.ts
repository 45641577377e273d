import { record } from "@/lib/audit/record";
import { type Clock, systemClock } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { AppError } from "@/lib/errors";
import { isId, newId } from "@/lib/ids";
import { patientKey } from "@/lib/patients/keys";
import { type RefusalCode, refused } from "@/lib/refusals";
import type { PatientAccess } from "@/lib/sharing/policy";
import type { OpenedEntry } from "./entry";
import { ENTRIES_MAX, type JournalKind } from "./schema";
import { type ContentOf, ENTRY_FORMAT, sealEntry } from "./sealed-entry";

// What adding, changing and removing have in common, whatever the kind; mutations.ts says what each kind allows.

export interface JournalOptions extends TransactionOptions {
  readonly clock?: Clock;
}

/** Seals a new entry and writes it down; one too many of its kind is a `conflict`. */
export async function addEntry<K extends JournalKind>(
  access: PatientAccess,
  kind: K,
  content: ContentOf[K],
  { clock = systemClock, ...options }: JournalOptions,
): Promise<OpenedEntry<K>> {
  access.demand("annotate");
  const { patientId } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      const key = await patientKey(tx, patientId);
      await refuseOneTooMany(tx, patientId, kind);
      const id = newId();
      const at = new Date(clock.now());
      await tx.journalEntry.create({
        data: {
          id,
          patientId,
          kind,
          revision: 1,
          format: ENTRY_FORMAT,
          createdAt: at,
          updatedAt: at,
          sealed: sealEntry({ patientId, kind, id, revision: 1 }, content, key),
        },
      });
      await record(tx, access, { action: "journal.added", detail: { entryId: id, kind } });
      return { id, createdAt: at.getTime(), updatedAt: at.getTime(), content };
    },
    options,
  );
}

interface Which<K extends JournalKind> {
  readonly kind: K;
  readonly id: string;
}

/** Puts other content in an entry's place. An id that is nobody's, or of another kind or person, is `not_found`. */
export async function changeEntry<K extends JournalKind>(
  access: PatientAccess,
  { kind, id }: Which<K>,
  content: ContentOf[K],
  { clock = systemClock, ...options }: JournalOptions,
): Promise<OpenedEntry<K>> {
  access.demand("annotate");
  if (!isId(id)) throw notFound();
  const { patientId } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      const key = await patientKey(tx, patientId);
      const before = await tx.journalEntry.findFirst({
        where: { id, patientId, kind },
        select: { revision: true, createdAt: true },
      });
      if (!before) throw notFound();
      const revision = before.revision + 1;
      const updatedAt = new Date(clock.now());
      const { count } = await tx.journalEntry.updateMany({
        where: { id, patientId, kind, revision: before.revision },
        data: {
          revision,
          format: ENTRY_FORMAT,
          updatedAt,
          sealed: sealEntry({ patientId, kind, id, revision }, content, key),
        },
      });
      if (count === 0) throw refused("changed-elsewhere");
      await record(tx, access, { action: "journal.changed", detail: { entryId: id, kind } });
      return { id, createdAt: before.createdAt.getTime(), updatedAt: updatedAt.getTime(), content };
    },
    options,
  );
}

export async function removeEntry<K extends JournalKind>(
  access: PatientAccess,
  { kind, id }: Which<K>,
  options: JournalOptions,
): Promise<void> {
  access.demand("annotate");
  if (!isId(id)) throw notFound();
  const { patientId } = access;
  await inPatientTransaction(
    access,
    async (tx) => {
      const { count } = await tx.journalEntry.deleteMany({ where: { id, patientId, kind } });
      if (count === 0) throw notFound();
      await record(tx, access, { action: "journal.removed", detail: { entryId: id, kind } });
    },
    options,
  );
}

function notFound(): AppError {
  return refused("no-such-entry");
}

/** One patient's additions wait for one another, so that two at once cannot both be the last that fits. */
async function refuseOneTooMany(tx: Transaction, patientId: string, kind: JournalKind): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM patient WHERE id = ${patientId}::uuid FOR NO KEY UPDATE`;
  const there = await tx.journalEntry.count({ where: { patientId, kind } });
  if (there >= ENTRIES_MAX[kind]) throw refused(ONE_TOO_MANY[kind]);
}

const ONE_TOO_MANY = {
  note: "too-many-notes",
  "lab-result": "too-many-lab-results",
  exclusion: "too-many-exclusions",
} as const satisfies Record<JournalKind, RefusalCode>;
