import { cookies } from "next/headers";
import { accountOf } from "@/lib/accounts/data";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { currentSession, requireRecentSession } from "@/lib/auth";
import type { SessionRow } from "@/lib/auth/adapter";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { dexcomGateway } from "@/lib/connections/gateway";
import { beginTrip, TRIP_MINUTES_MAX } from "@/lib/connections/mutations-trip";
import { connectBody } from "@/lib/connections/schema";
import { authorizeUrl } from "@/lib/dexcom/oauth";
import { env } from "@/lib/env";
import { newSecretToken } from "@/lib/ids";
import { refused } from "@/lib/refusals";

/**
 * "Continue to Dexcom": records the consent, opens the one-time trip and answers with the address to go to. A fetch,
 * not a form: `form-action 'self'` also governs where a posted form is redirected.
 */
export const POST = route(async (request) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const wish = await readJsonBody(request, connectBody);
  const session = wish.purpose === "join" ? await whoMayJoin() : await currentSession();
  if (wish.purpose !== "sign-in" && !session) throw refused("session-ended");

  const { app, redirectUri } = dexcomGateway();
  const { upstream, clientId } = app;
  const browserToken = newSecretToken();
  const { state } = await beginTrip({
    browserToken,
    sessionId: session?.sessionId ?? null,
    environment: upstream.environment,
    redirectUri,
    ...(wish.purpose === "confirm"
      ? { purpose: wish.purpose }
      : { purpose: wish.purpose, consent: { version: wish.consentVersion, grantor: wish.grantor } }),
  });
  const names = cookieNames(env());
  (await cookies()).set(names.transaction, browserToken, cookieOptions(names.https, TRIP_MINUTES_MAX * 60));
  return Response.json({ location: authorizeUrl({ upstream, clientId, redirectUri, state }) });
});

/** Somebody without data who proved lately who they are: their account gets a way in by this. */
async function whoMayJoin(): Promise<SessionRow> {
  const session = await requireRecentSession();
  if ((await accountOf(session.userId))?.hasDexcom) throw refused("one-dexcom");
  return session;
}
