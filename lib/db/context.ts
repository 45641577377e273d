import type { Actor, SystemActor, UserActor } from "@/lib/audit/schema";
import { isId } from "@/lib/ids";
import { type Database, database, type Transaction } from "./client";

/** Whom a transaction is about and who asks; row-level security reads both. */
export interface PatientContext {
  readonly patientId: string;
  readonly actor: Actor;
}

export interface TransactionOptions {
  readonly db?: Database;
  /** One that is about this patient already, to work in instead of opening another. One statement at a time. */
  readonly tx?: Transaction;
  /** Until the whole transaction must be done. Never wait for the network inside one. */
  readonly timeoutMs?: number;
}

const WAIT_FOR_CONNECTION_MS = 5_000;
const TIMEOUT_MS = 10_000;

/** Runs `work` with only this patient's rows in sight. The settings end with the transaction. */
export function inPatientTransaction<T>(
  { patientId, actor }: PatientContext,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  // Were it about somebody else after all, row-level security would show it nothing of this patient.
  return options.tx ? work(options.tx) : inTransaction({ patientId, actor }, work, options);
}

/** Runs `work` with no patient in sight, only what the policies allow this actor to look up. */
export function inSystemTransaction<T>(
  actor: SystemActor,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inTransaction({ patientId: null, actor }, work, options);
}

/** The same for a person before it is known whose data they may open. */
export function inUserTransaction<T>(
  actor: UserActor,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inTransaction({ patientId: null, actor }, work, options);
}

/** From here on the running transaction is about this patient and acts as this actor: sign-in, once it knows. */
export async function enterPatient(tx: Transaction, { patientId, actor }: PatientContext): Promise<void> {
  await setContext(tx, patientId, actor);
}

function inTransaction<T>(
  { patientId, actor }: { patientId: string | null; actor: Actor },
  work: (tx: Transaction) => Promise<T>,
  { db = database(), timeoutMs = TIMEOUT_MS }: TransactionOptions,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await setContext(tx, patientId, actor);
      return work(tx);
    },
    { maxWait: WAIT_FOR_CONNECTION_MS, timeout: timeoutMs },
  );
}

async function setContext(tx: Transaction, patientId: string | null, actor: Actor): Promise<void> {
  if (patientId !== null && !isId(patientId)) throw new Error("A patient id must be a UUID.");
  await tx.$executeRaw`
    SELECT set_config('hindsight.patient_id', ${patientId ?? ""}, true), set_config('hindsight.actor', ${actor}, true)`;
}
