import { z } from "zod";

/** The version of the consent page's text. A change of what is read, why or for how long needs a new one. */
export const CONSENT_VERSION = "2026-11-26";

/** The body of "Continue to Dexcom": agreeing is sending it. Confirming who one is reads no glucose, so it agrees to nothing. */
export const connectBody = z.discriminatedUnion("purpose", [
  z.strictObject({
    purpose: z.enum(["sign-in", "reconnect", "join"]),
    grantor: z.enum(["self", "guardian"]),
    /** The version that was on the screen: an old page cannot agree to a new text. */
    consentVersion: z.literal(CONSENT_VERSION),
  }),
  z.strictObject({ purpose: z.literal("confirm") }),
]);

export const disconnectBody = z.strictObject({ data: z.enum(["keep", "delete"]) });
