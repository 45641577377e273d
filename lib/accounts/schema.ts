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
