import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { signOutHere } from "@/lib/api/sign-out";
import { env } from "@/lib/env";

/** Ends the session on the server; a copy of the cookie is worth nothing afterwards. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  return signOutHere();
});
