import type { Pool } from "pg";
import { demandIdentity } from "@/lib/accounts/data-identity";
import { takeTry } from "@/lib/accounts/mutations-attempts";
import { record } from "@/lib/audit/record";
import { userActor } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";
import { isUniqueViolation, type Transaction } from "@/lib/db/client";
import {
  enterPatient,
  enterUser,
  inSystemTransaction,
  inUserTransaction,
  type TransactionOptions,
} from "@/lib/db/context";
import { patientKey } from "@/lib/patients/keys";
import { parseReadAloudCode } from "@/lib/read-aloud-code";
import { refused } from "@/lib/refusals";
import { findOwned } from "./data";
import { codeHash, endLapsed, NO_OFFER } from "./mutations";
import { sealProposal, sealViewer } from "./sealed-share";
import type { ShareEnd } from "./status";

interface ViewerOptions extends TransactionOptions {
  readonly now: Instant;
}

/** Wrong codes that an account, and a network, may try in an hour. */
export const CODE_TRIES = { name: "share-code", max: 5, minutes: 60 } as const;

/**
 * Redeems a code that somebody read aloud. It only proposes: nothing is seen before the owner has confirmed who it was.
 * Five tries an hour for an account and for a network, right or wrong.
 */
export async function redeemCode(
  { userId, typed, network }: { readonly userId: string; readonly typed: string; readonly network: string },
  { pool, ...options }: ViewerOptions & { readonly pool?: Pool },
): Promise<{ readonly shareId: string }> {
  const viewer = await inUserTransaction(userActor(userId), (tx) => demandIdentity(tx, userId), options);
  for (const who of [`user:${userId}`, `network:${network}`]) await takeTry(CODE_TRIES, [who], { pool });
  const code = parseReadAloudCode(typed);
  if (code === null) throw refused("no-such-code");
  try {
    return await inSystemTransaction(
      "system:sharing",
      async (tx) => {
        const [share] = await tx.$queryRaw<{ id: string; patientId: string }[]>`
          SELECT id, patient_id AS "patientId" FROM share
          WHERE code_hmac = ${codeHash(code)} AND state = 'offered' AND offer_expires_at > ${new Date(options.now)}
          FOR UPDATE`;
        if (!share) throw refused("no-such-code");
        const { id: shareId, patientId } = share;
        await enterUser(tx, userActor(userId));
        if ((await findOwned(tx, { userId, patientId })) !== null) throw refused("own-code");
        await enterPatient(tx, { patientId, actor: "system:sharing" });
        await tx.share.update({
          where: { id: shareId },
          data: {
            ...NO_OFFER,
            state: "redeemed",
            viewerUserId: userId,
            proposal: await sealProposal(viewer, shareId),
          },
          select: { id: true },
        });
        await record(
          tx,
          { actor: "system:sharing", patientId },
          { action: "share.redeemed", detail: { shareId } },
        );
        return { shareId };
      },
      options,
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw refused("shared-already");
    throw error;
  }
}

/**
 * Accepts an invitation to one's own address. The owner named that address, so nothing is left to confirm. Who accepted is
 * sealed under the patient's key, which this share now opens.
 */
export async function acceptInvitation(
  { userId, shareId }: { readonly userId: string; readonly shareId: string },
  options: ViewerOptions,
): Promise<void> {
  const actor = userActor(userId);
  try {
    await inUserTransaction(
      actor,
      async (tx) => {
        const viewer = await demandIdentity(tx, userId);
        const share = await invitation(tx, shareId, options.now);
        const { patientId } = share;
        if ((await findOwned(tx, { userId, patientId })) !== null) throw refused("own-code");
        await tx.share.update({
          where: { id: shareId },
          data: { ...NO_OFFER, state: "active", viewerUserId: userId, activatedAt: new Date(options.now) },
          select: { id: true },
        });
        await enterPatient(tx, { patientId, actor, shareId });
        await tx.share.update({
          where: { id: shareId },
          data: { viewerSealed: sealViewer(viewer, shareId, await patientKey(tx, patientId)) },
          select: { id: true },
        });
        await record(tx, { actor, patientId }, { action: "share.activated", detail: { shareId } });
      },
      options,
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw refused("shared-already");
    throw error;
  }
}

/** Declines an invitation, takes a wish to be let in back, or leaves what was shared. */
export async function leaveShare(
  { userId, shareId }: { readonly userId: string; readonly shareId: string },
  options: ViewerOptions,
): Promise<void> {
  const actor = userActor(userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      const share = await tx.share.findFirst({
        // Members of a clinic see its shares, too: those are not theirs to leave.
        where: { id: shareId, kind: "person", state: { not: "ended" } },
        select: { patientId: true, state: true },
      });
      if (!share) throw refused("no-such-share");
      const { patientId } = share;
      const reason: ShareEnd = share.state === "offered" ? "declined" : "left";
      await tx.share.update({
        where: { id: shareId },
        data: {
          ...NO_OFFER,
          state: "ended",
          viewerUserId: userId,
          endedAt: new Date(options.now),
          endReason: reason,
        },
        select: { id: true },
      });
      await enterPatient(tx, { patientId, actor });
      await record(tx, { actor, patientId }, { action: "share.ended", detail: { shareId, reason } });
    },
    options,
  );
}

/** Says of shares whose time is over that they have ended, and of offers that nobody took. Access ended by itself. */
export async function sweepShares(options: ViewerOptions): Promise<void> {
  const now = new Date(options.now);
  await inSystemTransaction(
    "system:sharing",
    async (tx) => {
      const over = await tx.$queryRaw<{ id: string; patientId: string }[]>`
        SELECT id, patient_id AS "patientId" FROM share
        WHERE (state = 'active' AND expires_at <= ${now}) OR (state = 'offered' AND offer_expires_at <= ${now})
        ORDER BY id LIMIT 500 FOR UPDATE SKIP LOCKED`;
      for (const { id: shareId, patientId } of over) {
        const sweeper = { patientId, actor: "system:sharing" } as const;
        await enterPatient(tx, sweeper);
        await endLapsed(tx, sweeper, shareId, options.now);
      }
    },
    options,
  );
}

/** Row-level security shows an offer only to whoever signs in with its address. */
async function invitation(
  tx: Transaction,
  shareId: string,
  now: Instant,
): Promise<{ readonly patientId: string }> {
  const share = await tx.share.findFirst({
    where: {
      id: shareId,
      state: "offered",
      invitedHmac: { not: null },
      offerExpiresAt: { gt: new Date(now) },
    },
    select: { patientId: true },
  });
  if (!share) throw refused("no-such-share");
  return share;
}
