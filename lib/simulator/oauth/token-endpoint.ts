import { createHash } from "node:crypto";
import type { Instant } from "@/lib/clock";
import type { FaultKind, FaultOf, FaultTarget } from "@/lib/simulator/faults";
import { findFault } from "@/lib/simulator/faults";
import { ACCESS_TOKEN_SECONDS } from "@/lib/simulator/oauth/access-token";
import type { SimulatedClient } from "@/lib/simulator/oauth/clients";
import type { ApiVersion, AuthorizationCode, Grant } from "@/lib/simulator/oauth/token-store";
import { ConnectionDropped, jsonResponse } from "@/lib/simulator/responses";
import type { World } from "@/lib/simulator/world";

export interface TokenRequest {
  readonly version: ApiVersion;
  /** Null when the body is not a form. */
  readonly form: URLSearchParams | null;
  /** `iss` and `aud` of the access token. */
  readonly issuer: string;
  readonly now: Instant;
}

type OAuthError =
  | "invalid_client"
  | "invalid_grant"
  | "invalid_request"
  | "unauthorized_client"
  | "unsupported_grant_type";

/** `POST /v{2,3}/oauth2/token`. Nothing is spent before the client is known to be who it says. */
export function answerTokenRequest(world: World, request: TokenRequest): Response {
  const { form } = request;
  if (!form) return refuse("invalid_request");
  const grantType = form.get("grant_type");
  const clientId = form.get("client_id");
  const secret = form.get("client_secret");
  // HTTP Basic is not read: a client that probes with it falls through to the body here.
  if (clientId === null || secret === null) return refuse("invalid_client", 401);
  const client = world.clients.get(clientId);
  if (!client || client.secret !== secret) return refuse("invalid_client", 401);
  if (grantType === "authorization_code") return redeemCode(world, request, form, client);
  if (grantType === "refresh_token") return refresh(world, request, form, client);
  return refuse(grantType === null || grantType === "" ? "invalid_request" : "unsupported_grant_type");
}

/** Whom a token request is about, so that a fault can be aimed at one person. */
export function personOfTokenRequest(
  world: World,
  form: URLSearchParams | null,
  now: Instant,
): string | null {
  const code = world.tokens.code(form?.get("code") ?? "");
  if (code) return code.personName;
  const refreshToken = form?.get("refresh_token") ?? "";
  const outcome = world.tokens.inspectRefreshToken(refreshToken, form?.get("client_id") ?? "", now);
  return outcome.grant?.personName ?? null;
}

function redeemCode(
  world: World,
  request: TokenRequest,
  form: URLSearchParams,
  client: SimulatedClient,
): Response {
  const text = form.get("code");
  const redirectUri = form.get("redirect_uri");
  if (!text || !redirectUri) return refuse("invalid_request");
  const code = world.tokens.code(text);
  const personName = code?.personName ?? null;
  const refuseCode = () => {
    world.counters.token("codeRefusals", personName);
    return refuse("invalid_grant");
  };
  if (!code || code.clientId !== client.id) return refuseCode();
  if (code.spent) {
    world.counters.token("codeReuses", personName);
    return refuseCode();
  }
  const cap = takeFault(world, request, form, "userCap");
  if (cap && isOneTooMany(world, cap, code)) return userCapReached();
  code.spent = true;
  if (code.expiresAt <= request.now || code.redirectUri !== redirectUri || !provesChallenge(code, form)) {
    return refuseCode();
  }
  world.counters.token("codeRedemptions", personName);
  return answerWithPair(
    world,
    request,
    form,
    world.tokens.openGrant(code.personName, client.id, request.now),
  );
}

function provesChallenge(code: AuthorizationCode, form: URLSearchParams): boolean {
  if (code.codeChallenge === null) return true;
  const verifier = form.get("code_verifier") ?? "";
  const proof =
    code.codeChallengeMethod === "S256"
      ? createHash("sha256").update(verifier).digest("base64url")
      : verifier;
  return proof === code.codeChallenge;
}

