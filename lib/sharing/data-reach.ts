import { identityOf } from "@/lib/accounts/data-identity";
import type { ViewerIdentity } from "@/lib/accounts/schema";
import { type UserActor, userActor, type VisitActor, visitActor } from "@/lib/audit/schema";
import type { Clock } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import {
  enterPatient,
  enterSharing,
  inSystemTransaction,
  inUserTransaction,
  type TransactionOptions,
} from "@/lib/db/context";
import { availableUntil } from "@/lib/glucose/delay";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { findOwned, findShare, newestOffset } from "./data";
import { findVisit } from "./data-visits";
import type { ActingFor, ShareLimits } from "./policy";
import { type FoundShare, firstDateIn } from "./share-row";

/** Who asks: somebody who is signed in, a browser that opened a link, or both. */
export interface Asker {
  readonly userId: string | null;
  readonly visitToken: string | null;
}

/** Whom somebody asks about: an id, or null for whichever patient they hold as their own. */
export interface AskedPatient extends Asker {
  readonly patientId: string | null;
  /** The clinic on whose behalf alone they ask; null for whichever way there is. */
  readonly clinicId: string | null;
}

/** How somebody reaches a patient; the transaction is about that patient from then on. */
export type Reach =
  | { readonly kind: "owner"; readonly patientId: string; readonly actor: UserActor }
  | {
      readonly kind: "viewer";
      readonly patientId: string;
      readonly actor: UserActor | VisitActor;
      readonly shareId: string;
      readonly limits: ShareLimits;
      /** The clinic whose member they are and with which the patient shares; null for every other share. */
      readonly clinic: ActingFor | null;
      /** As they are known now; null when they have taken their name or address back, and of a visit by a link. */
      readonly identity: ViewerIdentity | null;
    }
  /** They were let in once. */
  | { readonly kind: "former" }
  | { readonly kind: "stranger" };

/** Looked up in place of an id that cannot exist, so that nonsense costs the same query as a stranger's id. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

export interface ReachOptions extends TransactionOptions {
  readonly clock: Clock;
  readonly delayMinutes: number;
}

/**
 * Runs `work` in the transaction in which it is looked up how this asker reaches the patient: as who they are, by a share
 * with them or else with a clinic of theirs; else by a link that their browser opened.
 */
export function withReach<T>(
  asked: AskedPatient,
  work: (reach: Reach, running: { readonly tx: Transaction }) => Promise<T>,
  options: ReachOptions,
): Promise<T> {
  const { userId } = asked;
  if (userId === null)
    return inSystemTransaction(
      "system:sharing",
      async (tx) => work(await visitReach(tx, asked, STRANGER, options), { tx }),
      options,
    );
  return inUserTransaction(
    userActor(userId),
    async (tx) => {
      const reach = await personReach(tx, { ...asked, userId }, options);
      return work(await visitReach(tx, asked, reach, options), { tx });
    },
    options,
  );
}

const STRANGER: Reach = { kind: "stranger" };

async function personReach(
  tx: Transaction,
  asked: AskedPatient & { readonly userId: string },
  options: ReachOptions,
): Promise<Reach> {
  const { userId } = asked;
  const actor = userActor(userId);
  const ownId = await findOwned(tx, asked);
  if (ownId !== null) {
    await enterPatient(tx, { patientId: ownId, actor });
    return { kind: "owner", patientId: ownId, actor };
  }
  const patientId = asked.patientId ?? NOBODY;
  const share = await findShare(tx, { userId, patientId, clinicId: asked.clinicId });
  if (share === null) return STRANGER;
  if (!share.isActive) return { kind: "former" };
  const identity = await identityOf(tx, userId);
  return enterShare(tx, { patientId, actor, share, identity }, options);
}

/** How a visit by a link reaches the patient, where the person themselves does not. */
async function visitReach(
  tx: Transaction,
  { visitToken, patientId, clinicId }: AskedPatient,
  otherwise: Reach,
  options: ReachOptions,
): Promise<Reach> {
  const isReached = otherwise.kind === "owner" || otherwise.kind === "viewer";
  if (isReached || visitToken === null || patientId === null || clinicId !== null) return otherwise;
  await enterSharing(tx);
  const visit = await findVisit(tx, { visitToken, patientId });
  if (visit === null) return otherwise;
  const { share, visitId } = visit;
  if (!share.isActive) return { kind: "former" };
  return enterShare(tx, { patientId, actor: visitActor(visitId), share, identity: null }, options);
}

/** From here on the transaction is the viewer's, about this patient and on this share. */
async function enterShare(
  tx: Transaction,
  {
    patientId,
    actor,
    share,
    identity,
  }: {
    readonly patientId: string;
    readonly actor: UserActor | VisitActor;
    readonly share: FoundShare;
    readonly identity: ViewerIdentity | null;
  },
  options: ReachOptions,
): Promise<Reach> {
  await enterPatient(tx, { patientId, actor, shareId: share.id });
  const { id: shareId, scope, withEvents, withNotes, clinic } = share;
  const limits = { scope, withEvents, withNotes, from: await firstDate(tx, patientId, share, options) };
  return { kind: "viewer", patientId, actor, shareId, limits, clinic, identity };
}

/** The first local date that a share's window shows; null for all. */
async function firstDate(
  tx: Transaction,
  patientId: string,
  { window }: FoundShare,
  { clock, delayMinutes }: ReachOptions,
): Promise<LocalDate | null> {
  const offset = window.kind === "days" ? await newestOffset(tx, patientId) : 0;
  return firstDateIn(window, localDateOf(availableUntil(clock, delayMinutes), offset));
}
