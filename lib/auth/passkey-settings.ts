import { isIP } from "node:net";
import type { PasskeySite } from "@/lib/accounts/passkey";
import type { Env } from "@/lib/env";

/**
 * The site that passkeys are bound to; null where browsers make none: behind a number instead of a name, and without https
 * anywhere but on this machine (WebAuthn, 5.1.3 and 13.4.9).
 */
export function passkeySite({ NEXTAUTH_URL }: Pick<Env, "NEXTAUTH_URL">): PasskeySite | null {
  const { protocol, hostname, origin } = new URL(NEXTAUTH_URL);
  const isThisMachine = hostname === "localhost" || hostname.endsWith(".localhost");
  const isNumber = hostname.startsWith("[") || isIP(hostname) !== 0;
  return (protocol === "https:" || isThisMachine) && !isNumber ? { rpId: hostname, origin } : null;
}
