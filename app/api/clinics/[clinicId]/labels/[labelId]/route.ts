import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { removeLabel, renameLabel } from "@/lib/clinics/mutations-label";
import { labelActionBody } from "@/lib/clinics/schema";
import { env } from "@/lib/env";

/** Renames or removes a tag or a site. */
export const POST = route<{ clinicId: string; labelId: string }>(async (request, { clinicId, labelId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const wish = await readJsonBody(request, labelActionBody);
  const access = await accessToClinic({ userId, clinicId });
  if (wish.action === "rename") await renameLabel(access, { labelId, label: wish.label });
  else await removeLabel(access, labelId);
  return Response.json({ labelId });
});
