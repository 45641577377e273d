import type { Instant } from "@/lib/clock";

/** Why a connection stopped, as a code; the words are in `components/reports/connection-words.ts`. */
export const STOP_REASONS = [
  "revoked",
  "interrupted",
  "wrong-account",
  "not-permitted",
  "disconnected",
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** How the last run ended. */
export const SYNC_OUTCOMES = [
  "complete",
  "more-to-come",
  "upstream-busy",
  "upstream-down",
  "upstream-malformed",
  "reauthorise",
  "superseded",
  "failed",
] as const;
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number];

/** Progress of the first import, from newest to oldest. */
export interface ImportProgress {
  readonly windowsDone: number;
  readonly windowsTotal: number;
  /** First instant of the stretch that is being fetched now: "March 2026". */
  readonly fetchingFrom: Instant | null;
  readonly secondsLeft: number | null;
}

/** What a page needs to say about the connection in words. Holds no secret. */
export interface ConnectionView {
  readonly id: string;
  readonly environment: string;
  readonly status: "importing" | "active" | "retrying" | "reconnect-needed" | "disconnected";
  readonly reason: StopReason | null;
  readonly connectedAt: Instant;
  readonly disconnectedAt: Instant | null;
  readonly lastSyncAt: Instant | null;
  readonly lastOutcome: SyncOutcome | null;
  readonly nextSyncAt: Instant | null;
  readonly lastUploadAt: Instant | null;
  readonly syncing: boolean;
  readonly progress: ImportProgress | null;
}

/** Whether Dexcom is asked again by itself: not before the first connection, nor while it waits for the person. */
export function isSyncing(connection: ConnectionView | null): boolean {
  return (
    connection !== null && connection.status !== "disconnected" && connection.status !== "reconnect-needed"
  );
}

/** One line of the sync log. */
export interface SyncRunView {
  readonly id: string;
  readonly trigger: "first" | "scheduled" | "manual";
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly outcome: SyncOutcome | null;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly quarantined: number;
  readonly withheld: number;
}
