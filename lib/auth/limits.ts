import { HOUR_MS, MINUTE_MS } from "@/lib/clock";

// NIST SP 800-63B AAL2 and OWASP ASVS 7.3: 30 minutes idle, 12 hours in all.
export const SESSION_IDLE_MS = 30 * MINUTE_MS;
export const SESSION_ABSOLUTE_MS = 12 * HOUR_MS;
/** How often use moves the idle limit: once a minute spares a write on every request. */
export const SESSION_TOUCH_MS = MINUTE_MS;
/** How long a proof of who somebody is counts for joining and removing ways in (ASVS 7.5.1). */
export const RECENT_SIGN_IN_MS = 10 * MINUTE_MS;
/** How long a sign-in with a hospital's provider may take, as with Dexcom's. */
export const OIDC_TRIP_MS = 10 * MINUTE_MS;
