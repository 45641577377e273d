import { ownPatientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { env } from "@/lib/env";
import { removeHandExclusion } from "@/lib/journal/mutations";

/** Takes the readings back into the figures. */
export const DELETE = route<{ id: string; entryId: string }>(async (request, { entryId, ...params }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  await removeHandExclusion(access, entryId);
  return new Response(null, { status: 204 });
});