function refresh(
  world: World,
  request: TokenRequest,
  form: URLSearchParams,
  client: SimulatedClient,
): Response {
  const text = form.get("refresh_token");
  if (!text) return refuse("invalid_request");
  const person = personOfTokenRequest(world, form, request.now);
  const refused = takeFault(world, request, form, "refusedRefresh");
  if (refused) {
    world.counters.token("refreshRefusals", person);
    return oauthError(world, request, form, refused.error, refused.status);
  }
  const grant = liveGrant(world, request, text, client, person);
  if (!grant) return oauthError(world, request, form, "invalid_grant", 400);
  world.counters.token("refreshes", grant.personName);
  const lost = takeFault(world, request, form, "lostRefreshAnswer");
  const answer = answerWithPair(world, request, form, grant);
  if (lost) throw new ConnectionDropped("The simulator lost the answer to a refresh");
  return answer;
}

/** The grant that this refresh token renews; the token is spent by asking. */
function liveGrant(
  world: World,
  request: TokenRequest,
  text: string,
  client: SimulatedClient,
  person: string | null,
): Grant | null {
  const outcome = world.tokens.inspectRefreshToken(text, client.id, request.now);
  if (outcome.kind === "live") {
    world.tokens.spendRefreshToken(text);
    return outcome.grant;
  }
  world.counters.token("refreshRefusals", person);
  if (outcome.kind === "reused") world.counters.token("refreshReuses", person);
  return null;
}

function answerWithPair(world: World, request: TokenRequest, form: URLSearchParams, grant: Grant): Response {
  const { version, issuer, now } = request;
  const isConstant = takeFault(world, request, form, "constantRefreshToken") !== undefined;
  const refreshToken = isConstant
    ? world.tokens.issueConstantRefreshToken(grant, now)
    : world.tokens.issueRefreshToken(grant, version, now);
  const body = {
    access_token: world.tokens.issueAccessToken(grant, issuer, now),
    expires_in: ACCESS_TOKEN_SECONDS,
    token_type: "Bearer",
    refresh_token: refreshToken,
  };
  return jsonResponse(200, version === "v3" ? { ...body, refresh_expires_in: 0 } : body, NO_STORE);
}

function isOneTooMany(world: World, cap: FaultOf<"userCap">, code: AuthorizationCode): boolean {
  const users = new Set(
    world.tokens
      .liveGrants()
      .filter((grant) => grant.clientId === code.clientId)
      .map((grant) => grant.personName),
  );
  return !users.has(code.personName) && users.size >= cap.usersMax;
}

/** Seen in production in 2026; only the words and the shape are known (dexcom-api.md 2.8). */
function userCapReached(): Response {
  return jsonResponse(
    400,
    { errors: [{ code: "invalid_client", title: "max user count exceeded" }] },
    NO_STORE,
  );
}

const NO_STORE = { "cache-control": "no-store" };

/** `{ "error": … }` and nothing else (dexcom-api.md 2.8). 401 for invalid_client is RFC 6749 5.2. */
function refuse(error: OAuthError, status: 400 | 401 = 400): Response {
  return jsonResponse(status, { error }, NO_STORE);
}

function oauthError(
  world: World,
  request: TokenRequest,
  form: URLSearchParams,
  error: string,
  status: number,
): Response {
  const isOdd = takeFault(world, request, form, "oddOAuthErrors") !== undefined;
  const body = isOdd ? { errors: [{ code: error, title: "The token could not be renewed" }] } : { error };
  return jsonResponse(status, body, NO_STORE);
}

function takeFault<K extends FaultKind>(world: World, request: TokenRequest, form: URLSearchParams, kind: K) {
  const target: FaultTarget = {
    endpoint: "token",
    api: request.version,
    person: personOfTokenRequest(world, form, request.now),
    client: form.get("client_id"),
  };
  return findFault(
    world.faults.take(target, (one) => one === kind),
    kind,
  );
}
