import { userKey } from "@/lib/accounts/keys";
import { userActor } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import {
  enterPatient,
  inPatientTransaction,
  inSystemTransaction,
  inUserTransaction,
  type TransactionOptions,
} from "@/lib/db/context";
import { patientKey } from "@/lib/patients/keys";
import { linkUse } from "./data-visits";
import type { PatientAccess } from "./policy";
import {
  openOffer,
  openOwnerWords,
  openProposal,
  openSharedClinic,
  openViewer,
  openViewerCopy,
  sealViewerCopy,
} from "./sealed-share";
import { type FoundShare, VIEW_COLUMNS, viewOf, type WindowRow, windowOf } from "./share-row";
import type { OwnedShare, SharedWithMe } from "./status";

/**
 * The patient that this user holds as their own; null when there is none, or when `patientId` is not theirs. The
 * transaction acts as that user.
 */
export async function findOwned(
  tx: Transaction,
  { userId, patientId }: { readonly userId: string; readonly patientId: string | null },
): Promise<string | null> {
  const owned = await tx.patientOwner.findFirst({
    where: patientId === null ? { userId } : { userId, patientId },
    orderBy: [{ role: "desc" }, { patientId: "asc" }],
    select: { patientId: true },
  });
  return owned?.patientId ?? null;
}

/**
 * The share on which the user reaches a patient as whom the transaction acts: of those that go on the one with themselves,
 * else the newest with a clinic in which they have a role; else the newest of those that have ended. Null when they were
 * never let in. Asked on behalf of a clinic, only shares with that one count.
 */
