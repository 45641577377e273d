import { record } from "@/lib/audit/record";
import { type Actor, userActor } from "@/lib/audit/schema";
import { type Clock, systemClock } from "@/lib/clock";
import { lookupValue } from "@/lib/crypto/lookup";
import { isUniqueViolation, type Transaction } from "@/lib/db/client";
import { enterPatient, inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import type { TokenSet } from "@/lib/dexcom/oauth";
import { newId } from "@/lib/ids";
import { createPatient, type OwnerRole } from "@/lib/patients/mutations";
import { whoJoins } from "./mutations-join";
import type { ConnectPurpose } from "./mutations-trip";
import type { JoinProblem } from "./outcome";
import { storeGrant } from "./tokens";

/** What a finished trip to Dexcom brought home. */
export interface DexcomReturn {
  readonly environment: string;
  readonly clientId: string;
  /** `userId` of a v3 data response: unique per Dexcom account and client. Stored only as a keyed hash. */
  readonly subject: string;
  readonly tokens: TokenSet;
  readonly consentId: string;
  readonly purpose: ConnectPurpose;
  /** Who is signed in here, and in which session; null on a first visit. */
  readonly sessionUserId: string | null;
  readonly sessionId: string | null;
}

export type ConnectOutcome =
  | {
      /** Joined: to whoever was signed in before, and still is. */
      readonly kind: "connected" | "joined";
      readonly userId: string;
      readonly patientId: string;
      readonly connectionId: string;
      readonly isNewPerson: boolean;
    }
  /** Known, but disconnected by choice: signed in, not connected. The tokens must be thrown away. */
  | { readonly kind: "identified"; readonly userId: string; readonly patientId: string }
  /** Another Dexcom account than the one to be reconnected, or none that can join. Nothing has changed; throw the tokens away. */
  | { readonly kind: "wrong-account" | JoinProblem };

/** A Dexcom account. */
export type DexcomAccount = Pick<DexcomReturn, "environment" | "clientId" | "subject">;

/** How an account is recognised. The connection keeps it too, so that each sync can check whose data arrived. */
export function subjectHash(account: DexcomAccount): string {
  return lookupValue("dexcom-subject", [account.environment, account.clientId, account.subject]);
}

/** Who signs in with this Dexcom account; null when nobody does. */
export function userOfDexcom(
  account: DexcomAccount,
  options: TransactionOptions = {},
): Promise<string | null> {
  const { environment, clientId } = account;
  return inSystemTransaction(
    "system:sign-in",
    async (tx) => {
      const known = await tx.dexcomIdentity.findUnique({
        where: {
          environment_clientId_subjectHmac: { environment, clientId, subjectHmac: subjectHash(account) },
        },
        select: { userId: true },
      });
      return known?.userId ?? null;
    },
    options,
  );
}

/**
 * Signs somebody in, reconnects them, or makes the account that nobody has the own one of who is signed in. A person is
 * environment + client + Dexcom's userId: that account's own patient is found or created, and no other account ever
 * attaches to it. All in one transaction.
 */
export async function connectFromDexcom(
  returned: DexcomReturn,
  options: TransactionOptions & { readonly clock?: Clock } = {},
): Promise<ConnectOutcome> {
  const connect = () =>
    inSystemTransaction("system:sign-in", (tx) => connectWithin(tx, returned, options), options);
  try {
    return await connect();
  } catch (error) {
    // Two first visits of the same account at once: the other one was faster, so now it is a known person.
    if (!isUniqueViolation(error)) throw error;
    return connect();
  }
}

async function connectWithin(
  tx: Transaction,
  returned: DexcomReturn,
  { clock = systemClock }: { readonly clock?: Clock },
): Promise<ConnectOutcome> {
  const { environment, clientId, purpose, sessionUserId, sessionId } = returned;
  const subjectHmac = subjectHash(returned);
  const account = { environment, clientId, subjectHmac };
  const known = await tx.dexcomIdentity.findUnique({
    where: { environment_clientId_subjectHmac: account },
    select: { userId: true, patientId: true },
  });
  if (purpose === "reconnect" && (!known || known.userId !== sessionUserId)) return { kind: "wrong-account" };
  const joins = purpose === "join" ? await whoJoins(tx, { sessionId, userId: sessionUserId }) : null;
  if (joins && !joins.ok) return { kind: joins.error };
  // It is somebody else's: whoever joins has no data, and so no Dexcom account.
  if (joins && known) return { kind: "dexcom-taken" };

  const person = known ?? { userId: joins?.value ?? newId(), patientId: newId() };
  const { userId, patientId } = person;
  const actor = userActor(userId);
  await enterPatient(tx, { patientId, actor: "system:sign-in" });
  const existing = await tx.connection.findUnique({
    where: { environment_clientId_subjectHmac: account },
    select: { id: true, status: true },
  });
  if (existing?.status === "disconnected" && purpose !== "reconnect")
    return { kind: "identified", ...person };

  const consent = await findConsent(tx, returned.consentId);
  await enterPatient(tx, { patientId, actor });
  if (!known) {
    if (joins) await record(tx, { actor, patientId: null }, DEXCOM_ADDED);
    else await tx.user.create({ data: { id: userId } });
    await createPatient(tx, { patientId, userId, role: consent.grantor, actor });
    await tx.dexcomIdentity.create({ data: { id: newId(), userId, patientId, ...account } });
  }
  await attachConsent(tx, { consent, patientId, actor });

  const connectionId = existing?.id ?? newId();
  const at = new Date(clock.now());
  if (!existing)
    await tx.connection.create({
      data: { id: connectionId, patientId, ...account, status: "active", connectedAt: at, nextSyncAt: at },
    });
  else if (existing.status !== "active")
    await tx.connection.update({
      where: { id: connectionId },
      data: { ...REVIVED, connectedAt: at, nextSyncAt: at },
    });
  await storeGrant(tx, { connectionId, patientId }, returned.tokens);
  await record(
    tx,
    { actor, patientId },
    {
      action: existing ? "connection.reconnected" : "connection.created",
      detail: { connectionId, environment },
    },
  );
  return { kind: joins ? "joined" : "connected", ...person, connectionId, isNewPerson: !known && !joins };
}

const DEXCOM_ADDED = { action: "way-in.added", detail: { method: "dexcom" } } as const;

// A worker that still held the old connection is fenced off.
const REVIVED = {
  status: "active",
  statusReason: null,
  disconnectedAt: null,
  failures: 0,
  refusedRefreshes: 0,
  syncOwner: null,
  syncUntil: null,
  syncFence: { increment: 1 },
};

interface Consent {
  readonly id: string;
  readonly version: string;
  readonly grantor: OwnerRole;
  readonly agreedAt: Date;
}

/** The agreement that this trip began with. It belongs to nobody yet and is used once. */
async function findConsent(tx: Transaction, id: string): Promise<Consent> {
  const consent = await tx.consent.findFirst({
    where: { id, patientId: null, withdrawnAt: null },
    select: { id: true, version: true, grantor: true, agreedAt: true },
  });
  if (!consent) throw new Error("A trip to Dexcom came back without its consent.");
  return { ...consent, grantor: consent.grantor === "guardian" ? "guardian" : "self" };
}

async function attachConsent(
  tx: Transaction,
  {
    consent,
    patientId,
    actor,
  }: { readonly consent: Consent; readonly patientId: string; readonly actor: Actor },
): Promise<void> {
  const { id, version, grantor, agreedAt } = consent;
  // Only sign-in sees agreements without a patient.
  await enterPatient(tx, { patientId, actor: "system:sign-in" });
  const { count } = await tx.consent.updateMany({ where: { id, patientId: null }, data: { patientId } });
  if (count !== 1) throw new Error("A consent was used twice.");
  await enterPatient(tx, { patientId, actor });
  await record(
    tx,
    { actor, patientId },
    {
      action: "consent.recorded",
      detail: { consentId: id, version, grantor, agreedAt: agreedAt.toISOString() },
    },
  );
}
