import { systemClock } from "@/lib/clock";
import { createCircuitBreaker } from "@/lib/dexcom/circuit-breaker";
import { dexcomUpstream, redirectUri } from "@/lib/dexcom/environments";
import { createHttpTransport } from "@/lib/dexcom/http";
import { type DexcomApp, type OAuthTools, refreshTokens } from "@/lib/dexcom/oauth";
import { type Env, env, simulatorOrigin } from "@/lib/env";
import { Secret } from "@/lib/secret";
import type { RefreshTokens } from "./tokens-refresh";

/** The one Dexcom that this installation talks to, and the one circuit breaker that spares it. */
export interface DexcomGateway {
  readonly app: DexcomApp;
  readonly tools: Required<OAuthTools>;
  /** Where Dexcom sends people back to; registered there exactly like this. */
  readonly redirectUri: string;
}

export function openDexcomGateway(settings: Env): DexcomGateway {
  const upstream = dexcomUpstream({
    environment: settings.DEXCOM_ENVIRONMENT,
    simulatorOrigin: simulatorOrigin(settings),
    oauthVersion: settings.DEXCOM_API_VERSION,
  });
  return {
    app: {
      upstream,
      clientId: settings.DEXCOM_CLIENT_ID,
      clientSecret: new Secret(settings.DEXCOM_CLIENT_SECRET),
    },
    tools: {
      transport: createHttpTransport({ allowedOrigins: [upstream.origin] }),
      clock: systemClock,
      breaker: createCircuitBreaker(systemClock),
    },
    redirectUri: redirectUri(settings.NEXTAUTH_URL, settings.DEXCOM_ENVIRONMENT),
  };
}

// Kept across hot reloads, so that the breaker remembers.
const shared = globalThis as typeof globalThis & { hindsightDexcom?: DexcomGateway };

export function dexcomGateway(): DexcomGateway {
  shared.hindsightDexcom ??= openDexcomGateway(env());
  return shared.hindsightDexcom;
}

/** How stored tokens are renewed at this Dexcom; for `lib/connections/access-token.ts`. */
export function refreshAt({ app, tools }: DexcomGateway): RefreshTokens {
  return (refreshToken) => refreshTokens(app, refreshToken, tools);
}
