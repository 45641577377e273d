import { DAY_MS, type Instant } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import type { DataRange } from "@/lib/dexcom/data-range";
import { err, ok, type Result } from "@/lib/result";
import type { CursorSet, SyncState } from "@/lib/sync/data";
import { openRun, type SyncTrigger } from "@/lib/sync/mutations";
import type { SyncLease } from "@/lib/sync/mutations-lease";
import type { RunEnding } from "@/lib/sync/outcome";
import {
  beginPass,
  type Cursor,
  DEEP_CHECK_EVERY_MS,
  nextWindow,
  openCursor,
  type RecordRange,
  trustedLastSyncTime,
  type WindowedKind,
} from "@/lib/sync/plan";
import type { Upstream } from "@/lib/sync/upstream";

/** What `dataRange` said, by kind of record. */
type Ranges = Readonly<Record<WindowedKind, RecordRange>>;

const NO_RANGES: Ranges = { egv: null, event: null, calibration: null, alert: null };

/**
 * Begins a run: asks `dataRange` where there are records and what was uploaded since the last complete run, and sets
 * the cursors accordingly. The first run opens them; a weekly one, or one after a long pause, checks in depth.
 */
export async function beginRun(
  run: {
    readonly lease: SyncLease;
    readonly state: SyncState;
    readonly trigger: SyncTrigger;
    readonly startedAt: Instant;
  },
  tools: { readonly until: Instant; readonly upstream: Upstream; readonly db: Database },
): Promise<Result<{ readonly runId: string; readonly cursors: CursorSet }, RunEnding>> {
  const { lease, state, trigger, startedAt } = run;
  const { until, upstream, db } = tools;
  const lastSyncTime = trustedLastSyncTime(state.cursors?.egv.checkedThrough ?? null, startedAt);
  const isFirst = state.cursors === null;
  const deepCheck =
    isFirst || lastSyncTime === null || startedAt - (state.deepCheckedAt ?? 0) >= DEEP_CHECK_EVERY_MS;

  const [full, late] = await Promise.all([
    deepCheck ? upstream.dataRange(null) : ok(null),
    lastSyncTime === null ? ok(null) : upstream.dataRange(lastSyncTime),
  ]);
  if (!full.ok) return full;
  if (!late.ok) return late;
  const ranges = full.value === null ? NO_RANGES : rangesOf(full.value);
  const uploads = late.value === null ? NO_RANGES : rangesOf(late.value);

  const cursorOf = (kind: WindowedKind): Cursor =>
    state.cursors === null
      ? openCursor(ranges[kind], until)
      : beginPass(state.cursors[kind], {
          range: ranges[kind],
          lateFrom: uploads[kind]?.start ?? null,
          deepCheck,
          until,
        });
  const cursors: CursorSet = {
    egv: cursorOf("egv"),
    event: cursorOf("event"),
    calibration: cursorOf("calibration"),
    alert: cursorOf("alert"),
  };
  const opening = {
    trigger: triggerOf(isFirst, trigger),
    startedAt,
    cursors,
    historyFrom: ranges.egv?.start ?? null,
    deepCheckedAt: deepCheck ? startedAt : null,
    // Nothing to read is checked as well: an account without readings has an empty page, not an unfinished one.
    checkedThrough: isFirst && nextWindow(cursors.egv, until) === null ? until : null,
  };
  const runId = await openRun(lease, opening, db);
  return runId === null ? err({ kind: "superseded" }) : ok({ runId, cursors });
}

/** What the log calls the run. A person who reconnects has their history already: nothing is imported anew. */
function triggerOf(isFirst: boolean, asked: SyncTrigger): SyncTrigger {
  if (isFirst) return "first";
  return asked === "first" ? "scheduled" : asked;
}

/** Alerts have no block of their own: they lie where anything else does, give or take a day (dexcom-api.md, 5.8). */
function rangesOf({ egvs, events, calibrations }: DataRange): Ranges {
  const spans = [egvs, events, calibrations].filter((span) => span !== null);
  const alert =
    spans.length === 0
      ? null
      : {
          start: Math.min(...spans.map(({ start }) => start)) - DAY_MS,
          end: Math.max(...spans.map(({ end }) => end)),
        };
  return { egv: egvs, event: events, calibration: calibrations, alert };
}
