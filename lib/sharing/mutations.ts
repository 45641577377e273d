import { readAccount } from "@/lib/accounts/data";
import { addressHash } from "@/lib/accounts/email-identity";
import { type AttemptOptions, takeTry } from "@/lib/accounts/mutations-attempts";
import { record } from "@/lib/audit/record";
import { DAY_MS, type Instant } from "@/lib/clock";
import { lookupValue } from "@/lib/crypto/lookup";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import { newId, newReadAloudCode } from "@/lib/ids";
import { queueMail } from "@/lib/mail/mutations";
import { patientKey } from "@/lib/patients/keys";
import { refused } from "@/lib/refusals";
import type { PatientAccess } from "./policy";
import { OFFER_DAYS, type OfferWish, type OwnerWords, type ShareLasts, type ShareTerms } from "./schema";
import { openOwnerWords, openProposal, sealOffer, sealOwnerWords, sealViewer } from "./sealed-share";
import { lastsIn } from "./share-row";
import { NO_TIMES, termsRow, timesRow } from "./share-terms";
import type { ShareEnd } from "./status";

/** Offers and shares that are open at a time. */
const OPEN_SHARES_MAX = 50;

export interface OwnerOptions extends TransactionOptions {
  readonly now: Instant;
}

/** Writes the message of an invitation, in the language of whoever sends it. */
export type ComposeInvitation = (words: OwnerWords) => { readonly subject: string; readonly text: string };

/**
 * Offers to share: with whoever enters the code that this answers with and is then confirmed, or with whoever signs in with
 * an address, which gets a message.
 */
export async function offerShare(
  access: PatientAccess,
  wish: OfferWish,
  compose: ComposeInvitation,
  options: OwnerOptions,
): Promise<{ readonly shareId: string; readonly code: string | null }> {
  access.demand("share");
  const { patientId } = access;
  const address = wish.by === "email" ? wish.address : null;
  return inPatientTransaction(
    access,
    async (tx) => {
      await makeRoom(tx, patientId);
      const words = { patientName: await ownName(tx, access), note: wish.note, address };
      const shareId = newId();
      const code = address === null ? newReadAloudCode() : null;
      await tx.share.create({
        data: {
          id: shareId,
          patientId,
          state: "offered",
          ...termsRow(wish.terms),
          ...(address === null ? NO_TIMES : timesRow(wish.terms.lasts, options.now)),
          ownerSealed: sealOwnerWords(words, shareId, await patientKey(tx, patientId)),
          ...(await offerRow(shareId, { words, code, now: options.now })),
          invitedHmac: address === null ? null : addressHash(address),
        },
        select: { id: true },
      });
      if (address !== null) await invite(tx, address, compose(words));
      await recordShare(tx, access, {
        action: "share.offered",
        detail: { shareId, by: wish.by },
      });
      return { shareId, code };
    },
    options,
  );
}

/** A new code, or the message of an invitation once more, for another week. */
export async function renewOffer(
  access: PatientAccess,
  shareId: string,
  compose: ComposeInvitation,
  options: OwnerOptions,
): Promise<{ readonly code: string | null }> {
  return withShare(access, shareId, options, async (tx, share) => {
    if (share.state !== "offered") throw refused("share-moved-on");
    const { patientId } = access;
    const words = openOwnerWords(share.ownerSealed, shareId, await patientKey(tx, patientId));
    const code = words.address === null ? newReadAloudCode() : null;
    await tx.share.update({
      where: { id: shareId },
      data: await offerRow(shareId, { words, code, now: options.now }),
      select: { id: true },
    });
    if (words.address !== null) await invite(tx, words.address, compose(words));
    await recordShare(tx, access, { action: "share.renewed", detail: { shareId } });
    return { code };
  });
}

/** Lets in whoever redeemed the code: the owner has seen who, what, from when and until when. */
export async function confirmShare(
  access: PatientAccess,
  shareId: string,
  options: OwnerOptions,
): Promise<void> {
  await withShare(access, shareId, options, async (tx, share) => {
    if (share.state !== "redeemed" || share.proposal === null) throw refused("share-moved-on");
    const viewer = await openProposal(share.proposal, shareId);
    await tx.share.update({
      where: { id: shareId },
      data: {
        state: "active",
        activatedAt: new Date(options.now),
        ...timesRow(share.lasts, options.now),
        viewerSealed: sealViewer(viewer, shareId, await patientKey(tx, access.patientId)),
        ...NO_OFFER,
      },
      select: { id: true },
    });
    await recordShare(tx, access, { action: "share.activated", detail: { shareId } });
  });
}

/** Changes what somebody may see and until when; it holds from their very next request. Also says anew that it is right. */
export async function changeTerms(
  access: PatientAccess,
  shareId: string,
  terms: ShareTerms,
  options: OwnerOptions,
): Promise<void> {
  await withShare(access, shareId, options, async (tx, share) => {
    if (share.state === "ended") throw refused("share-moved-on");
    if (share.isLink && terms.lasts === "open") throw refused("link-must-end");
    // What a code offers begins when it is confirmed.
    const hasBegun = share.state === "active" || share.isInvitation;
    await tx.share.update({
      where: { id: shareId },
      data: { ...termsRow(terms), ...(hasBegun ? timesRow(terms.lasts, options.now) : NO_TIMES) },
      select: { id: true },
    });
    await recordShare(tx, access, { action: "share.changed", detail: { shareId } });
  });
}

