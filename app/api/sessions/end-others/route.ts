import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireSession } from "@/lib/auth";
import { endOtherSessions } from "@/lib/auth/mutations";
import { env } from "@/lib/env";

/** Signs out everywhere else. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId, sessionId } = await requireSession();
  return Response.json({ ended: await endOtherSessions(userId, sessionId) });
});
