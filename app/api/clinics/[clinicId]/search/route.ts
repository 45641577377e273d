import { cookies } from "next/headers";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { currentSession } from "@/lib/auth";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { accessToClinic } from "@/lib/clinics/access";
import { env } from "@/lib/env";
import { refused } from "@/lib/refusals";
import { keptSearch } from "@/lib/worklist/kept-search";
import { searchBody } from "@/lib/worklist/schema";

/**
 * Keeps the name that a clinic's list is searched for, in a cookie that ends with the browser: in an address it would stand
 * in histories and logs. An empty name ends the search.
 */
export const POST = route<{ clinicId: string }>(async (request, { clinicId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const session = await currentSession();
  if (session === null) throw refused("signed-out");
  const { userId, token: sessionToken } = session;
  const { name } = await readJsonBody(request, searchBody);
  const access = await accessToClinic({ userId, clinicId });
  const { search, https } = cookieNames(env());
  const jar = await cookies();
  const { maxAge, ...untilClosed } = cookieOptions(https, 0);
  if (name === "") jar.set(search, "", { ...untilClosed, maxAge });
  else jar.set(search, keptSearch(name, { sessionToken, clinicId: access.clinicId }), untilClosed);
  return Response.json({ name });
});
