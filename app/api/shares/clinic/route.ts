import { termsInWords } from "@/components/sharing/share-words";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { placeOf } from "@/lib/auth/place-of-request";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { accessAsOwner } from "@/lib/sharing/access";
import { proposeClinic } from "@/lib/sharing/mutations-clinic";
import { findClinicBody } from "@/lib/sharing/schema";

/** Shows whose code it is, and in words what would be shared: `proposal` confirms exactly that (`POST /api/shares`). */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { code: typed, terms } = await readJsonBody(request, findClinicBody);
  const access = await accessAsOwner({ userId, patient: "me" });
  const network = placeOf(request.headers).network ?? "unknown";
  const found = await proposeClinic(access, { typed, terms, network }, { now: systemClock.now() });
  return Response.json({ ...found, terms: termsInWords(terms, await loadWords()) });
});
