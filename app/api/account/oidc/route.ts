import { removeWayIn } from "@/lib/accounts/mutations";
import { beginJoining } from "@/lib/accounts/mutations-joining";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { requireRecentSession } from "@/lib/auth";
import { beginOidc, oidcBody } from "@/lib/auth/oidc-begin";
import { oidcSettings } from "@/lib/auth/oidc-settings";
import { env } from "@/lib/env";
import { refused } from "@/lib/refusals";

/** Adds an account at the organisation's provider as a way in; answers `{ url }`, where that asks who it is. */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const body = await readJsonBody(request, oidcBody);
  const { sessionId } = await requireRecentSession();
  const settings = oidcSettings(env());
  if (!settings) throw refused("no-oidc");
  const { response, state } = await beginOidc(body, settings);
  if (state !== null) await beginJoining({ state, sessionId });
  return response;
});

/** Takes it away again. */
export const DELETE = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { userId } = await requireRecentSession();
  await removeWayIn(userId, "oidc");
  return new Response(null, { status: 204 });
});
