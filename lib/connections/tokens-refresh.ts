import { type Clock, type Instant, MINUTE_MS, SECOND_MS, systemClock } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import { type DexcomError, isOutcomeUnknown } from "@/lib/dexcom/errors";
import type { TokenSet } from "@/lib/dexcom/oauth";
import { err, ok, type Result } from "@/lib/result";
import type { Secret } from "@/lib/secret";
import type { PatientAccess } from "@/lib/sharing/policy";
import {
  LEASE_SECONDS,
  peekTokens,
  releaseLease,
  swapTokens,
  type TokenLease,
  type TokenVersion,
  takeLease,
} from "./token-lease";
import { type OpenTokens, openTokens, sealNextVersion } from "./tokens";

/** Asks Dexcom for new tokens (lib/dexcom/oauth.ts). Must settle within half of LEASE_SECONDS. */
export type RefreshTokens = (refreshToken: Secret) => Promise<Result<TokenSet, DexcomError>>;

export interface TokenTools extends TransactionOptions {
  readonly refresh: RefreshTokens;
  readonly clock?: Clock;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Why there is no access token to work with. */
export type TokenProblem =
  /** Disconnected, or waiting for the person to reconnect. */
  | { readonly kind: "not-connected" }
  /** Dexcom refused the stored refresh token. `provenRevoked`: it had also refused an unexpired access token. */
  | { readonly kind: "refused"; readonly provenRevoked: boolean }
  /** Refused after a refresh whose answer was never saved: the single-use token was spent on it. */
  | { readonly kind: "interrupted" }
  | { readonly kind: "trouble"; readonly error: DexcomError }
  /** Another process is refreshing or has just failed to; not before this instant. */
  | { readonly kind: "wait"; readonly until: Instant };

/** An access token and which stored version it is, to say later that this one was refused. */
export interface AccessToken extends TokenVersion {
  readonly token: Secret;
}

/** Refreshed this long before it expires: a slice of work should not meet the end of its token. */
const EXPIRY_MARGIN_MS = 5 * MINUTE_MS;
const POLL_MS = 150;
const COOL_DOWN_MS = 30 * SECOND_MS;
const COOL_DOWN_MAX_MS = 60 * MINUTE_MS;
const SAVE_ATTEMPTS_MAX = 12;
const SPEND_POLLS_MAX = 20;

const sleepFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * An access token that is valid by our clock, refreshed if need be. However many processes ask at once, one asks Dexcom
 * and the others use what it got. `refused` is a token that Dexcom has just answered with 401: if it is still the stored
 * one, it is refreshed although it has not expired.
 */
export async function currentAccessToken(
  access: PatientAccess,
  connectionId: string,
  tools: TokenTools,
  refused?: AccessToken,
): Promise<Result<AccessToken, TokenProblem>> {
  access.demand("import");
  const { clock = systemClock, sleep = sleepFor } = tools;
  const inTx = <T>(work: (tx: Transaction) => Promise<T>) => inPatientTransaction(access, work, tools);
  const pollsMax = Math.ceil((LEASE_SECONDS * SECOND_MS) / POLL_MS) + 1;
  for (let polls = 0; polls < pollsMax; ) {
    const stored = await inTx((tx) => peekTokens(tx, connectionId));
    if (!stored) return err({ kind: "not-connected" });
    const unexpired = stored.accessExpiresAt - clock.now() > EXPIRY_MARGIN_MS;
    const wasRefused = refused !== undefined && isSameVersion(refused, stored);
    if (unexpired && !wasRefused) return ok(asAccessToken(await openTokens(connectionId, stored)));

    const answer = await inTx((tx) => takeLease(tx, connectionId, stored));
    switch (answer.kind) {
      case "leased": {
        const tokens = await openTokens(connectionId, stored);
        const { lease } = answer;
        const provenRevoked = wasRefused && unexpired;
        const refreshed = await refreshUnderLease({
          connectionId,
          tokens,
          lease,
          provenRevoked,
          tools,
          inTx,
        });
        if (refreshed !== "superseded") return refreshed;
        break;
      }
      case "cooling-down":
        return err({ kind: "wait", until: answer.until });
      case "busy":
        polls += 1;
        await sleep(POLL_MS);
        break;
      default:
        break;
    }
  }
  return err({ kind: "wait", until: clock.now() + COOL_DOWN_MS });
}

/**
 * Runs `use` with an access token. When `wasRefused` says that Dexcom did not accept it, the token is refreshed once and
 * `use` runs once more.
 */
export async function withAccessToken<T>(
  access: PatientAccess,
  connectionId: string,
  tools: TokenTools,
  work: { readonly use: (token: Secret) => Promise<T>; readonly wasRefused: (result: T) => boolean },
): Promise<Result<T, TokenProblem>> {
  const first = await currentAccessToken(access, connectionId, tools);
  if (!first.ok) return first;
  const result = await work.use(first.value.token);
  if (!work.wasRefused(result)) return ok(result);
  const second = await currentAccessToken(access, connectionId, tools, first.value);
  return second.ok ? ok(await work.use(second.value.token)) : second;
}

/**
 * Redeems the stored refresh token and throws the answer away, so that every copy of it, in backups too, is worth
 * nothing. Best effort: says whether Dexcom answered, and never fails. The tokens must be destroyed next.
 */
export async function spendStoredTokens(
  access: PatientAccess,
  connectionId: string,
  tools: TokenTools,
): Promise<boolean> {
  access.demand("disconnect");
  const { sleep = sleepFor } = tools;
  const inTx = <T>(work: (tx: Transaction) => Promise<T>) => inPatientTransaction(access, work, tools);
  try {
    for (let polls = 0; polls < SPEND_POLLS_MAX; polls += 1) {
      const stored = await inTx((tx) => peekTokens(tx, connectionId, "any status"));
      if (!stored) return false;
      const answer = await inTx((tx) => takeLease(tx, connectionId, stored));
      if (answer.kind === "leased") {
        const { refreshToken } = await openTokens(connectionId, stored);
        return (await tools.refresh(refreshToken)).ok;
      }
      if (answer.kind === "cooling-down") return false;
      await sleep(POLL_MS);
    }
  } catch {
    // The person wants to leave: neither Dexcom nor a damaged token may hold them up.
  }
  return false;
}

interface Refresh {
  readonly connectionId: string;
  readonly tokens: OpenTokens;
  readonly lease: TokenLease;
  readonly provenRevoked: boolean;
  readonly tools: TokenTools;
  readonly inTx: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
}

/** "superseded": somebody else's tokens are stored by now, and they are the good ones. */
type Refreshed = Result<AccessToken, TokenProblem> | "superseded";

async function refreshUnderLease(refresh: Refresh): Promise<Refreshed> {
  const { tokens, lease, tools, provenRevoked } = refresh;
  const answer = await tools.refresh(tokens.refreshToken);
  if (answer.ok) return saveAnswer(refresh, answer.value);
  const { error } = answer;
  const unanswered = lease.unanswered + (mayHaveBeenSpent(error) ? 1 : 0);
  const stillStored = await letGo(refresh, { coolDownMs: coolDownMs(error, unanswered), unanswered });
  if (error.code !== "invalid_grant") return err({ kind: "trouble", error });
  if (!stillStored) return "superseded";
  return err(unanswered > 0 ? { kind: "interrupted" } : { kind: "refused", provenRevoked });
}

/**
 * Dexcom's old refresh token is dead by now, and this is the only copy of the new one: saved before it is used, and
 * tried again and again while the database is away. If it cannot be saved the error stands: nobody may use it.
 */
async function saveAnswer(
  { connectionId, tokens, tools, inTx }: Refresh,
  answer: TokenSet,
): Promise<Refreshed> {
  const next = await sealNextVersion(connectionId, tokens, answer);
  const { sleep = sleepFor } = tools;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const saved = await inTx((tx) => swapTokens(tx, connectionId, tokens, next));
      if (!saved) return "superseded";
      return ok({ grantId: tokens.grantId, version: tokens.version + 1, token: answer.accessToken });
    } catch (error) {
      if (attempt >= SAVE_ATTEMPTS_MAX) throw error;
      await sleep(Math.min(50 * 2 ** attempt, 5_000));
    }
  }
}

