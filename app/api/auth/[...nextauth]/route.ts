import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { route } from "@/lib/api/route";
import { seeOther } from "@/lib/api/see-other";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { serveNextAuth } from "@/lib/auth/next-auth";
import { authOptions, isOwnAddress } from "@/lib/auth/options";
import type { OidcProblem } from "@/lib/auth/outcome";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { PATHS } from "@/lib/routes";

interface Params {
  readonly nextauth: string[];
}

// The options are made per request: settings are read when they are needed, not when the module loads.
const handler = route<Params, NextRequest>(async (request, { nextauth }) => {
  await refuseForeignReturn(request);
  // The one callback there is has a route of its own, which keeps what next-auth would do with it from happening.
  if (nextauth[0] === "callback") throw new AppError("not_found", "Nothing returns to this address.");
  // next-auth would hand on to the provider whatever stands there.
  if (request.method === "POST" && request.nextUrl.search !== "")
    throw new AppError("bad_request", "Nothing is expected behind this address.");
  const problem = request.method === "GET" ? problemOf(nextauth[0], request.nextUrl.searchParams) : null;
  if (problem) return seeOther(PATHS.problem(problem), env().NEXTAUTH_URL);
  return serveNextAuth(request, nextauth, authOptions());
});

/** Where next-auth sends a browser whose sign-in could not begin. Ours say in words why; null for everything else. */
function problemOf(action: string | undefined, query: URLSearchParams): OidcProblem | null {
  if (action === "error") return query.get("error") === "OAuthSignin" ? "oidc-down" : "oidc-refused";
  // It did not find the CSRF cookie that goes with the token.
  return action === "signin" && query.has("csrf") ? "oidc-not-this-browser" : null;
}

/** next-auth fails with a 500 on a return address that it cannot read. Whoever sends one, or a foreign one, is told so. */
async function refuseForeignReturn(request: Request): Promise<void> {
  const jar = await cookies();
  const { callback: name, https } = cookieNames(env());
  const kept = jar.get(name)?.value;
  const addresses = [...new URL(request.url).searchParams.getAll("callbackUrl"), ...(kept ? [kept] : [])];
  if (addresses.every((address) => isOwnAddress(address, env().NEXTAUTH_URL))) return;
  jar.set(name, "", cookieOptions(https, 0));
  throw new AppError("bad_request", "The address to return to is not one of Hindsight's own.");
}

export { handler as GET, handler as POST };
