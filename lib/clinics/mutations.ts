import type { Pool } from "pg";
import { demandIdentity } from "@/lib/accounts/data-identity";
import { takeTry } from "@/lib/accounts/mutations-attempts";
import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import { inClinicTransaction, inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { newId, newReadAloudCode } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { makeClinicKey } from "./keys";
import type { ClinicAccess } from "./policy";
import type { ClinicSettings } from "./schema";
import { codeRow, sealMember } from "./sealed-clinic";

/** Clinics that one person may set up in a day. */
export const SET_UP_LIMIT = { name: "clinic-set-up", max: 5, minutes: 24 * 60 } as const;

/**
 * Sets a clinic up; whoever does is its first administrator. Patients see its name and who administers it before they share,
 * so it takes somebody who is known.
 */
export async function setUpClinic(
  { userId, name }: { readonly userId: string; readonly name: string },
  { pool, ...options }: TransactionOptions & { readonly pool?: Pool | undefined } = {},
): Promise<{ readonly clinicId: string }> {
  const actor = userActor(userId);
  const identity = await inUserTransaction(actor, (tx) => demandIdentity(tx, userId), options);
  await takeTry(SET_UP_LIMIT, [userId], { pool, refusal: "too-many-clinics" });
  const clinicId = newId();
  await inClinicTransaction(
    { clinicId, actor },
    async (tx) => {
      // Not `create`, which reads back what it wrote: before the first member there is nobody who may.
      await tx.clinic.createMany({
        data: { id: clinicId, name, ...(await codeRow(newReadAloudCode(), clinicId)) },
      });
      const sealed = sealMember(identity, { clinicId, rowId: userId }, await makeClinicKey(tx, clinicId));
      await tx.clinicMember.createMany({ data: { clinicId, userId, role: "administrator", sealed } });
      await record(tx, { actor, patientId: null }, { action: "clinic.created", detail: { clinicId } });
    },
    options,
  );
  return { clinicId };
}

/** Its name, the targets of patients for whom nothing else was chosen, and after how long members lose their access. */
export async function changeSettings(
  access: ClinicAccess,
  settings: ClinicSettings,
  options: TransactionOptions = {},
): Promise<void> {
  const { clinicId } = access;
  await managing(
    access,
    async (tx) => {
      await tx.clinic.updateMany({ where: { id: clinicId }, data: settings });
      await record(tx, byMember(access), { action: "clinic.changed", detail: { clinicId } });
    },
    options,
  );
}

/** Another code: the one before finds nothing from that moment, and what was shared with it goes on. */
export async function renewCode(access: ClinicAccess, options: TransactionOptions = {}): Promise<string> {
  const { clinicId } = access;
  const code = newReadAloudCode();
  await managing(
    access,
    async (tx) => {
      await tx.clinic.updateMany({ where: { id: clinicId }, data: await codeRow(code, clinicId) });
      await record(tx, byMember(access), { action: "clinic.code-renewed", detail: { clinicId } });
    },
    options,
  );
  return code;
}

/**
 * Runs what only administrators do, one of them at a time: whatever it counts, or finds nobody else to be, stays so until it
 * is done.
 */
export function managing<T>(
  access: ClinicAccess,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  access.demand("manage");
  return inClinicTransaction(
    access,
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM clinic WHERE id = ${access.clinicId}::uuid FOR UPDATE`;
      // Whoever held it may have removed them, or taken the role away, while they waited.
      const [now] = await tx.$queryRaw<{ role: string | null }[]>`
        SELECT actor_role_in(${access.clinicId}::uuid) AS role`;
      if (now?.role !== "administrator") throw refused("not-your-role");
      return work(tx);
    },
    options,
  );
}

export function byMember({ actor }: ClinicAccess) {
  return { actor, patientId: null } as const;
}