/** Gives the lease back and says whether the version that was tried is still the stored one. */
function letGo(
  { connectionId, lease, inTx }: Refresh,
  after: { readonly coolDownMs: number; readonly unanswered: number },
): Promise<boolean> {
  return inTx(async (tx) => {
    await releaseLease(tx, connectionId, lease, after);
    const stored = await peekTokens(tx, connectionId);
    return stored !== null && isSameVersion(stored, lease);
  });
}

/** An error page of the server is an answer: it issued no tokens. Silence, or a 200 that cannot be read, is none. */
function mayHaveBeenSpent(error: DexcomError): boolean {
  return isOutcomeUnknown(error) && !(error.status !== null && error.status >= 500);
}

/**
 * A refresh that got no answer may have spent the token. Asking again can only show that, but each time later: an outage
 * must not cost everybody their connection.
 */
function coolDownMs(error: DexcomError, unanswered: number): number {
  const growing = unanswered === 0 ? COOL_DOWN_MS : COOL_DOWN_MS * 10 * 2 ** Math.min(unanswered - 1, 4);
  return Math.min(COOL_DOWN_MAX_MS, Math.max(growing, error.retryAfterMs ?? 0));
}

function asAccessToken({ grantId, version, accessToken }: OpenTokens): AccessToken {
  return { grantId, version, token: accessToken };
}

function isSameVersion(a: TokenVersion, b: TokenVersion): boolean {
  return a.grantId === b.grantId && a.version === b.version;
}
