import type { Instant } from "@/lib/clock";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import { patientKey } from "@/lib/patients/keys";
import { refused } from "@/lib/refusals";
import type { ActingFor, PatientAccess } from "./policy";
import { openOwnerWords } from "./sealed-share";

/** Whose data somebody else looks at, as the frame of each page says it. */
export interface Subject {
  readonly name: string;
  /** On whose behalf they look; null for themselves. */
  readonly clinic: ActingFor | null;
  /** Always the last so many days; null where the window stands still (`ShareLimits.from`). */
  readonly windowDays: number | null;
  /** Null: until it is stopped. */
  readonly expiresAt: Instant | null;
}

/** Null for the person's own data. */
export async function readSubject(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<Subject | null> {
  access.demand("read");
  const { patientId, shareId } = access;
  if (shareId === null) return null;
  return inPatientTransaction(
    access,
    async (tx) => {
      const share = await tx.share.findUnique({
        where: { id: shareId },
        select: { ownerSealed: true, windowDays: true, expiresAt: true },
      });
      // A visit by a link loses sight of its share when its hours are over.
      if (share === null) throw refused("share-ended");
      const { patientName } = openOwnerWords(share.ownerSealed, shareId, await patientKey(tx, patientId));
      return {
        name: patientName,
        clinic: access.clinic,
        windowDays: share.windowDays,
        expiresAt: share.expiresAt?.getTime() ?? null,
      };
    },
    options,
  );
}

/** Whether others share with whoever looks, or offer to: the way to them is not for everybody else. */
export async function hasPeople(
  access: PatientAccess,
  userId: string,
  options: TransactionOptions = {},
): Promise<boolean> {
  return inPatientTransaction(
    access,
    async (tx) => {
      // Row-level security shows what this person offers, what they have, and what is offered to their address.
      const found = await tx.share.findFirst({
        where: {
          patientId: { not: access.patientId },
          OR: [{ viewerUserId: userId, state: { in: ["redeemed", "active"] } }, { state: "offered" }],
        },
        select: { id: true },
      });
      return found !== null;
    },
    options,
  );
}
