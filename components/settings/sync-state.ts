import { answerField } from "@/components/forms/answer-field";

/** What the sync API says about the newest run; as much of it as "Sync now" needs. */
export interface SyncState {
  readonly syncing: boolean;
  readonly newest: { readonly startedAt: string; readonly finished: boolean } | null;
}

/** Reads an answer of the sync API; null for anything that is not one. */
export function readSyncState(answer: unknown): SyncState | null {
  const syncing = answerField(answerField(answer, "connection"), "syncing");
  const runs = answerField(answer, "runs");
  if (typeof syncing !== "boolean" || !Array.isArray(runs)) return null;
  const startedAt = answerField(runs[0], "startedAt");
  if (typeof startedAt !== "string") return { syncing, newest: null };
  return { syncing, newest: { startedAt, finished: answerField(runs[0], "finishedAt") !== null } };
}

/**
 * Whether the sync that was asked for has ended. `asked` is the state when it was asked for: a run that was under way
 * then is the one; otherwise a newer run must have come and gone. Without `asked`, only what runs now is waited for.
 */
export function hasEnded(asked: SyncState | null, now: SyncState): boolean {
  if (now.syncing) return false;
  if (asked === null) return true;
  const { newest } = now;
  if (newest === null || !newest.finished) return false;
  return newest.startedAt !== asked.newest?.startedAt || !asked.newest.finished;
}
