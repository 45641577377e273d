import type { DataKey } from "@/lib/crypto/data-key";
import { lookupValue } from "@/lib/crypto/lookup";
import { seal, unseal } from "@/lib/crypto/seal";

/** Where a sealed address stands: it opens for this row of this person only. */
export interface EmailPlace {
  readonly identityId: string;
  readonly userId: string;
}

const contextOf = ({ identityId, userId }: EmailPlace) => ["email-identity", identityId, userId] as const;

export function sealAddress(address: string, place: EmailPlace, { key }: DataKey): Buffer<ArrayBuffer> {
  return seal(Buffer.from(address, "utf8"), key, contextOf(place));
}

/** Throws `UnsealError` for what was changed or moved. */
export function openAddress(sealed: Uint8Array, place: EmailPlace, { key }: DataKey): string {
  return unseal(sealed, key, contextOf(place)).toString("utf8");
}

/** How an address is found again. Takes it as `emailAddress` (schema.ts) made it. */
export function addressHash(address: string): string {
  return lookupValue("email-address", [address]);
}
