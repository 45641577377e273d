import { cookies } from "next/headers";
import { readJsonBody } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { currentSession } from "@/lib/auth";
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
  const { purpose, grantor, consentVersion } = await readJsonBody(request, connectBody);
  const session = await currentSession();
  if (purpose === "reconnect" && !session) throw refused("session-ended");

  const { app, redirectUri } = dexcomGateway();
  const { upstream, clientId } = app;
  const browserToken = newSecretToken();
  const { state } = await beginTrip({
    browserToken,
    sessionId: session?.sessionId ?? null,
    environment: upstream.environment,
    redirectUri,
    purpose,
    consent: { version: consentVersion, grantor },
  });
  const names = cookieNames(env());
  (await cookies()).set(names.transaction, browserToken, cookieOptions(names.https, TRIP_MINUTES_MAX * 60));
  return Response.json({ location: authorizeUrl({ upstream, clientId, redirectUri, state }) });
});
