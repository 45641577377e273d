import { inPatientTransaction } from "@/lib/db/context";
import type { GlucoseUnit } from "@/lib/format/unit";
import { hashToken, newId, newReadAloudCode, newSecretToken } from "@/lib/ids";
import { patientKey } from "@/lib/patients/keys";
import { refused } from "@/lib/refusals";
import { makeRoom, type OwnerOptions, ownName, recordShare } from "./mutations";
import { passcodeHash } from "./passcode";
import type { PatientAccess } from "./policy";
import type { LinkWish } from "./schema";
import { sealOwnerWords } from "./sealed-share";
import { termsRow, timesRow } from "./share-terms";

/** What the owner hands over: neither of both is kept in a form that would open anything. */
export interface NewViewLink {
  readonly shareId: string;
  readonly token: string;
  readonly passcode: string;
}

/**
 * Lets in whoever holds the link and says the passcode, without an account: at once, so many times, until it ends. Refuses
 * a link that would last until somebody stops it.
 */
export async function offerLink(
  access: PatientAccess,
  { terms, note, opensMax }: LinkWish,
  glucoseUnit: GlucoseUnit,
  options: OwnerOptions,
): Promise<NewViewLink> {
  access.demand("share");
  if (terms.lasts === "open") throw refused("link-must-end");
  const { patientId } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      await makeRoom(tx, patientId);
      const link = { shareId: newId(), token: newSecretToken(), passcode: newReadAloudCode() };
      const { shareId } = link;
      const words = { patientName: await ownName(tx, access), note, address: null };
      await tx.share.create({
        data: {
          id: shareId,
          patientId,
          kind: "link",
          state: "active",
          activatedAt: new Date(options.now),
          ...termsRow(terms),
          ...timesRow(terms.lasts, options.now),
          ownerSealed: sealOwnerWords(words, shareId, await patientKey(tx, patientId)),
          link: {
            create: {
              patientId,
              tokenHash: hashToken(link.token),
              passcodeHmac: passcodeHash(shareId, link.passcode),
              opensMax,
              glucoseUnit,
            },
          },
        },
        select: { id: true },
      });
      await recordShare(tx, access, { action: "share.offered", detail: { shareId, by: "link" } });
      return link;
    },
    options,
  );
}
