import { z } from "zod";
import { type Clock, type Instant, SECOND_MS } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import { Secret } from "@/lib/secret";
import type { CircuitBreaker } from "./circuit-breaker";
import type { DexcomUpstream } from "./environments";
import { DexcomError } from "./errors";
import { readJson } from "./json";
import { send } from "./send";
import { tokenError } from "./token-error";
import type { Transport } from "./transport";

/** Our registration at one Dexcom. */
export interface DexcomApp {
  readonly upstream: DexcomUpstream;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

export interface TokenSet {
  /** Opaque. */
  readonly accessToken: Secret;
  /** Single use: a new one comes with every refresh and the old one is dead at once. */
  readonly refreshToken: Secret;
  readonly expiresAt: Instant;
}

export interface OAuthTools {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly breaker?: CircuitBreaker;
}

/**
 * Where the browser goes to sign in at Dexcom. `offline_access` is the only scope there is. `state` is the only wall
 * against forged callbacks: Dexcom documents no PKCE.
 */
export function authorizeUrl(options: {
  readonly upstream: DexcomUpstream;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
}): string {
  const url = new URL(`/${options.upstream.oauthVersion}/oauth2/login`, options.upstream.origin);
  url.search = new URLSearchParams({
    client_id: options.clientId,
    redirect_uri: options.redirectUri,
    response_type: "code",
    scope: "offline_access",
    state: options.state,
  }).toString();
  return url.href;
}

/** Redeems an authorization code: single use, 60 seconds. `redirectUri` must repeat the one of the first step. */
export function exchangeCode(
  app: DexcomApp,
  grant: { readonly code: Secret; readonly redirectUri: string },
  tools: OAuthTools,
): Promise<Result<TokenSet, DexcomError>> {
  const fields = {
    grant_type: "authorization_code",
    code: grant.code.reveal(),
    redirect_uri: grant.redirectUri,
  };
  return requestTokens(app, fields, null, tools);
}

/**
 * Trades the refresh token for a new pair. Called once per token, under the connection's lease: it never repeats
 * itself, because an answer that got lost may have spent the token (`isOutcomeUnknown`).
 */
export function refreshTokens(
  app: DexcomApp,
  refreshToken: Secret,
  tools: OAuthTools,
): Promise<Result<TokenSet, DexcomError>> {
  const fields = { grant_type: "refresh_token", refresh_token: refreshToken.reveal() };
  return requestTokens(app, fields, refreshToken, tools);
}

/** Half of the lease under which a refresh runs (security.md, 3.2). */
const TOKEN_TIMEOUT_MS = 15 * SECOND_MS;

const EXPIRES_SECONDS_DOCUMENTED = 7_200;
const EXPIRES_SECONDS_MAX = 86_400;

// What may stand in an `Authorization` header (RFC 6750, b64token) and a little more; no control character, no space.
const token = z
  .string()
  .min(1)
  .max(8_192)
  .regex(/^[\x21-\x7e]+$/);

const tokenAnswer = z.object({
  access_token: token,
  refresh_token: token.optional(),
  token_type: z
    .string()
    .regex(/^bearer$/i)
    .optional(),
  // Seconds, although one of Dexcom's own descriptions says milliseconds. A wrong guess costs one 401, no more.
  expires_in: z.coerce.number().positive().catch(EXPIRES_SECONDS_DOCUMENTED),
});

async function requestTokens(
  app: DexcomApp,
  fields: Readonly<Record<string, string>>,
  previous: Secret | null,
  { transport, clock, breaker }: OAuthTools,
): Promise<Result<TokenSet, DexcomError>> {
  const { upstream, clientId, clientSecret } = app;
  // Credentials go into the body: HTTP Basic is not documented (dexcom-api.md, 2.5).
  const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret.reveal(), ...fields });
  const sentAt = clock.now();
  const sent = await send(
    {
      method: "POST",
      url: `${upstream.origin}/${upstream.oauthVersion}/oauth2/token`,
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: form.toString(),
      timeoutMs: TOKEN_TIMEOUT_MS,
    },
    { transport, breaker, errorOf: (response) => tokenError(response, clock.now()) },
  );
  if (!sent.ok) return sent;
  const json = readJson(sent.value);
  if (!json.ok) return json;
  const parsed = tokenAnswer.safeParse(json.value);
  const refreshToken = parsed.data?.refresh_token;
  // RFC 6749, 6: an answer to a refresh without a new refresh token means that the old one stays valid.
  const nextRefreshToken = refreshToken === undefined ? previous : new Secret(refreshToken);
  if (!parsed.success || !nextRefreshToken)
    return err(new DexcomError("malformed", { status: 200, detail: "tokens" }));
  return ok({
    accessToken: new Secret(parsed.data.access_token),
    refreshToken: nextRefreshToken,
    expiresAt: sentAt + Math.min(parsed.data.expires_in, EXPIRES_SECONDS_MAX) * SECOND_MS,
  });
}
