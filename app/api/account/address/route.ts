import { removeWayIn } from "@/lib/accounts/mutations";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireRecentSession } from "@/lib/auth";
import { env } from "@/lib/env";

/** Takes the e-mail address away as a way in. Adding one is app/api/sign-in/link. */
export const DELETE = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireRecentSession();
  await removeWayIn(userId, "email");
  return new Response(null, { status: 204 });
});
