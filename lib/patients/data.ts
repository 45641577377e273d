import { inPatientTransaction, inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { isId } from "@/lib/ids";
import type { ErasureReceipt } from "./mutations-erasure";

/** The receipt of a deletion by its number, which only the person who deleted was given; null when there is none. */
export async function erasureReceipt(
  id: string,
  options: TransactionOptions = {},
): Promise<ErasureReceipt | null> {
  if (!isId(id)) return null;
  return inSystemTransaction(
    "system:erasure",
    async (tx) => {
      const row = await tx.erasure.findUnique({
        where: { id },
        select: { id: true, erasedAt: true, completeAt: true },
      });
      return row && { id: row.id, erasedAt: row.erasedAt.getTime(), completeAt: row.completeAt.getTime() };
    },
    options,
  );
}

/** Whether this patient is there, for the system's own jobs: between two of their looks somebody can have erased them. */
export async function isPatient(patientId: string, options: TransactionOptions = {}): Promise<boolean> {
  return inPatientTransaction(
    { patientId, actor: "system:sync" },
    async (tx) => (await tx.patient.count({ where: { id: patientId } })) > 0,
    options,
  );
}
