import { saveName } from "@/lib/accounts/mutations";
import { nameBody } from "@/lib/accounts/schema";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireUser } from "@/lib/auth";
import { env } from "@/lib/env";

export const PUT = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireUser();
  const { name } = await readJsonBody(request, nameBody);
  await saveName(userId, name);
  return Response.json({ name });
});
