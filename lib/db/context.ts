import type { Actor, SystemActor, UserActor } from "@/lib/audit/schema";
import { isId } from "@/lib/ids";
import { type Database, database, type Transaction } from "./client";

/** Whom a transaction is about and who asks; row-level security reads both. */
export interface PatientContext {
  readonly patientId: string;
  readonly actor: Actor;
  /** The share on which somebody who is not the owner rests; without it they see nothing. */
  readonly shareId?: string | null;
}

/** Which clinic a transaction is about and which of its members asks, or the job that does; row-level security reads both. */
export interface ClinicContext {
  readonly clinicId: string;
  readonly actor: UserActor | "system:clinics";
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
  { patientId, actor, shareId = null }: PatientContext,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  // Were it about somebody else after all, row-level security would show it nothing of this patient.
  return options.tx ? work(options.tx) : inTransaction({ patientId, actor, shareId }, work, options);
}

/** Runs `work` with no patient in sight, only what the policies allow this actor to look up. */
export function inSystemTransaction<T>(
  actor: SystemActor,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inTransaction({ patientId: null, actor, shareId: null }, work, options);
}

/** The same for a person before it is known whose data they may open. */
export function inUserTransaction<T>(
  actor: UserActor,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inTransaction({ patientId: null, actor, shareId: null }, work, options);
}

/** Runs `work` with one clinic in sight, as far as this person is one of its members. */
export function inClinicTransaction<T>(
  { clinicId, actor }: ClinicContext,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return inTransaction({ patientId: null, actor, shareId: null, clinicId }, work, options);
}

/** From here on the running transaction is about this clinic, about no patient. */
export async function enterClinic(tx: Transaction, { clinicId, actor }: ClinicContext): Promise<void> {
  await setContext(tx, { patientId: null, actor, shareId: null, clinicId });
}

/** From here on the running transaction is about this patient and acts as this actor: sign-in, once it knows. */
export async function enterPatient(tx: Transaction, context: PatientContext): Promise<void> {
  await setContext(tx, { shareId: null, ...context });
}

/** From here on the running transaction acts as this person, about no patient: signing in, once it knows who it is. */
export async function enterUser(tx: Transaction, actor: UserActor): Promise<void> {
  await setContext(tx, { patientId: null, actor, shareId: null });
}

/** Back to signing in, which alone may look up whose address or account it is. */
export async function enterSignIn(tx: Transaction): Promise<void> {
  await setContext(tx, { patientId: null, actor: "system:sign-in", shareId: null });
}

/** As the job that looks up whose link or code it is, about no patient. */
export async function enterSharing(tx: Transaction): Promise<void> {
  await setContext(tx, { patientId: null, actor: "system:sharing", shareId: null });
}

function inTransaction<T>(
  context: Context,
  work: (tx: Transaction) => Promise<T>,
  { db = database(), timeoutMs = TIMEOUT_MS }: TransactionOptions,
): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await setContext(tx, context);
      return work(tx);
    },
    { maxWait: WAIT_FOR_CONNECTION_MS, timeout: timeoutMs },
  );
}

interface Context {
  readonly patientId: string | null;
  readonly actor: Actor;
  readonly shareId: string | null;
  readonly clinicId?: string | null;
}

async function setContext(
  tx: Transaction,
  { patientId, actor, shareId, clinicId = null }: Context,
): Promise<void> {
  for (const id of [patientId, clinicId])
    if (id !== null && !isId(id)) throw new Error("Whom a transaction is about must be a UUID.");
  await tx.$executeRaw`
    SELECT set_config('hindsight.patient_id', ${patientId ?? ""}, true), set_config('hindsight.actor', ${actor}, true),
      set_config('hindsight.share_id', ${shareId ?? ""}, true), set_config('hindsight.clinic_id', ${clinicId ?? ""}, true)`;
}
