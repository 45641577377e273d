import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { acceptInvitation, declineInvitation } from "@/lib/clinics/mutations-invitation";
import { answerBody } from "@/lib/clinics/schema";
import { env } from "@/lib/env";

/** What whoever is invited to a clinic answers. */
export const POST = route<{ invitationId: string }>(async (request, { invitationId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { action } = await readJsonBody(request, answerBody);
  if (action === "decline") {
    await declineInvitation({ userId, invitationId });
    return Response.json({ invitationId });
  }
  const { clinicId } = await acceptInvitation({ userId, invitationId });
  return Response.json({ invitationId, clinicId });
});
