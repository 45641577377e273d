import { demandIdentity } from "@/lib/accounts/data-identity";
import { addressHash } from "@/lib/accounts/email-identity";
import { type AttemptOptions, takeTry } from "@/lib/accounts/mutations-attempts";
import type { ViewerIdentity } from "@/lib/accounts/schema";
import { record } from "@/lib/audit/record";
import { type UserActor, userActor } from "@/lib/audit/schema";
import { DAY_MS, type Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import { isDenied, isUniqueViolation, type Transaction } from "@/lib/db/client";
import { enterClinic, inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { isId, newId } from "@/lib/ids";
import { queueMail } from "@/lib/mail/mutations";
import { refused } from "@/lib/refusals";
import { roleOf } from "./clinic-row";
import { clinicKey } from "./keys";
import { byMember, managing } from "./mutations";
import { removeInactive } from "./mutations-coming";
import type { ClinicAccess } from "./policy";
import { type ClinicRole, INVITATION_DAYS, type InvitationWish } from "./schema";
import { openInvitation, openMember, sealInvitation, sealMember, sealOffer } from "./sealed-clinic";

/** Members and invitations of a clinic at a time. */
const MEMBERS_MAX = 500;

interface InvitingOptions extends TransactionOptions {
  readonly now: Instant;
}

/** What the message of an invitation says. */
export interface SaidInvitation {
  readonly clinicName: string;
  readonly invitedBy: string;
}

/** Writes the message, in the language of whoever invites. */
export type ComposeClinicInvitation = (said: SaidInvitation) => {
  readonly subject: string;
  readonly text: string;
};

/** Invites whoever signs in with an address to work in a clinic. */
export async function inviteMember(
  access: ClinicAccess,
  { address, role }: InvitationWish,
  compose: ComposeClinicInvitation,
  { now, ...options }: InvitingOptions,
): Promise<{ readonly invitationId: string }> {
  const { clinicId, userId } = access;
  const addressHmac = addressHash(address);
  const invitationId = newId();
  await managing(
    access,
    async (tx) => {
      const invitedBy = await demandIdentity(tx, userId);
      const key = await clinicKey(tx, clinicId);
      await demandStranger(tx, { clinicId, address }, key);
      // One that nobody answered in time makes way.
      await tx.clinicInvitation.deleteMany({
        where: { clinicId, addressHmac, expiresAt: { lte: new Date(now) } },
      });
      if ((await tx.clinicInvitation.count({ where: { clinicId, addressHmac } })) > 0)
        throw refused("invited-already");
      const members = await tx.clinicMember.count({ where: { clinicId } });
      if (members + (await tx.clinicInvitation.count({ where: { clinicId } })) >= MEMBERS_MAX)
        throw refused("too-many-members");
      const out = { clinicId, invitationId, address, invitedBy, now };
      await tx.clinicInvitation.create({
        data: { id: invitationId, clinicId, role, addressHmac, ...(await outRow(out, key)) },
        select: { id: true },
      });
      await send(tx, out, compose);
      await record(tx, byMember(access), {
        action: "member.invited",
        detail: { clinicId, invitationId, role },
      });
    },
    options,
  );
  return { invitationId };
}

/** The message once more, for another week; from whoever sends it now. */
export async function sendInvitationAgain(
  access: ClinicAccess,
  invitationId: string,
  compose: ComposeClinicInvitation,
  { now, ...options }: InvitingOptions,
): Promise<void> {
  const { clinicId, userId } = access;
  await managing(
    access,
    async (tx) => {
      const invitedBy = await demandIdentity(tx, userId);
      const key = await clinicKey(tx, clinicId);
      const known = isId(invitationId)
        ? await tx.clinicInvitation.findUnique({
            where: { id: invitationId },
            select: { sealed: true },
          })
        : null;
      if (known === null) throw refused("no-such-invitation");
      const { address } = openInvitation(known.sealed, { clinicId, rowId: invitationId }, key);
      const out = { clinicId, invitationId, address, invitedBy, now };
      await tx.clinicInvitation.updateMany({ where: { id: invitationId }, data: await outRow(out, key) });
      await send(tx, out, compose);
      await record(tx, byMember(access), {
        action: "member.invited-again",
        detail: { clinicId, invitationId },
      });
    },
    options,
  );
}

export async function withdrawInvitation(
  access: ClinicAccess,
  invitationId: string,
  options: TransactionOptions = {},
): Promise<void> {
  const { clinicId } = access;
  await managing(
    access,
    async (tx) => {
      if (!isId(invitationId)) throw refused("no-such-invitation");
      await endInvitation(tx, byMember(access), { clinicId, invitationId, reason: "withdrawn" });
    },
    options,
  );
}

/** Joins a clinic by an invitation to one's own address. An administrator named that address, so nothing is left to confirm. */
export async function acceptInvitation(
  { userId, invitationId }: { readonly userId: string; readonly invitationId: string },
  options: TransactionOptions = {},
): Promise<{ readonly clinicId: string }> {
  const actor = userActor(userId);
  try {
    return await inUserTransaction(
      actor,
      async (tx) => {
        const identity = await demandIdentity(tx, userId);
        const { clinicId, role } = await invitationTo(tx, invitationId);
        // Whoever stopped coming and was not removed yet comes back as who they are invited to be.
        await removeInactive(tx, clinicId);
        await enterClinic(tx, { clinicId, actor });
        // Not `create`, which reads back what it wrote. The key shows itself to members, so their name follows.
        await tx.clinicMember.createMany({ data: { clinicId, userId, role, sealed: Buffer.alloc(0) } });
        await tx.clinicMember.updateMany({
          where: { clinicId, userId },
          data: { sealed: sealMember(identity, { clinicId, rowId: userId }, await clinicKey(tx, clinicId)) },
        });
        // Withdrawn at the same moment: then nobody joins.
        const { count } = await tx.clinicInvitation.deleteMany({ where: { id: invitationId } });
        if (count === 0) throw refused("no-such-invitation");
        await record(tx, { actor, patientId: null }, { action: "member.joined", detail: { clinicId, role } });
        return { clinicId };
      },
      options,
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw refused("member-already");
    // Taken or withdrawn since it was found: whoever joins must still hold it in the moment in which they do.
    if (isDenied(error)) throw refused("no-such-invitation", { cause: error });
    throw error;
  }
}

export async function declineInvitation(
  { userId, invitationId }: { readonly userId: string; readonly invitationId: string },
  options: TransactionOptions = {},
): Promise<void> {
  const actor = userActor(userId);
  await inUserTransaction(
    actor,
    async (tx) => {
      const { clinicId } = await invitationTo(tx, invitationId);
      await enterClinic(tx, { clinicId, actor });
      await endInvitation(tx, { actor, patientId: null }, { clinicId, invitationId, reason: "declined" });
    },
    options,
  );
}

/** Invitations of one person in an hour: each can write to an address of their choice. */
const INVITATION_TRIES = { name: "clinic-invitation", max: 30, minutes: 60 } as const;

/** Counts an invitation; refuses with `too-many-tries`. */
export function countInvitation(userId: string, options: AttemptOptions = {}): Promise<void> {
  return takeTry(INVITATION_TRIES, [userId], options);
}

/** Row-level security shows an invitation only to whoever signs in with its address, and only while it lasts. */
async function invitationTo(
  tx: Transaction,
  invitationId: string,
): Promise<{ readonly clinicId: string; readonly role: ClinicRole }> {
  const row = isId(invitationId)
    ? await tx.clinicInvitation.findUnique({
        where: { id: invitationId },
        select: { clinicId: true, role: true },
      })
    : null;
  if (row === null) throw refused("no-such-invitation");
  return { clinicId: row.clinicId, role: roleOf(row.role) };
}

async function endInvitation(
  tx: Transaction,
  by: { readonly actor: UserActor; readonly patientId: null },
  detail: {
    readonly clinicId: string;
    readonly invitationId: string;
    readonly reason: "withdrawn" | "declined";
  },
): Promise<void> {
  const { clinicId, invitationId: id } = detail;
  const { count } = await tx.clinicInvitation.deleteMany({ where: { id, clinicId } });
  if (count === 0) throw refused("no-such-invitation");
  await record(tx, by, { action: "member.invitation-ended", detail });
}

/** Refuses an address with which a member is known already. */
async function demandStranger(
  tx: Transaction,
  { clinicId, address }: { readonly clinicId: string; readonly address: string },
  key: DataKey,
): Promise<void> {
  const members = await tx.clinicMember.findMany({
    where: { clinicId },
    select: { userId: true, sealed: true },
  });
  const isKnown = members.some(({ userId, sealed }) => {
    const { verifiedBy } = openMember(sealed, { clinicId, rowId: userId }, key);
    return verifiedBy.kind === "email" && verifiedBy.address === address;
  });
  if (isKnown) throw refused("member-already");
}

/** An invitation that goes out now. */
interface OutInvitation {
  readonly clinicId: string;
  readonly invitationId: string;
  readonly address: string;
  readonly invitedBy: ViewerIdentity;
  readonly now: Instant;
}

async function outRow({ clinicId, invitationId, address, invitedBy, now }: OutInvitation, key: DataKey) {
  return {
    sealed: sealInvitation({ address, invitedBy: invitedBy.name }, { clinicId, rowId: invitationId }, key),
    offer: await sealOffer(invitedBy, invitationId),
    expiresAt: new Date(now + INVITATION_DAYS * DAY_MS),
  };
}

async function send(
  tx: Transaction,
  { clinicId, address, invitedBy }: OutInvitation,
  compose: ComposeClinicInvitation,
): Promise<void> {
  const { name: clinicName } = await tx.clinic.findUniqueOrThrow({
    where: { id: clinicId },
    select: { name: true },
  });
  const message = compose({ clinicName, invitedBy: invitedBy.name });
  await queueMail(tx, { to: address, ...message, keptMinutes: INVITATION_DAYS * 24 * 60 });
}
