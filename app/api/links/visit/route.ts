import { cookies } from "next/headers";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { env } from "@/lib/env";
import { refused } from "@/lib/refusals";
import { preferencesBody } from "@/lib/settings/schema";
import { changeVisitUnit, endVisit } from "@/lib/sharing/mutations-visit";

/** In which unit a visit reads. */
export const PUT = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const visitToken = (await cookies()).get(cookieNames(env()).visit)?.value ?? null;
  const { unit } = await readJsonBody(request, preferencesBody);
  if (visitToken === null || !(await changeVisitUnit(visitToken, unit))) throw refused("signed-out");
  return Response.json({ unit });
});

/** Ends the visit on the server; a copy of the cookie is worth nothing afterwards. */
export const DELETE = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const jar = await cookies();
  const { visit: name, https } = cookieNames(env());
  const visitToken = jar.get(name)?.value ?? null;
  if (visitToken !== null) await endVisit(visitToken);
  jar.set(name, "", cookieOptions(https, 0));
  return Response.json({});
});
