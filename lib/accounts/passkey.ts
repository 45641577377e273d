import { z } from "zod";
import type { DataKey } from "@/lib/crypto/data-key";
import { lookupValue } from "@/lib/crypto/lookup";
import { seal, unseal } from "@/lib/crypto/seal";

/** Where passkeys are made and used: browsers and devices let none of one site sign for another. */
export interface PasskeySite {
  /** The host of the app, which a passkey is bound to. */
  readonly rpId: string;
  readonly origin: string;
}

const keptPasskey = z.strictObject({
  /** What the authenticator calls the key pair. */
  credentialId: z.string(),
  /** The public half, a COSE key in base64url. */
  publicKey: z.string(),
  transports: z.array(z.string()),
  /** Where it was made, to recognise it by. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
});
export type KeptPasskey = Readonly<z.output<typeof keptPasskey>>;

/** Where a sealed passkey stands: it opens for this row of this person only. */
export interface PasskeyPlace {
  readonly passkeyId: string;
  readonly userId: string;
}

const contextOf = ({ passkeyId, userId }: PasskeyPlace) => ["passkey", passkeyId, userId] as const;

export function sealPasskey(kept: KeptPasskey, place: PasskeyPlace, { key }: DataKey): Buffer<ArrayBuffer> {
  return seal(Buffer.from(JSON.stringify(keptPasskey.parse(kept)), "utf8"), key, contextOf(place));
}

/** Throws `UnsealError` for what was changed or moved. */
export function openPasskey(sealed: Uint8Array, place: PasskeyPlace, { key }: DataKey): KeptPasskey {
  return keptPasskey.parse(JSON.parse(unseal(sealed, key, contextOf(place)).toString("utf8")));
}

/** How a passkey is found again. */
export function credentialHash(credentialId: string): string {
  return lookupValue("passkey-credential", [credentialId]);
}

/** How a person's devices tell their passkeys here from those of others: it says nothing about who that is. */
export function userHandle(userId: string): string {
  return lookupValue("passkey-user", [userId]);
}
