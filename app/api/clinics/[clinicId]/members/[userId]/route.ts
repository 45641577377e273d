import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { changeRole, removeMember } from "@/lib/clinics/mutations-member";
import { memberActionBody } from "@/lib/clinics/schema";
import { env } from "@/lib/env";
import { PATHS } from "@/lib/routes";

/** What administrators do with a member. Members may remove themselves: they leave, and go on elsewhere. */
export const POST = route<{ clinicId: string; userId: string }>(
  async (request, { clinicId, userId: memberId }) => {
    requireSameOrigin(request, env().NEXTAUTH_URL);
    const { userId } = await requireUser();
    const wish = await readJsonBody(request, memberActionBody);
    const access = await accessToClinic({ userId, clinicId });
    if (wish.action === "change-role") await changeRole(access, { userId: memberId, role: wish.role });
    else await removeMember(access, memberId);
    return Response.json({ userId: memberId, location: PATHS.clinics });
  },
);
