import { record } from "@/lib/audit/record";
import type { AuditEntry } from "@/lib/audit/schema";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Transaction } from "@/lib/db/client";
import { enterPatient, inClinicTransaction, type TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import { againIfMovedOn } from "./data-moved-on";

/** What came of it, and what the audit log says was done; null where nothing was. */
interface Done<T> {
  readonly result: T;
  readonly entry: AuditEntry | null;
}

/**
 * What somebody who works in a clinic does with one of its patients, with its line in the audit log, in one transaction. A
 * patient who does not share with the clinic now is one whom nobody has, whether they did before or somebody made the id up.
 */
export async function workWith<T>(
  access: ClinicAccess,
  patient: string,
  work: (tx: Transaction, patientId: string) => Promise<Done<T>>,
  options: TransactionOptions,
): Promise<T> {
  access.demand("work");
  const { actor } = access;
  return againIfMovedOn(() =>
    inClinicTransaction(
      access,
      async (tx) => {
        await demandWork(tx, access);
        const { patientId, shareId } = await clinicsPatient(tx, patient);
        const { result, entry } = await work(tx, patientId);
        if (entry !== null) {
          await enterPatient(tx, { patientId, actor, shareId });
          await record(tx, { actor, patientId }, entry);
        }
        return result;
      },
      options,
    ),
  );
}

/** Asked in the transaction that writes, so that whoever was sent away or moved a moment ago writes nothing. */
async function demandWork(tx: Transaction, { clinicId }: ClinicAccess): Promise<void> {
  const [row] = await tx.$queryRaw<{ role: string | null; works: boolean | null }[]>`
    SELECT actor_role_in(${clinicId}::uuid) AS role, works_in_clinic() AS works`;
  if (!row || row.role === null) throw refused("no-such-clinic");
  if (row.works !== true) throw refused("not-your-role");
}

async function clinicsPatient(
  tx: Transaction,
  patientId: string,
): Promise<{ readonly patientId: string; readonly shareId: string }> {
  const asked = isId(patientId) ? patientId : null;
  const [row] = await tx.$queryRaw<{ shareId: string }[]>`
    SELECT id AS "shareId" FROM current_clinic_shares() WHERE patient_id = ${asked}::uuid`;
  if (asked === null || !row) throw refused("no-such-person");
  return { patientId: asked, shareId: row.shareId };
}
