import { DAY_MS, type Instant, SECOND_MS } from "@/lib/clock";
import { type RandomBytes, randomHex, randomUuid, subjectFor } from "@/lib/simulator/identifiers";
import { ACCESS_TOKEN_SECONDS, makeAccessToken } from "@/lib/simulator/oauth/access-token";

/** Dexcom's guide: a code lives for one minute and a refresh token for one year at most. */
const CODE_LIFETIME_SECONDS = 60;
const REFRESH_TOKEN_LIFETIME_DAYS = 365;

/** What the sandbox of 2019 to 2023 gave to everybody, for ever (dexcom-api.md 2.7). */
export const CONSTANT_REFRESH_TOKEN = "c0ffee00c0ffee00c0ffee00c0ffee00";

export type ApiVersion = "v2" | "v3";

/** One consent of one person to one client; all its tokens end with it. */
export interface Grant {
  readonly id: string;
  readonly personName: string;
  readonly clientId: string;
  readonly createdAt: Instant;
  endedAt: Instant | null;
}

/** What the authorization page decided, waiting to be redeemed. */
export interface AuthorizationCode {
  readonly personName: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string | null;
  readonly codeChallengeMethod: "plain" | "S256";
  readonly expiresAt: Instant;
  spent: boolean;
}

interface AccessToken {
  readonly grant: Grant;
  readonly expiresAt: Instant;
}

interface RefreshToken extends AccessToken {
  spent: boolean;
}

export type RefreshOutcome =
  | { readonly kind: "live"; readonly grant: Grant }
  | {
      readonly kind: "unknown" | "otherClient" | "reused" | "expired" | "revoked";
      readonly grant: Grant | null;
    };

/** Codes, grants and tokens of all clients, shared by the v2 and v3 prefixes. Held in memory only. */
export class TokenStore {
  readonly #random: RandomBytes;
  readonly #codes = new Map<string, AuthorizationCode>();
  readonly #grants = new Map<string, Grant>();
  readonly #accessTokens = new Map<string, AccessToken>();
  readonly #refreshTokens = new Map<string, RefreshToken>();

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  /** v2: 32 hex digits; v3: region prefix and three dot-joined UUIDs (dexcom-api.md 2.4). */
  issueCode(version: ApiVersion, code: Omit<AuthorizationCode, "expiresAt" | "spent">, now: Instant): string {
    const uuid = () => randomUuid(this.#random);
    const text = version === "v2" ? randomHex(this.#random, 16) : `US_${uuid()}.${uuid()}.${uuid()}`;
    this.#codes.set(text, { ...code, expiresAt: now + CODE_LIFETIME_SECONDS * SECOND_MS, spent: false });
    return text;
  }

  code(text: string): AuthorizationCode | undefined {
    return this.#codes.get(text);
  }

  openGrant(personName: string, clientId: string, now: Instant): Grant {
    const grant: Grant = {
      id: randomUuid(this.#random),
      personName,
      clientId,
      createdAt: now,
      endedAt: null,
    };
    this.#grants.set(grant.id, grant);
    return grant;
  }

  /** The shape is not documented: 32 hex digits were seen in v2, v3 is assumed to be opaque. */
  issueRefreshToken(grant: Grant, version: ApiVersion, now: Instant): string {
    const random = Buffer.from(this.#random(version === "v2" ? 16 : 48));
    const token = random.toString(version === "v2" ? "hex" : "base64url");
    this.#keepRefreshToken(token, grant, now);
    return token;
  }

  /** One for everybody, which is never spent and refreshes whoever got it last. */
  issueConstantRefreshToken(grant: Grant, now: Instant): string {
    this.#keepRefreshToken(CONSTANT_REFRESH_TOKEN, grant, now);
    return CONSTANT_REFRESH_TOKEN;
  }

  #keepRefreshToken(token: string, grant: Grant, now: Instant): void {
    this.#refreshTokens.set(token, {
      grant,
      expiresAt: now + REFRESH_TOKEN_LIFETIME_DAYS * DAY_MS,
      spent: false,
    });
  }

  issueAccessToken(grant: Grant, issuer: string, now: Instant): string {
    const token = makeAccessToken({
      subject: subjectFor(grant.personName),
      clientId: grant.clientId,
      issuer,
      issuedAt: now,
      uniqueId: randomUuid(this.#random),
    });
    const expiresAt = now + ACCESS_TOKEN_SECONDS * SECOND_MS;
    this.#accessTokens.set(token, { grant, expiresAt });
    return token;
  }

  /** The grant an access token belongs to; the caller decides what an expired or ended one means. */
  accessToken(token: string): AccessToken | undefined {
    return this.#accessTokens.get(token);
  }

  /** What presenting this refresh token amounts to. Changes nothing: see `spendRefreshToken`. */
  inspectRefreshToken(token: string, clientId: string, now: Instant): RefreshOutcome {
    const issued = this.#refreshTokens.get(token);
    if (!issued) return { kind: "unknown", grant: null };
    const { grant } = issued;
    if (grant.clientId !== clientId) return { kind: "otherClient", grant: null };
    if (grant.endedAt !== null) return { kind: "revoked", grant };
    if (issued.spent) return { kind: "reused", grant };
    if (issued.expiresAt <= now) return { kind: "expired", grant };
    return { kind: "live", grant };
  }

  spendRefreshToken(token: string): void {
    const issued = this.#refreshTokens.get(token);
    if (issued && token !== CONSTANT_REFRESH_TOKEN) issued.spent = true;
  }

  grants(): Grant[] {
    return [...this.#grants.values()];
  }

  liveGrants(personName?: string): Grant[] {
    return this.grants().filter(
      (grant) => grant.endedAt === null && (personName === undefined || grant.personName === personName),
    );
  }

  /** Kills every access and refresh token of the grant at once. */
  endGrant(id: string, now: Instant): boolean {
    const grant = this.#grants.get(id);
    if (!grant || grant.endedAt !== null) return false;
    grant.endedAt = now;
    return true;
  }

  clear(): void {
    for (const map of [this.#codes, this.#grants, this.#accessTokens, this.#refreshTokens]) map.clear();
  }
}
