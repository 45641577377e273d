import { readJsonBody } from "@/lib/api/body";
import { clinicInvitations } from "@/lib/api/invitation";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { countInvitation, sendInvitationAgain, withdrawInvitation } from "@/lib/clinics/mutations-invitation";
import { invitationActionBody } from "@/lib/clinics/schema";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";

/** What an administrator does with an invitation that is out. */
export const POST = route<{ clinicId: string; invitationId: string }>(
  async (request, { clinicId, invitationId }) => {
    requireSameOrigin(request, env().NEXTAUTH_URL);
    const { userId } = await requireUser();
    const { action } = await readJsonBody(request, invitationActionBody);
    const access = await accessToClinic({ userId, clinicId });
    access.demand("manage");
    if (action === "withdraw") {
      await withdrawInvitation(access, invitationId);
    } else {
      await countInvitation(userId);
      const now = systemClock.now();
      await sendInvitationAgain(access, invitationId, await clinicInvitations(), { now });
    }
    return Response.json({ invitationId });
  },
);
