import { z } from "zod";
import type { OidcPerson } from "@/lib/accounts/mutations-oidc";
import { emailAddress, personName } from "@/lib/accounts/schema";
import type { OidcSettings } from "./oidc-settings";

// OpenID Connect Core, section 2: a subject is at most 255 ASCII characters, and taken as it is.
const signed = z.looseObject({
  iss: z.string(),
  sub: z.string().regex(/^[\x20-\x7e]{1,255}$/),
});

// Some providers write booleans as words.
const verified = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })]).catch(false);

/**
 * What a verified ID token says of somebody. Who it is must be beyond doubt, or this throws; a name or an address that
 * cannot be shown is left out.
 */
export function readClaims(
  claims: unknown,
  { issuer, nameClaim, emailClaim }: Pick<OidcSettings, "issuer" | "nameClaim" | "emailClaim">,
): OidcPerson {
  const told = signed.parse(claims);
  // The library compares it with what the discovery document says of itself; the operator named one.
  if (told.iss !== issuer) throw new Error("An ID token of another issuer.");
  const email = emailAddress.nullable().catch(null).parse(told[emailClaim]);
  return {
    issuer,
    subject: told.sub,
    claims: {
      name: personName.nullable().catch(null).parse(told[nameClaim]),
      email,
      // Says something of the standard claim only.
      emailVerified: email !== null && emailClaim === "email" && verified.parse(told["email_verified"]),
    },
  };
}
