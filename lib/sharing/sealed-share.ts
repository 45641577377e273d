import type { z } from "zod";
import { type ViewerIdentity, viewerIdentity } from "@/lib/accounts/schema";
import type { DataKey } from "@/lib/crypto/data-key";
import { openJwe, sealJwe } from "@/lib/crypto/jwe";
import { keyRing } from "@/lib/crypto/key-ring";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";
import {
  type ClinicProposal,
  clinicProposal,
  type OwnerWords,
  ownerWords,
  type SharedClinic,
  sharedClinic,
} from "./schema";

const ownerContext = (shareId: string): SealContext => ["share-owner", shareId];
const clinicContext = (shareId: string): SealContext => ["share-clinic", shareId];
const viewerContext = (shareId: string): SealContext => ["share-viewer", shareId];

export const sealOwnerWords = (words: OwnerWords, shareId: string, { key }: DataKey) =>
  seal(bytesOf(words), key, ownerContext(shareId));
export const openOwnerWords = (sealed: Uint8Array, shareId: string, { key }: DataKey): OwnerWords =>
  parsed(ownerWords, unseal(sealed, key, ownerContext(shareId)));

export const sealViewer = (viewer: ViewerIdentity, shareId: string, { key }: DataKey) =>
  seal(bytesOf(viewer), key, viewerContext(shareId));
export const openViewer = (sealed: Uint8Array, shareId: string, { key }: DataKey): ViewerIdentity =>
  parsed(viewerIdentity, unseal(sealed, key, viewerContext(shareId)));

/** In the place of a viewer, since a clinic is let in as a whole. */
export const sealSharedClinic = (clinic: SharedClinic, shareId: string, { key }: DataKey) =>
  seal(bytesOf(clinic), key, clinicContext(shareId));
export const openSharedClinic = (sealed: Uint8Array, shareId: string, { key }: DataKey): SharedClinic =>
  parsed(sharedClinic, unseal(sealed, key, clinicContext(shareId)));

const copyContext = (shareId: string): SealContext => ["share-copy", shareId];

/** The patient's name under the viewer's own key. */
export const sealViewerCopy = (patientName: string, shareId: string, { key }: DataKey) =>
  seal(Buffer.from(patientName, "utf8"), key, copyContext(shareId));
export const openViewerCopy = (sealed: Uint8Array, shareId: string, { key }: DataKey): string =>
  unseal(sealed, key, copyContext(shareId)).toString("utf8");

// Before somebody is let in they have no access to the patient's key, and the owner none to theirs: what each shows the
// other in between is sealed under the key-encryption key, and goes as soon as it is decided.

export const sealOffer = (words: OwnerWords, shareId: string) =>
  sealJwe(bytesOf(words), keyRing().current, { purpose: "share-offer", owner: shareId });
export const openOffer = async (offer: string, shareId: string): Promise<OwnerWords> =>
  parsed(ownerWords, await openJwe(offer, findKey, { purpose: "share-offer", owner: shareId }));

export const sealProposal = (viewer: ViewerIdentity, shareId: string) =>
  sealJwe(bytesOf(viewer), keyRing().current, { purpose: "share-proposal", owner: shareId });
export const openProposal = async (proposal: string, shareId: string): Promise<ViewerIdentity> =>
  parsed(viewerIdentity, await openJwe(proposal, findKey, { purpose: "share-proposal", owner: shareId }));

/** What somebody was shown of a clinic, for themselves alone; no row holds it. */
export const sealClinicProposal = (proposal: ClinicProposal, userId: string) =>
  sealJwe(bytesOf(proposal), keyRing().current, { purpose: "clinic-proposal", owner: userId });
export const openClinicProposal = async (sealed: string, userId: string): Promise<ClinicProposal> =>
  parsed(clinicProposal, await openJwe(sealed, findKey, { purpose: "clinic-proposal", owner: userId }));

const findKey = (id: string) => keyRing().find(id)?.key;

function bytesOf(value: object): Buffer {
  return Buffer.from(JSON.stringify(value), "utf8");
}

function parsed<T extends z.ZodType>(schema: T, bytes: Uint8Array): z.output<T> {
  return schema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
}
