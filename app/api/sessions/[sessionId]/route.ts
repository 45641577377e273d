import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { signOutHere } from "@/lib/api/sign-out";
import { requireSession } from "@/lib/auth";
import { endSessionOf } from "@/lib/auth/mutations";
import { env } from "@/lib/env";

/** Ends one of one's own sessions. Whoever ends the one they use signs out. */
export const DELETE = route<{ sessionId: string }>(async (request, { sessionId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const current = await requireSession();
  if (current.sessionId === sessionId) return signOutHere();
  await endSessionOf(current.userId, sessionId);
  return new Response(null, { status: 204 });
});