export async function findShare(
  tx: Transaction,
  {
    userId,
    patientId,
    clinicId,
  }: { readonly userId: string; readonly patientId: string; readonly clinicId: string | null },
): Promise<FoundShare | null> {
  type Row = WindowRow &
    Omit<FoundShare, "window" | "clinic"> & {
      readonly clinicId: string | null;
      readonly clinicName: string | null;
    };
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT s.id, s.state = 'active' AND (s.expires_at IS NULL OR s.expires_at > clock_timestamp()) AS "isActive",
      s.scope, s.with_events AS "withEvents", s.with_notes AS "withNotes", s.window_from AS "windowFrom",
      s.window_days AS "windowDays", s.clinic_id AS "clinicId", c.name AS "clinicName"
    FROM share AS s LEFT JOIN clinic AS c ON c.id = s.clinic_id
    WHERE s.patient_id = ${patientId}::uuid AND s.activated_at IS NOT NULL
      AND (s.viewer_user_id = ${userId}::uuid OR actor_role_in(s.clinic_id) IS NOT NULL)
      AND (${clinicId}::uuid IS NULL OR s.clinic_id = ${clinicId}::uuid)
    ORDER BY "isActive" DESC, s.clinic_id IS NULL DESC, s.created_at DESC LIMIT 1`;
  if (!row) return null;
  const { windowFrom, windowDays, clinicId: id, clinicName: name, ...share } = row;
  if ((id === null) !== (name === null)) throw new Error("Whoever works in a clinic sees its name.");
  const clinic = id === null || name === null ? null : { id, name };
  return { ...share, window: windowOf({ windowFrom, windowDays }), clinic };
}

/** The wall clock that a patient's newest readings were shown on; the transaction is about that patient. */
export async function newestOffset(tx: Transaction, patientId: string): Promise<number> {
  const connection = await tx.connection.findFirst({
    where: { patientId },
    orderBy: { connectedAt: "desc" },
    select: { newestOffsetMinutes: true },
  });
  return connection?.newestOffsetMinutes ?? 0;
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

/** All shares of a patient, the newest first. */
export async function sharesOf(
  access: PatientAccess,
  { now, ...options }: TransactionOptions & { readonly now: Instant },
): Promise<readonly OwnedShare[]> {
  access.demand("share");
  const { patientId } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      const rows = await tx.share.findMany({
        where: { patientId },
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
        select: {
          ...VIEW_COLUMNS,
          remindAt: true,
          ownerSealed: true,
          viewerSealed: true,
          proposal: true,
          offerExpiresAt: true,
        },
      });
      const key = await patientKey(tx, patientId);
      const shares: OwnedShare[] = [];
      // One after the other: a transaction takes one statement at a time.
      for (const { remindAt, ownerSealed, viewerSealed, proposal, offerExpiresAt, ...row } of rows)
        shares.push({
          ...viewOf(row, now),
          words: openOwnerWords(ownerSealed, row.id, key),
          ...(await letInBy({ ...row, viewerSealed, proposal }, key)),
          offerExpiresAt: row.state === "offered" ? (offerExpiresAt?.getTime() ?? null) : null,
          isInvitation: row.invitedHmac !== null,
          isDueForReminder: row.state === "active" && remindAt !== null && remindAt.getTime() <= now,
          link: row.kind === "link" ? await linkUse(tx, row.id, key) : null,
        });
      return shares;
    },
    options,
  );
}

/** Whom a share lets in, or would: a person, a clinic, or nobody who is known. */
async function letInBy(
  share: {
    readonly id: string;
    readonly kind: string;
    readonly viewerSealed: Uint8Array | null;
    readonly proposal: string | null;
  },
  key: DataKey,
): Promise<Pick<OwnedShare, "viewer" | "clinicName">> {
  const { id, kind, viewerSealed, proposal } = share;
  if (viewerSealed === null)
    return { viewer: proposal === null ? null : await openProposal(proposal, id), clinicName: null };
  if (kind === "clinic") return { viewer: null, ...openSharedClinic(viewerSealed, id, key) };
  return { viewer: openViewer(viewerSealed, id, key), clinicName: null };
}

/** What others share with this user, have shared, or offer to their address; the newest first. */
export async function sharedWith(
  userId: string,
  { now, ...options }: TransactionOptions & { readonly now: Instant },
): Promise<readonly SharedWithMe[]> {
  const actor = userActor(userId);
  return inUserTransaction(
    actor,
    async (tx) => {
      // Row-level security shows exactly these: one's own, and offers to one's address.
      const rows = await tx.share.findMany({
        where: {
          OR: [{ viewerUserId: userId }, { state: "offered", offerExpiresAt: { gt: new Date(now) } }],
        },
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
        select: { ...VIEW_COLUMNS, patientId: true, ownerSealed: true, offer: true, viewerCopy: true },
      });
      const shares: SharedWithMe[] = [];
      for (const { patientId, ownerSealed, offer, viewerCopy, ...row } of rows) {
        const view = viewOf(row, now);
        if (view.state === "active") {
          await enterPatient(tx, { patientId, actor, shareId: row.id });
          const { patientName, note } = openOwnerWords(ownerSealed, row.id, await patientKey(tx, patientId));
          if (viewerCopy === null) await keepCopy(tx, { userId, shareId: row.id, patientName });
          shares.push({ ...view, patientId, patientName, note });
          continue;
        }
        const words = offer ? await openOffer(offer, row.id) : null;
        const known = viewerCopy && openViewerCopy(viewerCopy, row.id, await userKey(tx, userId));
        shares.push({
          ...view,
          patientId,
          patientName: words?.patientName ?? known,
          note: words?.note ?? null,
        });
      }
      return shares;
    },
    options,
  );
}

/** Whose data it was is all that a viewer keeps, under their own key: so that they can be told when it has ended. */
async function keepCopy(
  tx: Transaction,
  {
    userId,
    shareId,
    patientName,
  }: { readonly userId: string; readonly shareId: string; readonly patientName: string },
): Promise<void> {
  const viewerCopy = sealViewerCopy(patientName, shareId, await userKey(tx, userId));
  await tx.share.updateMany({ where: { id: shareId }, data: { viewerCopy } });
}
