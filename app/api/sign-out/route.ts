import { cookies } from "next/headers";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { endSession } from "@/lib/auth/adapter";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { env } from "@/lib/env";

/** Ends the session on the server; a copy of the cookie is worth nothing afterwards. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const names = cookieNames(env());
  const jar = await cookies();
  const token = jar.get(names.session)?.value;
  if (token) await endSession(token);
  jar.set(names.session, "", cookieOptions(names.https, 0));
  return new Response(null, { status: 204, headers: { "clear-site-data": '"cache", "storage"' } });
});
