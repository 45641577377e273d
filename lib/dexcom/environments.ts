import type { DexcomEnvironment } from "@/lib/env";
import { API_PATHS } from "@/lib/routes";

/** Which of the two families of sign-in paths is used; both issue tokens for the same v3 data (dexcom-api.md, 2.1). */
export type OAuthVersion = "v2" | "v3";

const ORIGINS: Readonly<Record<Exclude<DexcomEnvironment, "simulator">, string>> = {
  sandbox: "https://sandbox-api.dexcom.com",
  us: "https://api.dexcom.com",
  // The EU host serves every country except the United States and Japan (dexcom-api.md, section 1).
  eu: "https://api.dexcom.eu",
  jp: "https://api.dexcom.jp",
};

/** One Dexcom to talk to: an authorization server and its data, never mixed with another's. */
export interface DexcomUpstream {
  readonly environment: DexcomEnvironment;
  /** Scheme, host and port, no trailing slash; also the one entry of the HTTP client's allow-list. */
  readonly origin: string;
  readonly oauthVersion: OAuthVersion;
}

export function dexcomUpstream(options: {
  readonly environment: DexcomEnvironment;
  /** Where the simulator answers; used for the environment `simulator` only. */
  readonly simulatorOrigin: string;
  readonly oauthVersion?: OAuthVersion;
}): DexcomUpstream {
  const { environment, simulatorOrigin, oauthVersion = "v3" } = options;
  const origin = environment === "simulator" ? new URL(simulatorOrigin).origin : ORIGINS[environment];
  return { environment, origin, oauthVersion };
}

/**
 * Where Dexcom sends the person back to. One path per environment: an answer of one authorization server can never be
 * redeemed at another (mix-up, RFC 9700 4.4). Must be registered at Dexcom exactly as it is here.
 */
export function redirectUri(appOrigin: string, environment: DexcomEnvironment): string {
  return new URL(API_PATHS.callback(environment), appOrigin).href;
}
