import { readJsonBody } from "@/lib/api/body";
import { clinicInvitations } from "@/lib/api/invitation";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { countInvitation, inviteMember } from "@/lib/clinics/mutations-invitation";
import { invitationBody } from "@/lib/clinics/schema";
import { systemClock } from "@/lib/clock";
import { env } from "@/lib/env";

/** Invites somebody to work in a clinic. */
export const POST = route<{ clinicId: string }>(async (request, { clinicId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const wish = await readJsonBody(request, invitationBody);
  const access = await accessToClinic({ userId, clinicId });
  access.demand("manage");
  await countInvitation(userId);
  const { invitationId } = await inviteMember(access, wish, await clinicInvitations(), {
    now: systemClock.now(),
  });
  return Response.json({ invitationId }, { status: 201 });
});
