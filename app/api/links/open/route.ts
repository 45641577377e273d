import { cookies } from "next/headers";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { placeOf } from "@/lib/auth/place-of-request";
import { env } from "@/lib/env";
import { reportPath } from "@/lib/routes";
import { openViewLink, VISIT_HOURS } from "@/lib/sharing/mutations-visit";
import { openLinkBody } from "@/lib/sharing/schema";

/** Opens a view-only link with its passcode, and answers with the page to go on with. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const proof = await readJsonBody(request, openLinkBody);
  const place = placeOf(request.headers);
  const { visit: name, https } = cookieNames(env());
  const jar = await cookies();
  const { patientId, visitToken } = await openViewLink(proof, {
    place,
    network: place.network ?? "unknown",
    visitToken: jar.get(name)?.value ?? null,
  });
  jar.set(name, visitToken, cookieOptions(https, VISIT_HOURS * 60 * 60));
  return Response.json({ location: reportPath.overview(patientId) });
});
