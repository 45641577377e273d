import type { TransactionOptions } from "@/lib/db/context";
import { createDexcomClient } from "@/lib/dexcom/client";
import type { DexcomError, DexcomErrorCode } from "@/lib/dexcom/errors";
import { exchangeCode } from "@/lib/dexcom/oauth";
import { err, ok, type Result } from "@/lib/result";
import { Secret } from "@/lib/secret";
import type { DexcomGateway } from "./gateway";
import { type ConnectOutcome, connectFromDexcom, userOfDexcom } from "./mutations";
import { takeTrip } from "./mutations-trip";
import type { SignInProblem } from "./outcome";

/** What Dexcom put into the address with which it sent the browser back. */
export interface DexcomAnswer {
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
  /** RFC 9207; Dexcom sends none today. */
  readonly issuer: string | null;
}

/** The browser that came back. */
export interface ReturningBrowser {
  readonly browserToken: string;
  readonly sessionId: string | null;
  readonly sessionUserId: string | null;
}

export interface FinishTools extends TransactionOptions {
  readonly gateway: DexcomGateway;
  readonly delayMinutes: number;
}

export type FinishedTrip =
  | Extract<ConnectOutcome, { readonly userId: string }>
  /** They are who they say: nothing was read, and the tokens are forgotten. */
  | { readonly kind: "confirmed"; readonly userId: string };

/**
 * Ends a trip to Dexcom. The trip is taken first, so that nothing that comes back twice, too late or to another browser
 * reaches Dexcom at all. Tokens that are not stored at the end are forgotten with this call.
 */
export async function finishTrip(
  answer: DexcomAnswer,
  browser: ReturningBrowser,
  tools: FinishTools,
): Promise<Result<FinishedTrip, SignInProblem>> {
  const { gateway } = tools;
  const { upstream, clientId } = gateway.app;
  const { environment } = upstream;
  const { redirectUri } = gateway;
  const { browserToken, sessionId } = browser;
  const { state } = answer;
  const trip = await takeTrip({ state, browserToken, sessionId, environment, redirectUri }, tools);
  if (!trip.ok) return trip;
  if (answer.issuer !== null && answer.issuer !== upstream.origin) return err("not-understood");
  if (answer.error !== null) return err(answer.error === "access_denied" ? "declined" : "not-understood");
  if (answer.code === null) return err("not-understood");

  const grant = { code: new Secret(answer.code), redirectUri };
  const tokens = await exchangeCode(gateway.app, grant, gateway.tools);
  if (!tokens.ok) return err(problemOf(tokens.error));
  const client = createDexcomClient({
    ...gateway.tools,
    upstream,
    accessToken: tokens.value.accessToken,
    delayMinutes: tools.delayMinutes,
  });
  const range = await client.dataRange();
  if (!range.ok) return err(problemOf(range.error));

  const account = { environment, clientId, subject: range.value.userId };
  if (trip.value.purpose === "confirm") {
    const userId = await userOfDexcom(account, tools);
    return userId !== null && userId === browser.sessionUserId
      ? ok({ kind: "confirmed", userId })
      : err("wrong-account");
  }
  const outcome = await connectFromDexcom(
    {
      ...account,
      tokens: tokens.value,
      consentId: trip.value.consentId,
      purpose: trip.value.purpose,
      sessionUserId: browser.sessionUserId,
      sessionId,
    },
    tools,
  );
  return "userId" in outcome ? ok(outcome) : err(outcome.kind);
}

const PROBLEMS: Readonly<Partial<Record<DexcomErrorCode, SignInProblem>>> = {
  invalid_grant: "code-refused",
  invalid_client: "app-refused",
  user_cap: "user-cap",
  forbidden: "app-refused",
  malformed: "not-understood",
  invalid_request: "not-understood",
  bad_request: "not-understood",
  not_found: "not-understood",
  redirect: "not-understood",
};

function problemOf({ code }: DexcomError): SignInProblem {
  return PROBLEMS[code] ?? "dexcom-down";
}
