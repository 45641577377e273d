import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { setUpClinic } from "@/lib/clinics/mutations";
import { setUpBody } from "@/lib/clinics/schema";
import { env } from "@/lib/env";
import { clinicTeamPath } from "@/lib/routes";

/** Sets a clinic up; answers where to go on. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { name } = await readJsonBody(request, setUpBody);
  const { clinicId } = await setUpClinic({ userId, name });
  return Response.json({ clinicId, location: clinicTeamPath(clinicId) }, { status: 201 });
});
