import { userActor } from "@/lib/audit/schema";
import { inSystemTransaction, inUserTransaction, type TransactionOptions } from "@/lib/db/context";

/** The patient that this user holds as their own; null when there is none, or when `patientId` is not theirs. */
export async function findOwnedPatient(
  { userId, patientId }: { readonly userId: string; readonly patientId: string | null },
  options: TransactionOptions = {},
): Promise<string | null> {
  return inUserTransaction(
    userActor(userId),
    async (tx) => {
      const owned = await tx.patientOwner.findFirst({
        where: patientId === null ? { userId } : { userId, patientId },
        orderBy: [{ role: "desc" }, { patientId: "asc" }],
        select: { patientId: true },
      });
      return owned?.patientId ?? null;
    },
    options,
  );
}

/** Whose connection it is; null when it does not exist. */
export async function findConnectionPatient(
  connectionId: string,
  options: TransactionOptions = {},
): Promise<string | null> {
  return inSystemTransaction(
    "system:scheduler",
    async (tx) => {
      const connection = await tx.connection.findUnique({
        where: { id: connectionId },
        select: { patientId: true },
      });
      return connection?.patientId ?? null;
    },
    options,
  );
}
