import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { renewCode } from "@/lib/clinics/mutations";
import { env } from "@/lib/env";
import { writtenInGroups } from "@/lib/read-aloud-code";

/** Makes a new code; the one before finds nothing from that moment. */
export const POST = route<{ clinicId: string }>(async (request, { clinicId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const access = await accessToClinic({ userId, clinicId });
  return Response.json({ code: writtenInGroups(await renewCode(access)) });
});
