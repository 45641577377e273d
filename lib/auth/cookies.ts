import type { Env } from "@/lib/env";

/** `__Host-` needs HTTPS; on http://localhost browsers differ, so the plain name is used there and only there. */
function name(base: string, https: boolean): string {
  return https ? `__Host-${base}` : base;
}

export interface CookieNames {
  readonly https: boolean;
  readonly session: string;
  readonly csrf: string;
  readonly callback: string;
  readonly transaction: string;
  /** What a sign-in with a hospital's provider must bring back, each sealed by next-auth. */
  readonly oidc: { readonly state: string; readonly nonce: string; readonly pkce: string };
  readonly link: string;
  /** Of a browser that was asked for a passkey. */
  readonly passkey: string;
  /** Of a browser that opened somebody's view-only link. */
  readonly visit: string;
  /** The name that somebody searches a clinic's patients for, while they are signed in. */
  readonly search: string;
}

export function cookieNames(settings: Pick<Env, "NEXTAUTH_URL">): CookieNames {
  const https = settings.NEXTAUTH_URL.startsWith("https://");
  return {
    https,
    session: name("hindsight.session", https),
    csrf: name("hindsight.csrf", https),
    callback: name("hindsight.return", https),
    transaction: name("hindsight.connect", https),
    oidc: {
      state: name("hindsight.oidc-state", https),
      nonce: name("hindsight.oidc-nonce", https),
      pkce: name("hindsight.oidc-proof", https),
    },
    link: name("hindsight.link", https),
    passkey: name("hindsight.passkey", https),
    visit: name("hindsight.visit", https),
    search: name("hindsight.search", https),
  };
}

/**
 * Lax, not Strict: the return from Dexcom is a cross-site navigation and must still carry the session. A cookie is taken
 * away with the same, lasting 0 seconds: a `__Host-` cookie yields to nothing less secure.
 */
export function cookieOptions(https: boolean, maxAgeSeconds: number) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: https, maxAge: maxAgeSeconds } as const;
}
