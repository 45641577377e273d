import { userActor } from "@/lib/audit/schema";
import { inClinicTransaction, inUserTransaction, type TransactionOptions } from "@/lib/db/context";
import { roleOf } from "./clinic-row";
import { clinicKey } from "./keys";
import type { ClinicAccess } from "./policy";
import { openInvitation, openOffer } from "./sealed-clinic";
import type { InvitationToMe, InvitationView } from "./status";

/** The invitations that are out, and those that nobody answered in the last month; the newest first. */
export function invitationsOf(
  access: ClinicAccess,
  options: TransactionOptions = {},
): Promise<readonly InvitationView[]> {
  access.demand("manage");
  const { clinicId } = access;
  return inClinicTransaction(
    access,
    async (tx) => {
      const rows = await tx.clinicInvitation.findMany({
        where: { clinicId },
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
        select: { id: true, role: true, sealed: true, createdAt: true, expiresAt: true },
      });
      if (rows.length === 0) return [];
      const key = await clinicKey(tx, clinicId);
      return rows.map(
        ({ id, role, sealed, createdAt, expiresAt }) =>
          ({
            id,
            role: roleOf(role),
            ...openInvitation(sealed, { clinicId, rowId: id }, key),
            sentAt: createdAt.getTime(),
            expiresAt: expiresAt.getTime(),
          }) satisfies InvitationView,
      );
    },
    options,
  );
}

/** What clinics offer to whoever signs in with this person's address. */
export function invitationsTo(
  userId: string,
  options: TransactionOptions = {},
): Promise<readonly InvitationToMe[]> {
  return inUserTransaction(
    userActor(userId),
    async (tx) => {
      // Row-level security shows exactly these: to one's own address, while they last.
      const rows = await tx.clinicInvitation.findMany({
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
        select: { id: true, role: true, offer: true, expiresAt: true, clinic: { select: { name: true } } },
      });
      const invitations: InvitationToMe[] = [];
      // One after the other: a transaction takes one statement at a time.
      for (const { id, role, offer, expiresAt, clinic } of rows)
        invitations.push({
          id,
          clinicName: clinic.name,
          role: roleOf(role),
          invitedBy: await openOffer(offer, id),
          expiresAt: expiresAt.getTime(),
        });
      return invitations;
    },
    options,
  );
}
