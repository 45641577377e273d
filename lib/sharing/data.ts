import { userActor } from "@/lib/audit/schema";
import type { Transaction } from "@/lib/db/client";
import {
  enterPatient,
  inSystemTransaction,
  inUserTransaction,
  type TransactionOptions,
} from "@/lib/db/context";

/** Whose patient is looked up. */
export interface OwnedPatient {
  readonly userId: string;
  /** Null for whichever this user holds. */
  readonly patientId: string | null;
}

/** The patient that this user holds as their own; null when there is none, or when `patientId` is not theirs. */
export function findOwnedPatient(
  asked: OwnedPatient,
  options: TransactionOptions = {},
): Promise<string | null> {
  return inUserTransaction(userActor(asked.userId), (tx) => findOwned(tx, asked), options);
}

/**
 * The same, and `work` with that patient's rows in sight, in one transaction. Null, without calling `work`, where
 * `findOwnedPatient` is null.
 */
export function withOwnedPatient<T>(
  asked: OwnedPatient,
  work: (patientId: string, options: TransactionOptions) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T | null> {
  const actor = userActor(asked.userId);
  return inUserTransaction(
    actor,
    async (tx) => {
      const patientId = await findOwned(tx, asked);
      if (patientId === null) return null;
      await enterPatient(tx, { patientId, actor });
      return work(patientId, { tx });
    },
    options,
  );
}

async function findOwned(tx: Transaction, { userId, patientId }: OwnedPatient): Promise<string | null> {
  const owned = await tx.patientOwner.findFirst({
    where: patientId === null ? { userId } : { userId, patientId },
    orderBy: [{ role: "desc" }, { patientId: "asc" }],
    select: { patientId: true },
  });
  return owned?.patientId ?? null;
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
