import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { StopReason, SyncOutcome } from "@/lib/connections/status";

/**
 * What a run's ending means for the connection: which code the sync log shows, when to try again, and whether the
 * person has to go through Dexcom once more. Nothing here ever removes data.
 */

/** Trouble at Dexcom, as `lib/dexcom` reports it. */
export interface UpstreamTrouble {
  readonly code: string;
  readonly disposition: "reauthorise" | "later" | "never";
  /** Wait at least this long, as the upstream asked. */
  readonly retryAfterMs: number | null;
}

export type RunEnding =
  /** Everything available has been read. */
  | { readonly kind: "complete" }
  /** The time slice is over; the next job goes on at once. */
  | { readonly kind: "more-to-come" }
  | { readonly kind: "trouble"; readonly trouble: UpstreamTrouble }
  /** The token endpoint refused the refresh token. `provenRevoked`: Dexcom had also refused an unexpired access token. */
  | { readonly kind: "refresh-refused"; readonly provenRevoked: boolean }
  /** A refresh was cut off between Dexcom's answer and our commit, and its single-use token is spent. */
  | { readonly kind: "refresh-interrupted" }
  | { readonly kind: "wrong-account" }
  /** Another worker took over, or the person disconnected meanwhile: this one has nothing more to say. */
  | { readonly kind: "superseded" };

/** What the connection row remembers from the runs before. */
export interface RunHistory {
  /** Runs in a row that ended in trouble. */
  readonly failures: number;
  /** Refresh refusals in a row. */
  readonly refusals: number;
}

export interface Verdict extends RunHistory {
  readonly outcome: SyncOutcome;
  /** When the next run is due; null when none is. */
  readonly nextSyncAt: Instant | null;
  /** Why the connection needs the person; null while it goes on by itself. */
  readonly stop: StopReason | null;
}

/** Tidepool and Validic poll every one to two hours (dexcom-api.md, 10); jitter keeps people from arriving together. */
const SYNC_EVERY_MS = 60 * MINUTE_MS;
const SYNC_JITTER_MS = 15 * MINUTE_MS;

/** Backoff with full jitter: anywhere between nothing and a doubling ceiling, at most an hour (security.md, 3.2). */
const BACKOFF_BASE_MS = 30 * SECOND_MS;
export const BACKOFF_MAX_MS = HOUR_MS;

/**
 * A single `invalid_grant` is suspicious, not proof: Dexcom's token endpoint has had bad hours, and Tidepool asks four
 * times over about 30 hours (dexcom-api.md, 2.7). We ask again after these waits and only then call it revoked.
 */
export const REFUSAL_WAITS_MS: readonly number[] = [2 * MINUTE_MS, HOUR_MS];

/** A 403 has no documented cause. It is given this many runs, several hours with backoff, to go away. */
export const FORBIDDEN_RUNS_MAX = 8;

/** The next scheduled run: an hour from now, give or take a quarter. `random` answers in [0, 1). */
export function nextScheduledSync(now: Instant, random: () => number): Instant {
  return now + SYNC_EVERY_MS + Math.round((2 * random() - 1) * SYNC_JITTER_MS);
}

/** Wait before attempt `failures + 1`. Retry-After is a floor; neither exceeds an hour. `random` answers in [0, 1). */
export function backoffMs(failures: number, retryAfterMs: number | null, random: () => number): number {
  const ceiling = Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS * 2 ** Math.min(failures, 20));
  const jittered = Math.max(SECOND_MS, Math.round(random() * ceiling));
  return Math.min(BACKOFF_MAX_MS, Math.max(jittered, retryAfterMs ?? 0));
}

export interface VerdictTime {
  readonly now: Instant;
  /** Answers in [0, 1). */
  readonly random: () => number;
}

const UNTROUBLED = { failures: 0, refusals: 0, stop: null } as const;

/** Judges a run's ending. Pure: the same ending, history and dice give the same verdict. */
export function judgeEnding(ending: RunEnding, history: RunHistory, at: VerdictTime): Verdict {
  const { now, random } = at;
  switch (ending.kind) {
    case "complete":
      return { ...UNTROUBLED, outcome: "complete", nextSyncAt: nextScheduledSync(now, random) };
    case "more-to-come":
      // The tokens work, so old refusals are forgotten. Failures are not: windows stay as small as they had to become.
      return { ...history, refusals: 0, outcome: "more-to-come", nextSyncAt: now, stop: null };
    case "superseded":
      return { ...history, outcome: "superseded", nextSyncAt: null, stop: null };
    case "wrong-account":
      return stopped("reauthorise", "wrong-account", history);
    case "refresh-interrupted":
      return stopped("reauthorise", "interrupted", history);
    case "refresh-refused":
      return judgeRefusal(ending.provenRevoked, history, now);
    default:
      return judgeTrouble(ending.trouble, history, at);
  }
}

function stopped(outcome: SyncOutcome, stop: StopReason, history: RunHistory): Verdict {
  return { ...history, outcome, nextSyncAt: null, stop };
}

function judgeRefusal(provenRevoked: boolean, history: RunHistory, now: Instant): Verdict {
  const wait = provenRevoked ? undefined : REFUSAL_WAITS_MS[history.refusals];
  if (wait === undefined) return stopped("reauthorise", "revoked", history);
  const [failures, refusals] = [history.failures + 1, history.refusals + 1];
  return { failures, refusals, outcome: "reauthorise", nextSyncAt: now + wait, stop: null };
}

function judgeTrouble(trouble: UpstreamTrouble, history: RunHistory, at: VerdictTime): Verdict {
  const failures = history.failures + 1;
  if (trouble.code === "forbidden" && failures > FORBIDDEN_RUNS_MAX)
    return stopped("failed", "not-permitted", history);
  // "never" means that our code or settings are at fault: asking again soon would only add load.
  const wait =
    trouble.disposition === "never"
      ? BACKOFF_MAX_MS
      : backoffMs(history.failures, trouble.retryAfterMs, at.random);
  return { ...history, failures, outcome: troubleOutcome(trouble), nextSyncAt: at.now + wait, stop: null };
}

/** Not a Dexcom that is down: a refusal without a reason, or an error in our own code. */
const OUR_FAULT: ReadonlySet<string> = new Set(["forbidden", "internal"]);

function troubleOutcome({ code, disposition }: UpstreamTrouble): SyncOutcome {
  if (code === "rate_limited") return "upstream-busy";
  if (code === "malformed" || code === "too_large") return "upstream-malformed";
  if (OUR_FAULT.has(code) || disposition === "never") return "failed";
  return disposition === "reauthorise" ? "reauthorise" : "upstream-down";
}
