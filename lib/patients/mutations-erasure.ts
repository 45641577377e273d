import { deletePerson } from "@/lib/accounts/mutations";
import { record } from "@/lib/audit/record";
import { leaveRecordTombstone } from "@/lib/audit/record-tombstone";
import { type Actor, userActor } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";
import { forgetDataKeys } from "@/lib/crypto/data-key";
import { lookupValue } from "@/lib/crypto/lookup";
import type { Transaction } from "@/lib/db/client";
import {
  enterPatient,
  inPatientTransaction,
  inSystemTransaction,
  type TransactionOptions,
} from "@/lib/db/context";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import type { PatientAccess } from "@/lib/sharing/policy";

/** What "delete everything" will delete, in counts: nothing is opened for it. */
export interface ErasurePreview {
  readonly glucoseDays: number;
  /** First and last UTC day with glucose, as instants of their beginning; null without any. */
  readonly firstDay: Instant | null;
  readonly lastDay: Instant | null;
  /** Days with events, calibrations or alerts. */
  readonly otherDays: number;
  /** Notes, visits, laboratory results and exclusions. */
  readonly journalEntries: number;
  readonly connections: number;
  readonly consents: number;
  readonly syncRuns: number;
  readonly auditLines: number;
  /** Rows of the record of who looked. */
  readonly disclosures: number;
}

/** What the person keeps: nothing in it says who they were. */
export interface ErasureReceipt {
  readonly id: string;
  readonly erasedAt: Instant;
  /** When the last backup that still holds the destroyed key has expired. */
  readonly completeAt: Instant;
}

const SLOW_ERASURE_MS = 60_000;

export async function previewErasure(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<ErasurePreview> {
  access.demand("read");
  return inPatientTransaction(
    access,
    async (tx) => {
      const { patientId } = access;
      const {
        _count: glucoseDays,
        _min: first,
        _max: last,
      } = await tx.dayBlock.aggregate({
        where: { patientId, kind: "egv" },
        _count: true,
        _min: { day: true },
        _max: { day: true },
      });
      return {
        glucoseDays,
        firstDay: first.day?.getTime() ?? null,
        lastDay: last.day?.getTime() ?? null,
        otherDays: await tx.dayBlock.count({
          where: { patientId, kind: { in: ["event", "calibration", "alert"] } },
        }),
        journalEntries: await tx.journalEntry.count({ where: { patientId } }),
        connections: await tx.connection.count({ where: { patientId } }),
        consents: await tx.consent.count({ where: { patientId } }),
        syncRuns: await tx.syncRun.count({ where: { patientId } }),
        auditLines: await tx.auditEvent.count({ where: { patientId } }),
        disclosures: await tx.disclosure.count({ where: { patientId } }),
      } satisfies ErasurePreview;
    },
    options,
  );
}

/**
 * Deletes the patient: the key first, then every row that names them, the people who owned nothing else, their
 * sessions and the log about them. One transaction, no way back. Disconnect from Dexcom before (lib/connections).
 */
export async function erasePatient(
  access: PatientAccess,
  options: TransactionOptions & { readonly keyBackupDays?: number } = {},
): Promise<ErasureReceipt> {
  access.demand("erase");
  const { patientId } = access;
  const keyBackupDays = options.keyBackupDays ?? env().KEY_BACKUP_DAYS;
  const receipt = await inPatientTransaction(
    access,
    async (tx) => {
      const alive = await tx.$queryRaw<
        unknown[]
      >`SELECT 1 FROM patient WHERE id = ${patientId}::uuid FOR UPDATE`;
      if (alive.length === 0) throw refused("data-deleted-already");
      await deleteRows(tx, patientId);
      return leaveTombstone(tx, patientId, keyBackupDays);
    },
    { timeoutMs: SLOW_ERASURE_MS, ...options },
  );
  forgetDataKeys(patientId);
  return receipt;
}

/**
 * Deletes again whoever was erased before and came back with a restored backup. Runs before the app starts. Returns how
 * many there were.
 */
export async function applyErasures(options: TransactionOptions = {}): Promise<number> {
  const returned = await inSystemTransaction(
    "system:erasure",
    async (tx) => {
      const erasures = await tx.erasure.findMany({ select: { patientHash: true } });
      if (erasures.length === 0) return [];
      const erased = new Set(erasures.map(({ patientHash }) => patientHash));
      const patients = await tx.patient.findMany({ select: { id: true } });
      return patients.filter(({ id }) => erased.has(erasureHash(id))).map(({ id }) => id);
    },
    { timeoutMs: SLOW_ERASURE_MS, ...options },
  );
  for (const patientId of returned)
    await inPatientTransaction({ patientId, actor: "system:erasure" }, (tx) => deleteRows(tx, patientId), {
      timeoutMs: SLOW_ERASURE_MS,
      ...options,
    });
  return returned.length;
}

function erasureHash(patientId: string): string {
  return lookupValue("erased-patient", [patientId]);
}

async function deleteRows(tx: Transaction, patientId: string): Promise<void> {
  await leaveRecordTombstone(tx, patientId);
  await tx.patientKey.deleteMany({ where: { patientId } });
  await tx.connectionKey.deleteMany({ where: { patientId } });
  const owners = await tx.patientOwner.findMany({ where: { patientId }, select: { userId: true } });
  // Everything else goes with the patient, by foreign key.
  await tx.patient.delete({ where: { id: patientId } });

  const gone: string[] = [];
  for (const { userId } of owners) {
    // Only as this user can their other patients be seen; somebody who has one stays.
    await enterPatient(tx, { patientId, actor: userActor(userId) });
    if ((await tx.patientOwner.count({ where: { userId } })) > 0) continue;
    await deletePerson(tx, userId);
    gone.push(userId);
  }
  await enterPatient(tx, { patientId, actor: ERASER });
  await tx.$queryRaw`SELECT forget_audit(${patientId}::uuid, ${gone}::uuid[])`;
}

// The line that stays names no person: not even the one who pressed the button.
const ERASER: Actor = "system:erasure";

async function leaveTombstone(
  tx: Transaction,
  patientId: string,
  keyBackupDays: number,
): Promise<ErasureReceipt> {
  const id = newId();
  const [times] = await tx.$queryRaw<{ erasedAt: Date; completeAt: Date }[]>`
    INSERT INTO keys.erasure (id, patient_hash, erased_at, complete_at)
    VALUES (${id}::uuid, ${erasureHash(patientId)}, now(), now() + make_interval(hours => ${keyBackupDays * 24}))
    RETURNING erased_at AS "erasedAt", complete_at AS "completeAt"`;
  if (!times) throw new Error("The erasure was not recorded.");
  await record(
    tx,
    { actor: ERASER, patientId: null },
    { action: "patient.erased", detail: { erasureId: id } },
  );
  return { id, erasedAt: times.erasedAt.getTime(), completeAt: times.completeAt.getTime() };
}
