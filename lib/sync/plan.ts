import { DAY_MS, HOUR_MS, type Instant } from "@/lib/clock";

/**
 * Which stretch of time is read next, decided from the cursors alone, so that a run can stop at any point and the
 * next one goes on as if nothing had happened. Each kind of record has a cursor of its own: one that is late or
 * broken upstream holds nobody else up.
 */

/** Kinds of record that Dexcom answers by window; devices come as one list and need no plan. */
export const WINDOWED_KINDS = ["egv", "event", "calibration", "alert"] as const;
export type WindowedKind = (typeof WINDOWED_KINDS)[number];

/** Dexcom refuses windows of more than 30 days (dexcom-api.md, 5.1). */
export const WINDOW_DAYS_MAX = 30;

/** The first window of a first import: 14 local dates in any time zone, so that the newest report works at once. */
export const FIRST_WINDOW_DAYS = 15;

/**
 * How far each run reaches back over what it has already read. A phone delivers a gap within 24 hours (G7) or 3 (G6),
 * and people correct their entries within days; Validic re-reads three days for the same reasons (dexcom-api.md, 10).
 * Later changes are found through `dataRange?lastSyncTime` and the weekly deep check.
 */
export const OVERLAP_MS = 72 * HOUR_MS;

/** A receiver uploads in lumps, once per ten-day sensor: every week the last 30 days are read again in full. */
export const DEEP_CHECK_EVERY_MS = 7 * DAY_MS;
export const DEEP_CHECK_DAYS = 30;

/** `lastSyncTime` is only trusted below 30 days: above about 100 the answer is wrong (dexcom-api.md, 5.8). */
const LAST_SYNC_TIME_MAX_MS = 30 * DAY_MS;

/** Nothing before Dexcom's cloud existed: a device with a reset clock must not make us walk to 1970. */
const HISTORY_FLOOR: Instant = Date.UTC(2015, 0, 1);

/** While a long first import runs, the newest data are read again when they are this old. */
export const FORWARD_DUE_MS = HOUR_MS;

// When the newest record is older than this, the empty stretch after it is skipped: the sandbox's range is frozen.
const QUIET_MS = 3 * DAY_MS;

/**
 * How far one kind has come. Everything in `[backfilledTo, checkedThrough)` has been read at least once. Of that,
 * `[recheckFrom, checkedThrough)` is owed a second reading. `[backfillFrom, backfilledTo)` is history still to come.
 */
export interface Cursor {
  readonly backfillFrom: Instant;
  readonly backfilledTo: Instant;
  readonly checkedThrough: Instant;
  readonly recheckFrom: Instant | null;
  /** Backfill windows read so far. */
  readonly windowsDone: number;
}

/** Where the upstream has records of one kind, as `dataRange` says; null when it has none. */
export type RecordRange = { readonly start: Instant; readonly end: Instant } | null;

