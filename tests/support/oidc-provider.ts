import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair } from "jose";
import { type GrantContext, Provider } from "oidc-provider";

/** How the app is registered at the hospital of the browser tests. */
export const HOSPITAL = {
  name: "Hospital of Example",
  clientId: "hindsight",
  clientSecret: "the-hospital-gave-us-this-secret",
} as const;

/** What the hospital says of an account. */
export function saidOf(account: string) {
  return {
    sub: `staff-${account}`,
    name: `Dr. ${account} Ejemplo`,
    email: `${account.toLowerCase()}@hospital.example`,
  } as const;
}

/** Paths of its own, beside those of the standard: what a test may ask of the hospital. */
export const HOSPITAL_PATHS = { down: "/test/down", up: "/test/up", calls: "/test/calls" } as const;

const FORM = `<!doctype html><html lang="en"><title>Hospital</title><form method="post">
<label>Account <input name="account"></label>
<button name="decision" value="allow">Sign in</button> <button name="decision" value="decline">Cancel</button></form>`;

/**
 * A real OpenID Connect provider (oidc-provider) with a sign-in form that believes everybody. It keeps its ID tokens short,
 * as the standard allows: name and address are told by the userinfo endpoint.
 */
export async function startOidcProvider(options: {
  readonly port: number;
  readonly issuer: string;
  readonly redirectUri: string;
}): Promise<{ readonly stop: () => Promise<void> }> {
  const provider = new Provider(options.issuer, await configuration(options.redirectUri));
  const standard = provider.callback();
  let isDown = false;
  let tokenCalls = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", options.issuer);
    if (pathname === HOSPITAL_PATHS.calls) return end(response, 200, JSON.stringify({ token: tokenCalls }));
    if (pathname === HOSPITAL_PATHS.down || pathname === HOSPITAL_PATHS.up) {
      isDown = pathname === HOSPITAL_PATHS.down;
      return end(response, 204);
    }
    if (isDown) return end(response, 503, "down");
    if (pathname === "/token") tokenCalls += 1;
    if (!pathname.startsWith("/login/")) return standard(request, response);
    if (request.method !== "POST") return end(response, 200, FORM);
    const form = new URLSearchParams(await text(request));
    const declined = { error: "access_denied", error_description: "The account may not use this app." };
    const accepted = { login: { accountId: saidOf(form.get("account") ?? "").sub } };
    return provider.interactionFinished(
      request,
      response,
      form.get("decision") === "decline" ? declined : accepted,
    );
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => end(response, 500, "The provider failed."));
  });
  const listening = Promise.withResolvers<void>();
  server.once("error", listening.reject);
  server.listen(options.port, "127.0.0.1", listening.resolve);
  await listening.promise;
  return {
    stop: async () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

function end(response: ServerResponse, status: number, body = ""): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(body);
}

async function configuration(redirectUri: string): Promise<Readonly<Record<string, unknown>>> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return {
    clients: [
      {
        client_id: HOSPITAL.clientId,
        client_secret: HOSPITAL.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" }] },
    ttl: {
      Interaction: 600,
      Grant: 600,
      Session: 600,
      AuthorizationCode: 60,
      AccessToken: 600,
      IdToken: 600,
    },
    cookies: { keys: [randomBytes(32).toString("hex")] },
    features: { devInteractions: { enabled: false } },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/login/${uid}` },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ ...saidOf(accountId.slice("staff-".length)), email_verified: true }),
    }),
    // Nobody is asked for consent: staff have none to give to their hospital's own apps.
    async loadExistingGrant({ oidc }: GrantContext) {
      const { clientId } = oidc.client;
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  };
}
