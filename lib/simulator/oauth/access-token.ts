import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Instant, SECOND_MS } from "@/lib/clock";

/** Two hours, in seconds as `expires_in` says (dexcom-api.md 2.6: "milliseconds" there is a documentation error). */
export const ACCESS_TOKEN_SECONDS = 7_200;

const SCOPES = ["egv", "calibration", "device", "event", "statistics", "offline_access"];

let signingKey: KeyObject | null = null;

// One key for the process, made when the first token is: generating it takes longer than everything else at start.
function key(): KeyObject {
  signingKey ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  return signingKey;
}

interface AccessTokenClaims {
  readonly subject: string;
  readonly clientId: string;
  readonly issuer: string;
  readonly issuedAt: Instant;
  /** Two tokens of one second would otherwise be one string. */
  readonly uniqueId: string;
}

/** An RS256 JWT with the header and claims that were seen in the sandbox. Clients must treat it as opaque. */
export function makeAccessToken(claims: AccessTokenClaims): string {
  const issuedAt = Math.floor(claims.issuedAt / SECOND_MS);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ typ: "JWT", alg: "RS256" })}.${part({
    sub: claims.subject,
    aud: claims.issuer,
    scope: SCOPES,
    iss: claims.issuer,
    exp: issuedAt + ACCESS_TOKEN_SECONDS,
    iat: issuedAt,
    client_id: claims.clientId,
    jti: claims.uniqueId,
  })}`;
  return `${body}.${sign("sha256", Buffer.from(body), key()).toString("base64url")}`;
}
