import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { env } from "@/lib/env";
import { saveSettings } from "@/lib/settings/mutations";
import { preferencesBody } from "@/lib/settings/schema";

export const PUT = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { unit } = await readJsonBody(request, preferencesBody);
  await saveSettings(userId, { glucoseUnit: unit });
  return Response.json({ unit });
});
