import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { accessToClinic } from "@/lib/clinics/access";
import { changeSettings } from "@/lib/clinics/mutations";
import { settingsBody } from "@/lib/clinics/schema";
import { env } from "@/lib/env";

export const PUT = route<{ clinicId: string }>(async (request, { clinicId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const settings = await readJsonBody(request, settingsBody);
  const access = await accessToClinic({ userId, clinicId });
  await changeSettings(access, settings);
  return Response.json(settings);
});
