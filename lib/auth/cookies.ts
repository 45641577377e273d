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
}

export function cookieNames(settings: Pick<Env, "NEXTAUTH_URL">): CookieNames {
  const https = settings.NEXTAUTH_URL.startsWith("https://");
  return {
    https,
    session: name("hindsight.session", https),
    csrf: name("hindsight.csrf", https),
    callback: name("hindsight.return", https),
    transaction: name("hindsight.connect", https),
  };
}

/** Lax, not Strict: the return from Dexcom is a cross-site navigation and must still carry the session. */
export function cookieOptions(https: boolean, maxAgeSeconds: number) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: https, maxAge: maxAgeSeconds } as const;
}