export interface PlannedWindow {
  readonly purpose: "recheck" | "backfill";
  /** Half-open, UTC. */
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The cursor of a kind that was never read. It claims nothing: `[backfilledTo, checkedThrough)` is empty, or the
 * stretch after the newest record that `dataRange` says is empty. `until` is `availableUntil` now, in whole seconds.
 */
export function openCursor(range: RecordRange, until: Instant): Cursor {
  const newest = range !== null && until - range.end > QUIET_MS ? endOfDay(range.end) + DAY_MS : until;
  return {
    backfillFrom: range === null || range.start >= newest ? newest : historyStart(range.start),
    backfilledTo: newest,
    checkedThrough: until,
    recheckFrom: null,
    windowsDone: 0,
  };
}

/**
 * The cursor at the start of a run or of another forward pass: the overlap is owed a second reading, and so is
 * everything since `lateFrom` (the start of what was uploaded since the last run, however old its timestamps) and,
 * when a deep check is due, the last 30 days. History that has grown at the old end is added to the backfill.
 */
export function beginPass(
  cursor: Cursor,
  pass: {
    readonly range: RecordRange;
    readonly lateFrom: Instant | null;
    readonly deepCheck: boolean;
    readonly until: Instant;
  },
): Cursor {
  const { range, lateFrom, deepCheck, until } = pass;
  const oldest = Math.min(range?.start ?? Infinity, lateFrom ?? Infinity);
  const owed = Math.min(
    cursor.recheckFrom ?? until,
    startOfDay(cursor.checkedThrough - OVERLAP_MS),
    lateFrom === null ? until : startOfDay(lateFrom),
    deepCheck ? endOfDay(until - DEEP_CHECK_DAYS * DAY_MS) : until,
  );
  return {
    ...cursor,
    backfillFrom: Math.min(cursor.backfillFrom, historyStart(oldest)),
    // What lies before `backfilledTo` is still to be read for the first time anyway.
    recheckFrom: Math.max(owed, cursor.backfilledTo),
  };
}

/**
 * The next window of a kind, or null when it has come as far as it can. Newest data first: the owed second reading,
 * old to new, then history, new to old. `daysMax` shrinks when windows keep failing.
 */
export function nextWindow(cursor: Cursor, until: Instant, daysMax = WINDOW_DAYS_MAX): PlannedWindow | null {
  const { recheckFrom, backfilledTo, backfillFrom } = cursor;
  if (recheckFrom !== null && recheckFrom < until)
    return {
      purpose: "recheck",
      from: recheckFrom,
      to: Math.min(startOfDay(recheckFrom + daysMax * DAY_MS), until),
    };
  if (backfillFrom < backfilledTo) {
    const days = cursor.windowsDone === 0 ? Math.min(FIRST_WINDOW_DAYS, daysMax) : daysMax;
    return { purpose: "backfill", from: backfillStep(cursor, days), to: backfilledTo };
  }
  return null;
}

/** The cursor once a window has been read and stored. `until` is the end that the window was planned against. */
export function afterWindow(cursor: Cursor, window: PlannedWindow, until: Instant): Cursor {
  if (window.purpose === "backfill")
    return { ...cursor, backfilledTo: window.from, windowsDone: cursor.windowsDone + 1 };
  return {
    ...cursor,
    recheckFrom: window.to < until ? window.to : null,
    checkedThrough: Math.max(cursor.checkedThrough, window.to),
  };
}

/** Backfill windows still to come, if each is as long as it may be. */
export function backfillWindowsLeft(cursor: Cursor): number {
  let left = 0;
  for (let at = cursor; at.backfillFrom < at.backfilledTo; left += 1) {
    const window = nextWindow({ ...at, recheckFrom: null }, at.checkedThrough);
    if (window === null) break;
    at = afterWindow(at, window, at.checkedThrough);
  }
  return left;
}

/** Half the days per failure in a row beyond the first, down to one: a slow or poisoned window gets out of the way. */
export function windowDaysAfter(failures: number): number {
  return Math.max(1, Math.floor(WINDOW_DAYS_MAX / 2 ** Math.max(0, failures - 1)));
}

/** What `dataRange` may be asked for: null when the last complete run is unknown or too long ago to be trusted. */
export function trustedLastSyncTime(checkedThrough: Instant | null, now: Instant): Instant | null {
  return checkedThrough !== null && now - checkedThrough < LAST_SYNC_TIME_MAX_MS ? checkedThrough : null;
}

// Windows end at UTC midnights, where the stored day blocks end: a block is then written once, not twice.
function backfillStep(cursor: Cursor, days: number): Instant {
  return Math.max(cursor.backfillFrom, endOfDay(cursor.backfilledTo - days * DAY_MS));
}

function historyStart(start: Instant): Instant {
  return Math.max(HISTORY_FLOOR, startOfDay(start));
}

function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

function endOfDay(at: Instant): Instant {
  return Math.ceil(at / DAY_MS) * DAY_MS;
}
