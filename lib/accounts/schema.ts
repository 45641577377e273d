import { z } from "zod";

/**
 * An e-mail address, lower-cased: ASCII only, before anything is folded, so that no look-alike letter becomes one that
 * somebody else owns (CVE-2026-73420). Lengths: RFC 5321, 4.5.3.1.
 */
export const emailAddress = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{3,254}$/)
  .toLowerCase()
  .pipe(z.email());

/** The name that others see. One line, nothing that reverses or hides what stands beside it. */
export const personName = z
  .string()
  .normalize("NFC")
  .trim()
  .min(1)
  .max(80)
  // Letters, marks, digits, punctuation, symbols and spaces; no controls, no format characters such as U+202E.
  .regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+$/u);

/** What a message with a link is for. */
export const LINK_PURPOSES = ["sign-in", "add-address", "confirm"] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** "Send me a link": only to the address that is known already when somebody confirms that it is them. */
export const askBody = z.discriminatedUnion("purpose", [
  z.strictObject({ purpose: z.literal("sign-in"), address: emailAddress }),
  z.strictObject({ purpose: z.literal("add-address"), address: emailAddress }),
  z.strictObject({ purpose: z.literal("confirm") }),
]);

/** Either from the link itself or typed from the message. */
export const openBody = z.union([
  z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) }),
  z.strictObject({ code: z.string().max(40) }),
]);

/** What a passkey is asked for. */
export const PASSKEY_PURPOSES = ["sign-in", "confirm", "add"] as const;
export type PasskeyPurpose = (typeof PASSKEY_PURPOSES)[number];

/** "Let me in with a passkey", or "it is me". Adding one has an address of its own. */
export const passkeyAskBody = z.strictObject({ purpose: z.enum(["sign-in", "confirm"]) });

const base64url = (charactersMax: number) =>
  z
    .string()
    .min(1)
    .max(charactersMax)
    .regex(/^[\w-]+$/);
// WebAuthn, 5.1: an authenticator's own name for a key has at most 1,023 bytes.
const credentialId = base64url(1_364);

// What browsers write beside this is left out, not refused: tomorrow they may write more (WebAuthn, 5.1.8).
const credential = z.object({ id: credentialId, rawId: credentialId, type: z.literal("public-key") });

/** What a passkey signed, as the browser writes it. */
export const passkeyBody = credential.extend({
  response: z.object({
    clientDataJSON: base64url(4_096),
    authenticatorData: base64url(4_096),
    signature: base64url(4_096),
    userHandle: base64url(128).nullish(),
  }),
});
export type PasskeyAnswer = z.output<typeof passkeyBody>;

/** A passkey that was just made. */
export const newPasskeyBody = credential.extend({
  response: z.object({
    clientDataJSON: base64url(4_096),
    attestationObject: base64url(8_192),
    /** How its device can be reached: a hint for the browser, believed only as one. */
    transports: z
      .array(z.string().regex(/^[a-z-]{1,32}$/))
      .max(8)
      .default([]),
  }),
});
export type NewPasskey = z.output<typeof newPasskeyBody>;

export const PASSKEYS_MAX = 10;
/** As long as browsers let a person take for it. */
export const PASSKEY_MINUTES_MAX = 5;

export const nameBody = z.strictObject({ name: personName });

/** A message is of use for ten minutes. */
export const LINK_MINUTES_MAX = 10;
/** Wrong codes before a message is worth nothing. */
export const CODE_TRIES_MAX = 5;

/** How it is known who somebody is. */
const verifiedBy = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("email"), address: z.string() }),
  z.strictObject({ kind: z.literal("oidc"), issuer: z.string() }),
]);
export type VerifiedBy = z.output<typeof verifiedBy>;

/** Who somebody is, as those get to see them who let them in or work with them. */
export const viewerIdentity = z.strictObject({ name: z.string(), verifiedBy });
export type ViewerIdentity = z.output<typeof viewerIdentity>;
