import { env } from "@/lib/env";
import { mailDelivery } from "@/lib/mail/delivery-kind";

/** Whether somebody without a Dexcom account can sign in here: by a link in a message or where they work. */
export function hasOtherWays(): boolean {
  const settings = env();
  return mailDelivery(settings) !== "none" || settings.OIDC_ISSUER !== undefined;
}
