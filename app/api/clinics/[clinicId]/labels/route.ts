import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { addLabel } from "@/lib/clinics/mutations-label";
import { labelBody } from "@/lib/clinics/schema";
import { env } from "@/lib/env";

/** Makes a tag or a site. */
export const POST = route<{ clinicId: string }>(async (request, { clinicId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const wish = await readJsonBody(request, labelBody);
  const access = await accessToClinic({ userId, clinicId });
  return Response.json(await addLabel(access, wish), { status: 201 });
});
