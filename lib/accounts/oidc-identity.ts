import { z } from "zod";
import type { DataKey } from "@/lib/crypto/data-key";
import { lookupValue } from "@/lib/crypto/lookup";
import { seal, unseal } from "@/lib/crypto/seal";

/** Who somebody is at an OpenID Connect provider. The subject alone means nothing: another issuer may use it, too. */
export interface OidcAccount {
  readonly issuer: string;
  readonly subject: string;
}

const oidcClaims = z.strictObject({
  name: z.string().nullable(),
  email: z.string().nullable(),
  /** Whether the provider says that the address is this person's. It never finds or joins anybody here. */
  emailVerified: z.boolean(),
});
/** What the provider says of somebody. */
export type OidcClaims = Readonly<z.output<typeof oidcClaims>>;

/** Where sealed claims stand: they open for this row of this person only. */
export interface OidcPlace {
  readonly identityId: string;
  readonly userId: string;
}

const contextOf = ({ identityId, userId }: OidcPlace) => ["oidc-identity", identityId, userId] as const;

export function sealClaims(claims: OidcClaims, place: OidcPlace, { key }: DataKey): Buffer<ArrayBuffer> {
  return seal(Buffer.from(JSON.stringify(oidcClaims.parse(claims)), "utf8"), key, contextOf(place));
}

/** Throws `UnsealError` for what was changed or moved. */
export function openClaims(sealed: Uint8Array, place: OidcPlace, { key }: DataKey): OidcClaims {
  return oidcClaims.parse(JSON.parse(unseal(sealed, key, contextOf(place)).toString("utf8")));
}

/** How an account is found again. */
export function oidcSubjectHash({ issuer, subject }: OidcAccount): string {
  return lookupValue("oidc-subject", [issuer, subject]);
}
