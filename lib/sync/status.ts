import type { Instant } from "@/lib/clock";
import type { ImportProgress } from "@/lib/connections/status";

/** What the import has done so far, for one kind of record: a row of `sync_cursor`. */
export interface CursorProgress {
  readonly kind: string;
  readonly windowsDone: number;
  readonly windowsTotal: number;
  /** Null before the range is known. */
  readonly backfilledTo: Instant | null;
  readonly backfillFrom: Instant | null;
}

/**
 * Progress of the first import as one number. EGVs lead: they are nearly all of the work, and the reports wait for
 * them. Null when nothing is being imported. The time left assumes that the windows to come take as long as those
 * done since `startedAt`; it is null until one is done.
 */
export function importProgress(
  cursors: readonly CursorProgress[],
  at: { readonly startedAt: Instant; readonly now: Instant },
): ImportProgress | null {
  const open = cursors.filter(isImporting);
  const [slowest] = open.toSorted(byWindowsLeft);
  if (slowest === undefined) return null;
  const leading = open.find(({ kind }) => kind === "egv") ?? slowest;
  const { windowsDone, windowsTotal, backfilledTo } = leading;
  const left = windowsTotal - windowsDone;
  const elapsedMs = Math.max(0, at.now - at.startedAt);
  return {
    windowsDone,
    windowsTotal,
    // The stretch that is being fetched ends where the last one began.
    fetchingFrom: backfilledTo,
    secondsLeft: windowsDone === 0 ? null : Math.ceil(((elapsedMs / windowsDone) * left) / 1_000),
  };
}

function isImporting({ backfilledTo, backfillFrom }: CursorProgress): boolean {
  return backfilledTo !== null && backfillFrom !== null && backfillFrom < backfilledTo;
}

function byWindowsLeft(a: CursorProgress, b: CursorProgress): number {
  return b.windowsTotal - b.windowsDone - (a.windowsTotal - a.windowsDone);
}
