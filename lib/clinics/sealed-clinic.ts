import type { z } from "zod";
import { type ViewerIdentity, viewerIdentity } from "@/lib/accounts/schema";
import type { DataKey } from "@/lib/crypto/data-key";
import { openJwe, sealJwe } from "@/lib/crypto/jwe";
import { keyRing } from "@/lib/crypto/key-ring";
import { lookupValue } from "@/lib/crypto/lookup";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";
import { type InvitationWords, invitationWords } from "./schema";

/** Where something sealed stands in a clinic: it opens for this row of this clinic only. */
export interface ClinicPlace {
  readonly clinicId: string;
  /** The id of the member, the invitation or the label. */
  readonly rowId: string;
}

const memberContext = (at: ClinicPlace): SealContext => ["clinic-member", at.clinicId, at.rowId];
const invitationContext = (at: ClinicPlace): SealContext => ["clinic-invitation", at.clinicId, at.rowId];
const labelContext = (at: ClinicPlace): SealContext => ["clinic-label", at.clinicId, at.rowId];

/** Who a member is, as they were known when they last came. */
export const sealMember = (identity: ViewerIdentity, at: ClinicPlace, { key }: DataKey) =>
  seal(bytesOf(identity), key, memberContext(at));
export const openMember = (sealed: Uint8Array, at: ClinicPlace, { key }: DataKey): ViewerIdentity =>
  parsed(viewerIdentity, unseal(sealed, key, memberContext(at)));

export const sealInvitation = (words: InvitationWords, at: ClinicPlace, { key }: DataKey) =>
  seal(bytesOf(words), key, invitationContext(at));
export const openInvitation = (sealed: Uint8Array, at: ClinicPlace, { key }: DataKey): InvitationWords =>
  parsed(invitationWords, unseal(sealed, key, invitationContext(at)));

export const sealLabel = (name: string, at: ClinicPlace, { key }: DataKey) =>
  seal(Buffer.from(name, "utf8"), key, labelContext(at));
export const openLabel = (sealed: Uint8Array, at: ClinicPlace, { key }: DataKey): string =>
  unseal(sealed, key, labelContext(at)).toString("utf8");

// Whoever is invited has no sight of the clinic's key before they accept: who invites them is sealed under the key-encryption
// key, and goes with the invitation. So is the code, which members read aloud and which has to be shown again.

export const sealOffer = (invitedBy: ViewerIdentity, invitationId: string) =>
  sealJwe(bytesOf(invitedBy), keyRing().current, { purpose: "clinic-invitation", owner: invitationId });
export const openOffer = async (offer: string, invitationId: string): Promise<ViewerIdentity> =>
  parsed(
    viewerIdentity,
    await openJwe(offer, findKey, { purpose: "clinic-invitation", owner: invitationId }),
  );

const sealCode = (code: string, clinicId: string) =>
  sealJwe(Buffer.from(code, "utf8"), keyRing().current, { purpose: "clinic-code", owner: clinicId });
export const openCode = async (sealed: string, clinicId: string): Promise<string> =>
  Buffer.from(await openJwe(sealed, findKey, { purpose: "clinic-code", owner: clinicId })).toString("utf8");

/** How a clinic is found by its code. */
export function codeHash(code: string): string {
  return lookupValue("clinic-code", [code]);
}

/** A code as its columns. */
export async function codeRow(code: string, clinicId: string) {
  return { codeHmac: codeHash(code), codeSealed: await sealCode(code, clinicId) };
}

const findKey = (id: string) => keyRing().find(id)?.key;

function bytesOf(value: object): Buffer {
  return Buffer.from(JSON.stringify(value), "utf8");
}

function parsed<T extends z.ZodType>(schema: T, bytes: Uint8Array): z.output<T> {
  return schema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
}
