import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { route } from "@/lib/api/route";
import { cookieNames } from "@/lib/auth/cookies";
import { authOptions, isOwnAddress } from "@/lib/auth/options";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

interface Params {
  readonly nextauth: string[];
}

type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

// The options are made per request: settings are read when they are needed, not when the module loads.
const handler = route<Params>(async (request, params) => {
  await refuseForeignReturn(request);
  // next-auth types its handler as any; this is the shape it documents for route handlers.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const serve = NextAuth(authOptions()) as Handler;
  return serve(request, { params: Promise.resolve(params) });
});

/** next-auth fails with a 500 on a return address that it cannot read. Whoever sends one, or a foreign one, is told so. */
async function refuseForeignReturn(request: Request): Promise<void> {
  const jar = await cookies();
  const name = cookieNames(env()).callback;
  const kept = jar.get(name)?.value;
  const addresses = [...new URL(request.url).searchParams.getAll("callbackUrl"), ...(kept ? [kept] : [])];
  if (addresses.every((address) => isOwnAddress(address, env().NEXTAUTH_URL))) return;
  jar.delete({ name, path: "/" });
  throw new AppError("bad_request", "The address to return to is not one of Hindsight's own.");
}

export { handler as GET, handler as POST };
