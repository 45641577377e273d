import type { Clock, Instant } from "@/lib/clock";
import type { DexcomGateway } from "@/lib/connections/gateway";
import { subjectHash } from "@/lib/connections/mutations";
import {
  type AccessToken,
  currentAccessToken,
  type TokenProblem,
  type TokenTools,
} from "@/lib/connections/tokens-refresh";
import type { Database } from "@/lib/db/client";
import { createDexcomClient, type DexcomClient } from "@/lib/dexcom/client";
import type { DataRange } from "@/lib/dexcom/data-range";
import type { DexcomError } from "@/lib/dexcom/errors";
import { refreshTokens } from "@/lib/dexcom/oauth";
import type { RetryPolicy } from "@/lib/dexcom/retry";
import { err, ok, type Result } from "@/lib/result";
import type { Secret } from "@/lib/secret";
import type { PatientAccess } from "@/lib/sharing/policy";
import type { RunEnding } from "@/lib/sync/outcome";
import { readStep, type StepAnswers, type WindowTask } from "@/lib/sync/read-upstream";

/** Dexcom, seen from one connection: tokens are taken care of, and every answer is about the right person. */
export interface Upstream {
  dataRange(lastSyncTime: Instant | null): Promise<Result<DataRange, RunEnding>>;
  read(
    tasks: readonly WindowTask[],
    options: { readonly devices: boolean },
  ): Promise<Result<StepAnswers, RunEnding>>;
}

export interface UpstreamTools {
  readonly db: Database;
  readonly gateway: Pick<DexcomGateway, "app" | "tools">;
  readonly clock: Clock;
  readonly delayMinutes: number;
  readonly random: () => number;
  readonly retry?: Partial<RetryPolicy>;
}

/** Whose connection it is and at which Dexcom: `subjectHmac` is what its answers must be about. */
export interface UpstreamOwner {
  readonly access: PatientAccess;
  readonly connectionId: string;
  readonly subjectHmac: string;
}

export function openUpstream(owner: UpstreamOwner, tools: UpstreamTools): Upstream {
  const { access, connectionId } = owner;
  const { gateway, clock, delayMinutes, random, retry } = tools;
  const tokenTools: TokenTools = {
    db: tools.db,
    clock,
    refresh: (token) => refreshTokens(gateway.app, token, gateway.tools),
  };
  let held: AccessToken | undefined;

  const clientFor = (accessToken: Secret): DexcomClient =>
    createDexcomClient({
      ...gateway.tools,
      upstream: gateway.app.upstream,
      accessToken,
      clock,
      delayMinutes,
      random,
      ...(retry === undefined ? {} : { retry }),
    });

  /** Calls with the token at hand. One that Dexcom refuses is refreshed once, and the call repeated once. */
  async function call<T>(
    use: (client: DexcomClient) => Promise<T>,
    refusal: (result: T) => DexcomError | undefined,
  ): Promise<Result<T, RunEnding>> {
    for (let attempt = 1; ; attempt += 1) {
      const token = held ? ok(held) : await currentAccessToken(access, connectionId, tokenTools);
      if (!token.ok) return err(endingOfTokens(token.error, clock.now()));
      held = token.value;
      const result = await use(clientFor(token.value.token));
      const refused = refusal(result);
      if (refused === undefined) return ok(result);
      if (attempt > 1) return err(endingOfError(refused));
      const fresh = await currentAccessToken(access, connectionId, tokenTools, token.value);
      if (!fresh.ok) return err(endingOfTokens(fresh.error, clock.now()));
      held = fresh.value;
    }
  }

  /** A person's answers are stored under nobody else, whatever went wrong upstream (security.md, threat 8). */
  function isAboutSomebodyElse(userId: string): boolean {
    const { upstream, clientId } = gateway.app;
    const { environment } = upstream;
    return subjectHash({ environment, clientId, subject: userId }) !== owner.subjectHmac;
  }

  return {
    async dataRange(lastSyncTime) {
      const answer = await call(
        (client) => client.dataRange(lastSyncTime === null ? {} : { lastSyncTime }),
        (result) => (result.ok ? undefined : refusalAmong([result.error])),
      );
      if (!answer.ok) return answer;
      if (!answer.value.ok) return err(endingOfError(answer.value.error));
      const range = answer.value.value;
      return isAboutSomebodyElse(range.userId) ? err({ kind: "wrong-account" }) : ok(range);
    },

    async read(tasks, options) {
      const answer = await call(
        (client) => readStep(client, tasks, options),
        ({ failures }) => refusalAmong(failures.values()),
      );
      if (!answer.ok) return answer;
      const { pages, devices } = answer.value;
      const userIds = [...pages.map(({ page }) => page.userId), ...(devices ? [devices.userId] : [])];
      return userIds.some(isAboutSomebodyElse) ? err({ kind: "wrong-account" }) : answer;
    },
  };
}

function refusalAmong(errors: Iterable<DexcomError>): DexcomError | undefined {
  for (const error of errors) if (error.code === "unauthorized") return error;
  return undefined;
}

export function endingOfError({ code, disposition, retryAfterMs }: DexcomError): RunEnding {
  return { kind: "trouble", trouble: { code, disposition, retryAfterMs } };
}

function endingOfTokens(problem: TokenProblem, now: Instant): RunEnding {
  switch (problem.kind) {
    case "not-connected":
      return { kind: "superseded" };
    case "refused":
      return { kind: "refresh-refused", provenRevoked: problem.provenRevoked };
    case "interrupted":
      return { kind: "refresh-interrupted" };
    case "trouble":
      return endingOfError(problem.error);
    default: {
      const retryAfterMs = Math.max(0, problem.until - now);
      return { kind: "trouble", trouble: { code: "refreshing", disposition: "later", retryAfterMs } };
    }
  }
}
