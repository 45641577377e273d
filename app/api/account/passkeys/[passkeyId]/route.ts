import { removePasskey } from "@/lib/accounts/mutations-passkey";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireRecentSession } from "@/lib/auth";
import { env } from "@/lib/env";

/** Takes one of one's own passkeys away. Somebody else's is refused like one that does not exist. */
export const DELETE = route<{ passkeyId: string }>(async (request, { passkeyId }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireRecentSession();
  await removePasskey(userId, passkeyId);
  return new Response(null, { status: 204 });
});
