import type { AuthOptions, DefaultSession } from "next-auth";
import { env } from "@/lib/env";
import { createLogger } from "@/lib/log";
import { PATHS } from "@/lib/routes";
import { sessionAdapter } from "./adapter";
import { cookieNames, cookieOptions } from "./cookies";
import { OIDC_TRIP_MS, SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, SESSION_TOUCH_MS } from "./limits";
import { oidcProvider } from "./oidc";
import { oidcSettings } from "./oidc-settings";

declare module "next-auth" {
  interface Session {
    user: { id: string } & NonNullable<DefaultSession["user"]>;
  }
}

const log = createLogger({ part: "auth" });

/** Whether an address, absolute or from the root, leads into this app. */
export function isOwnAddress(url: string, baseUrl: string): boolean {
  const { origin } = new URL(baseUrl);
  if (!url.startsWith("/") && !url.startsWith(origin)) return false;
  return URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === origin;
}

/** Where next-auth may send a browser: inside this app, whatever it was asked. */
export function safeRedirect(url: string, baseUrl: string): string {
  return isOwnAddress(url, baseUrl) ? new URL(url, baseUrl).href : baseUrl;
}

/** next-auth serves sessions, CSRF tokens and sign-out, and begins the sign-in of a hospital. Dexcom's is app/api/connect. */
export function authOptions(): AuthOptions {
  const names = cookieNames(env());
  const cookie = cookieOptions(names.https, SESSION_ABSOLUTE_MS / 1000);
  const short = { ...cookie, maxAge: undefined };
  const trip = cookieOptions(names.https, OIDC_TRIP_MS / 1000);
  const oidc = oidcSettings(env());
  return {
    adapter: sessionAdapter(),
    providers: oidc ? [oidcProvider(oidc)] : [],
    secret: env().NEXTAUTH_SECRET,
    session: {
      strategy: "database",
      maxAge: SESSION_IDLE_MS / 1000,
      updateAge: SESSION_TOUCH_MS / 1000,
    },
    useSecureCookies: names.https,
    cookies: {
      sessionToken: { name: names.session, options: cookie },
      csrfToken: { name: names.csrf, options: short },
      callbackUrl: { name: names.callback, options: short },
      state: { name: names.oidc.state, options: trip },
      nonce: { name: names.oidc.nonce, options: trip },
      pkceCodeVerifier: { name: names.oidc.pkce, options: trip },
    },
    pages: { signIn: PATHS.signIn, signOut: PATHS.home, error: PATHS.signIn, verifyRequest: PATHS.signIn },
    callbacks: {
      // Whoever comes back does so through lib/auth/oidc-return.ts.
      signIn: () => false,
      redirect: ({ url, baseUrl }) => safeRedirect(url, baseUrl),
      session: ({ session, user }) => ({ ...session, user: { id: user.id } }),
    },
    logger: {
      error: (code) => log.error("next-auth", { outcomeCode: code }),
      warn: (code) => log.warn("next-auth", { outcomeCode: code }),
      debug: () => undefined,
    },
  };
}