/** Ends a share or an offer, whatever its state. The other side learns that it ended, never why. */
export async function endShare(access: PatientAccess, shareId: string, options: OwnerOptions): Promise<void> {
  await withShare(access, shareId, options, async (tx, share) => {
    if (share.state === "ended") return;
    const reason: ShareEnd =
      share.state === "active" ? "revoked" : share.state === "redeemed" ? "declined" : "withdrawn";
    await tx.share.update({
      where: { id: shareId },
      data: { state: "ended", endedAt: new Date(options.now), endReason: reason, ...NO_OFFER },
      select: { id: true },
    });
    await recordShare(tx, access, { action: "share.ended", detail: { shareId, reason } });
  });
}

/** Offers and renewals of one person in an hour: each can write to an address of their choice. */
const OFFER_TRIES = { name: "share-offer", max: 20, minutes: 60 } as const;

/** Counts an offer; refuses with `too-many-tries`. */
export function countOffer(userId: string, options: AttemptOptions = {}): Promise<void> {
  return takeTry(OFFER_TRIES, [userId], options);
}

/** How a code is found again without being stored. */
export function codeHash(code: string): string {
  return lookupValue("share-code", [code]);
}

/** What an offer leaves behind once it is taken or over. */
export const NO_OFFER = { codeHmac: null, offer: null, proposal: null, offerExpiresAt: null } as const;

function withShare<T>(
  access: PatientAccess,
  shareId: string,
  options: OwnerOptions,
  work: (tx: Transaction, share: LockedShare) => Promise<T>,
): Promise<T> {
  access.demand("share");
  return inPatientTransaction(
    access,
    async (tx) => {
      const [locked] = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM share WHERE id = ${shareId}::uuid AND patient_id = ${access.patientId}::uuid FOR UPDATE`;
      if (!locked) throw refused("no-such-share");
      const share = await tx.share.findUniqueOrThrow({
        where: { id: shareId },
        select: {
          state: true,
          proposal: true,
          ownerSealed: true,
          lasts: true,
          invitedHmac: true,
          kind: true,
          expiresAt: true,
        },
      });
      const { lasts, invitedHmac, kind, expiresAt, ...row } = share;
      // What is over has ended, whether the housekeeping has said so yet or not.
      const isOver = row.state === "active" && expiresAt !== null && expiresAt.getTime() <= options.now;
      return work(tx, {
        ...row,
        state: isOver ? "ended" : row.state,
        lasts: lastsIn(lasts),
        isInvitation: invitedHmac !== null,
        isLink: kind === "link",
      });
    },
    options,
  );
}

interface LockedShare {
  readonly state: string;
  readonly proposal: string | null;
  readonly ownerSealed: Uint8Array;
  readonly lasts: ShareLasts;
  readonly isInvitation: boolean;
  readonly isLink: boolean;
}

async function offerRow(
  shareId: string,
  { words, code, now }: { readonly words: OwnerWords; readonly code: string | null; readonly now: Instant },
) {
  return {
    codeHmac: code === null ? null : codeHash(code),
    offer: await sealOffer(words, shareId),
    offerExpiresAt: new Date(now + OFFER_DAYS * DAY_MS),
  };
}

/** The owner's own name: whoever is let in has to know whose data it is. */
export async function ownName(tx: Transaction, { actor }: PatientAccess): Promise<string> {
  const account = await readAccount(tx, actor.replace(/^user:/, ""));
  if (!account?.name) throw refused("own-name-first");
  return account.name;
}

async function invite(
  tx: Transaction,
  address: string,
  message: { readonly subject: string; readonly text: string },
): Promise<void> {
  await queueMail(tx, { to: address, ...message, keptMinutes: OFFER_DAYS * 24 * 60 });
}

/** Refuses one more share than there may be, whatever others of this patient are made at the same moment. */
export async function makeRoom(tx: Transaction, patientId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM patient WHERE id = ${patientId}::uuid FOR UPDATE`;
  if ((await tx.share.count({ where: { patientId, state: { not: "ended" } } })) >= OPEN_SHARES_MAX)
    throw refused("too-many-shares");
}

/**
 * Says of a share whose time is over, or of an offer that nobody took, that it has ended: access did so by itself. The
 * transaction is about its patient.
 */
export async function endLapsed(
  tx: Transaction,
  { actor, patientId }: Pick<PatientAccess, "actor" | "patientId">,
  shareId: string,
  now: Instant,
): Promise<void> {
  await tx.share.update({
    where: { id: shareId },
    data: { ...NO_OFFER, state: "ended", endedAt: new Date(now), endReason: "expired" },
    select: { id: true },
  });
  await record(tx, { actor, patientId }, { action: "share.ended", detail: { shareId, reason: "expired" } });
}

type ShareEntry = Extract<Parameters<typeof record>[2], { readonly action: `share.${string}` }>;

export function recordShare(
  tx: Transaction,
  { actor, patientId }: PatientAccess,
  entry: ShareEntry,
): Promise<void> {
  return record(tx, { actor, patientId }, entry);
}
