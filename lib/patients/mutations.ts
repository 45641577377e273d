import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import { createPatientKey } from "./keys";

/** How somebody holds a patient's data: it is their own, or they are the parent or guardian. */
export type OwnerRole = "self" | "guardian";

/** Creates a patient with a key and an owner, inside a transaction that has entered this patient (lib/db/context.ts). */
export async function createPatient(
  tx: Transaction,
  patient: {
    readonly patientId: string;
    readonly userId: string;
    readonly role: OwnerRole;
    readonly actor: Actor;
  },
): Promise<void> {
  const { patientId, userId, role, actor } = patient;
  await tx.patient.create({ data: { id: patientId } });
  await tx.patientOwner.create({ data: { patientId, userId, role } });
  await createPatientKey(tx, patientId);
  await record(tx, { actor, patientId }, { action: "patient.created", detail: { role } });
}
