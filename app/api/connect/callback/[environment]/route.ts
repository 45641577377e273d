import { cookies } from "next/headers";
import { z } from "zod";
import { currentSession } from "@/lib/auth";
import { cookieNames, cookieOptions } from "@/lib/auth/cookies";
import { confirmSession } from "@/lib/auth/mutations";
import { signInHere } from "@/lib/auth/sign-in";
import { type FinishedTrip, finishTrip } from "@/lib/connections/finish-trip";
import { dexcomGateway } from "@/lib/connections/gateway";
import type { SignInProblem } from "@/lib/connections/outcome";
import { env } from "@/lib/env";
import { requestSync } from "@/lib/jobs/request-sync";
import { createLogger, errorFields } from "@/lib/log";
import { err, type Result } from "@/lib/result";
import { PATHS, reportPath } from "@/lib/routes";

const log = createLogger({ part: "connect" });

// Both come from Dexcom's address bar: printable, bounded, once each.
const printable = z.string().regex(/^[\x21-\x7e]{1,2048}$/);
const answerQuery = z.object({
  state: printable,
  code: printable.optional(),
  error: printable.optional(),
  iss: printable.optional(),
});

/** Where Dexcom sends the browser back to. Always ends in a redirect: the code must not stay in the address bar. */
export async function GET(
  request: Request,
  context: { readonly params: Promise<{ environment: string }> },
): Promise<Response> {
  const { environment } = await context.params;
  try {
    const finished = await finish(new URL(request.url), environment);
    if (!finished.ok) return goTo(PATHS.problem(finished.error));
    return goTo(await welcome(finished.value));
  } catch (error) {
    log.error("callback.failed", errorFields(error));
    return goTo(PATHS.problem("unavailable"));
  }
}

async function finish(url: URL, environment: string): Promise<Result<FinishedTrip, SignInProblem>> {
  const gateway = dexcomGateway();
  const names = [...url.searchParams.keys()];
  const query = answerQuery.safeParse(Object.fromEntries(url.searchParams));
  const settings = env();
  const { transaction: cookieName, https } = cookieNames(settings);
  const jar = await cookies();
  const browserToken = jar.get(cookieName)?.value;
  jar.set(cookieName, "", cookieOptions(https, 0));
  if (environment !== gateway.app.upstream.environment || browserToken === undefined)
    return err("not-this-browser");
  if (!query.success || new Set(names).size !== names.length) return err("not-understood");

  const session = await currentSession();
  const { state, code = null, error = null, iss: issuer = null } = query.data;
  return finishTrip(
    { state, code, error, issuer },
    { browserToken, sessionId: session?.sessionId ?? null, sessionUserId: session?.userId ?? null },
    { gateway, delayMinutes: settings.DEXCOM_DATA_DELAY_MINUTES },
  );
}

/** Signs in, or renews the proof of who is signed in; answers with the page to go on with. */
async function welcome(finished: FinishedTrip): Promise<string> {
  if (finished.kind === "confirmed") {
    const session = await currentSession();
    if (session) await confirmSession(session, "dexcom");
    return PATHS.changeWays;
  }
  // Joining proves nothing about who somebody was before: their session goes on as it is.
  if (finished.kind !== "joined") await signInHere(finished.userId, "dexcom");
  if (finished.kind === "identified") return PATHS.connection;
  try {
    await requestSync({ connectionId: finished.connectionId, trigger: "first" });
  } catch (error) {
    // The scheduler finds every connection that is due: the import starts a little later, nothing is lost.
    log.warn("first-sync.not-queued", errorFields(error));
  }
  return reportPath.overview("me");
}

function goTo(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: new URL(path, env().NEXTAUTH_URL).href,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
