import type { Profile, User } from "next-auth";
import type { OAuthConfig, TokenEndpointHandler } from "next-auth/providers/oauth";
import type { OidcPerson } from "@/lib/accounts/mutations-oidc";
import { createLogger, errorFields } from "@/lib/log";
import { readClaims } from "./oidc-claims";
import type { OidcSettings } from "./oidc-settings";
import type { OidcProblem } from "./outcome";

const log = createLogger({ part: "oidc" });

/** How one return from the provider goes. next-auth tells nobody why it failed, so each step writes it down here. */
export interface Arrival {
  /** What is to blame if it ends now. */
  problem: OidcProblem;
  /** Who it is, once everything was verified. */
  person: OidcPerson | null;
}

export function newArrival(): Arrival {
  return { problem: "oidc-down", person: null };
}

/**
 * The hospital's provider as next-auth wants it. Its library follows no redirect, decodes no compression and waits 3.5
 * seconds; every host that it calls stands in the discovery document of the issuer that the operator named.
 */
export function oidcProvider(
  settings: OidcSettings,
  {
    arrival = newArrival(),
    asksAnew = false,
  }: {
    readonly arrival?: Arrival;
    /** On a shared computer the provider may still know whoever was there before. */
    readonly asksAnew?: boolean;
  } = {},
): OAuthConfig<Profile> {
  const { issuer, clientId, clientSecret, name } = settings;
  let told: Profile = {};
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: "openid profile email", ...(asksAnew ? { prompt: "login" } : {}) } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    token: {
      request: ({ client, provider, params, checks }) =>
        asking(arrival, async () => {
          const tokens = await client.callback(provider.callbackUrl, params, checks);
          told = await claimsIn(client, tokens, settings);
          // They have served: nothing is ever asked of the provider again.
          return { tokens: {} };
        }),
    },
    userinfo: { request: () => told },
    profile(claims): User {
      const { subject, claims: read } = readClaims(claims, settings);
      return { id: subject, ...read };
    },
  };
}

type Client = Parameters<NonNullable<TokenEndpointHandler["request"]>>[0]["client"];
type Tokens = Awaited<ReturnType<Client["callback"]>>;

/** Many providers keep an ID token short and tell the rest when asked; the library checks that it is the same person. */
async function claimsIn(
  client: Client,
  tokens: Tokens,
  { nameClaim, emailClaim }: OidcSettings,
): Promise<Profile> {
  const claims = tokens.claims();
  const isComplete = nameClaim in claims && emailClaim in claims;
  if (isComplete || client.issuer.metadata.userinfo_endpoint === undefined) return claims;
  return { ...(await client.userinfo(tokens)), ...claims };
}

/** Asks the provider. Until it answers it is down; from then on whatever goes wrong lies in what it said. */
async function asking<T>(arrival: Arrival, ask: () => Promise<T>): Promise<T> {
  arrival.problem = "oidc-down";
  try {
    const answer = await ask();
    arrival.problem = "oidc-refused";
    return answer;
  } catch (error) {
    if (wasAnswered(error)) arrival.problem = "oidc-refused";
    log.warn("provider.failed", { ...errorFields(error), outcomeCode: oauthCode(error) });
    throw error;
  }
}

/** What the library puts into its errors when there was an answer to find fault with (openid-client, lib/errors.js). */
const PARTS_OF_ANSWER = ["params", "tokenset", "jwt", "jwks"];

function wasAnswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = statusIn(error);
  return status === null ? PARTS_OF_ANSWER.some((part) => part in error) : status < 500;
}

function statusIn(error: Error): number | null {
  const response = "response" in error ? error.response : null;
  if (typeof response !== "object" || response === null || !("statusCode" in response)) return null;
  return typeof response.statusCode === "number" ? response.statusCode : null;
}

/** The `error` of RFC 6749, 5.2, which tells an operator whether it is the secret or the code. */
function oauthCode(error: unknown): string | undefined {
  const code = error instanceof Error && "error" in error ? error.error : undefined;
  return typeof code === "string" && /^[a-z_]{1,64}$/.test(code) ? code : undefined;
}
