import type { Env } from "@/lib/env";

/** The provider that a hospital's staff sign in with. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it. */
  readonly name: string;
  readonly nameClaim: string;
  readonly emailClaim: string;
}

type OidcEnv = Pick<
  Env,
  | "OIDC_ISSUER"
  | "OIDC_CLIENT_ID"
  | "OIDC_CLIENT_SECRET"
  | "OIDC_NAME"
  | "OIDC_NAME_CLAIM"
  | "OIDC_EMAIL_CLAIM"
>;

/** Null where no provider is set; lib/env.ts refuses half of one. */
export function oidcSettings(settings: OidcEnv): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret,
    name: settings.OIDC_NAME ?? new URL(issuer).hostname,
    nameClaim: settings.OIDC_NAME_CLAIM,
    emailClaim: settings.OIDC_EMAIL_CLAIM,
  };
}

/** What the sign-in page offers; null where there is nothing to offer. */
export function oidcChoice(settings: OidcEnv): { readonly name: string } | null {
  const oidc = oidcSettings(settings);
  return oidc && { name: oidc.name };
}
