import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/** What a look-up value is for. The same input gives unrelated values for two purposes. */
export type LookupPurpose =
  | "dexcom-subject"
  | "erased-patient"
  | "quarantined-record"
  | "email-address"
  | "oidc-subject"
  | "passkey-credential"
  | "passkey-user"
  | "sign-in-code"
  | "attempts"
  | "share-code"
  | "clinic-code"
  | "link-passcode"
  | "disclosure"
  | "record-seal"
  | "record-patient";

/**
 * A value by which a row can be found again without storing what it is found by: HMAC-SHA-256 under LOOKUP_KEY,
 * base64url. Without that key it can be neither reversed nor guessed.
 */
export function lookupValue(
  purpose: LookupPurpose,
  parts: readonly string[],
  key: Uint8Array = lookupKey(),
): string {
  return createHmac("sha256", key)
    .update(JSON.stringify([purpose, ...parts]), "utf8")
    .digest("base64url");
}

function lookupKey(): Uint8Array {
  return Buffer.from(env().LOOKUP_KEY, "base64");
}
