import { type Clock, type Instant, SECOND_MS } from "@/lib/clock";
import type { SyncOutcome } from "@/lib/connections/status";
import type { Database } from "@/lib/db/client";
import { availableUntil } from "@/lib/glucose/delay";
import { errorFields, type Logger } from "@/lib/log";
import { accessForSync } from "@/lib/sharing/access";
import { beginRun } from "@/lib/sync/begin-run";
import type { CursorSet, SyncState } from "@/lib/sync/data";
import { finishRun, type SyncTrigger } from "@/lib/sync/mutations";
import { LEASE_RENEWAL_MS, renewSyncLease, type SyncLease, takeSyncLease } from "@/lib/sync/mutations-lease";
import { storeStep } from "@/lib/sync/mutations-step";
import { judgeEnding, type RunEnding } from "@/lib/sync/outcome";
import { beginPass, type Cursor, FORWARD_DUE_MS, windowDaysAfter } from "@/lib/sync/plan";
import { advance, isHostInTrouble, planStep, type SliceProgress, type Step } from "@/lib/sync/step";
import type { Upstream, UpstreamOwner } from "@/lib/sync/upstream";

/** What a run works with. Time, dice and the network come from outside. */
export interface SyncTools {
  readonly db: Database;
  readonly clock: Clock;
  readonly random: () => number;
  readonly delayMinutes: number;
  readonly log: Logger;
  /** For whom leases are taken; see lib/jobs/worker-identity.ts. */
  readonly owner: string;
  /** How long one job may take before others get their turn. */
  readonly sliceMs: number;
  /** True once the worker is asked to stop: the slice then ends with the window it is at. */
  readonly isStopping: () => boolean;
  readonly openUpstream: (owner: UpstreamOwner) => Upstream;
}

export interface SyncRequest {
  readonly connectionId: string;
  readonly trigger: SyncTrigger;
}

/** A slice of a run, under its lease. `runId` is null until the run's line stands in the log. */
interface Slice {
  readonly lease: SyncLease;
  readonly state: SyncState;
  readonly trigger: SyncTrigger;
  readonly startedAt: Instant;
  runId: string | null;
}

/**
 * One slice of a connection's sync: takes the lease, reads window after window until the time is up or nothing is left,
 * and says how it ended. Every window is stored with its cursor in one transaction, so the process may die at any
 * point; whoever takes over goes on from there.
 */
export async function runSyncSlice(request: SyncRequest, tools: SyncTools): Promise<SyncOutcome> {
  const { clock, db, owner, random } = tools;
  const { connectionId, trigger } = request;
  const access = await accessForSync(connectionId, { db });
  if (!access) return "superseded";
  const startedAt = clock.now();
  const taken = await takeSyncLease(access, connectionId, { owner, now: startedAt, db });
  if (!taken) return "superseded";
  const { lease, state } = taken;
  const renewal = setInterval(() => void renewQuietly(lease, tools), LEASE_RENEWAL_MS);
  renewal.unref();
  try {
    const slice: Slice = { lease, state, trigger, startedAt, runId: state.run?.id ?? null };
    const ending = await endingOf(slice, tools);
    if (ending.kind === "superseded") return "superseded";
    const now = clock.now();
    const verdict = judgeEnding(ending, state.history, { now, random });
    const finished = await finishRun(lease, { runId: slice.runId, trigger, startedAt, now, verdict }, db);
    return finished ? verdict.outcome : "superseded";
  } finally {
    clearInterval(renewal);
  }
}

async function renewQuietly(lease: SyncLease, { db, log }: SyncTools): Promise<void> {
  try {
    await renewSyncLease(lease, db);
  } catch (error) {
    // Nothing is lost: every write checks the lease again.
    log.warn("sync.lease-not-renewed", { connectionId: lease.connectionId, ...errorFields(error) });
  }
}

/** A fault of our own must not repeat every second: it ends the run like trouble upstream, with backoff. */
async function endingOf(slice: Slice, tools: SyncTools): Promise<RunEnding> {
  try {
    return await readSlice(slice, tools);
  } catch (error) {
    tools.log.error("sync.failed", { connectionId: slice.lease.connectionId, ...errorFields(error) });
    return { kind: "trouble", trouble: { code: "internal", disposition: "later", retryAfterMs: null } };
  }
}

async function readSlice(slice: Slice, tools: SyncTools): Promise<RunEnding> {
  const { lease, state, startedAt } = slice;
  const { clock, db, delayMinutes } = tools;
  const until = wholeSecond(availableUntil(clock, delayMinutes));
  const { access, connectionId } = lease;
  const upstream = tools.openUpstream({ access, connectionId, subjectHmac: state.subjectHmac });

  let cursors: CursorSet;
  if (state.run && state.cursors) cursors = newestFirst(state.cursors, until);
  else {
    const begun = await beginRun(slice, { until, upstream, db });
    if (!begun.ok) return begun.error;
    slice.runId = begun.value.runId;
    cursors = begun.value.cursors;
  }
  const runStartedAt = state.run?.startedAt ?? startedAt;
  const devicesDone = (state.devicesCheckedThrough ?? -Infinity) >= runStartedAt;
  return readSteps({ cursors, devicesDone, setAside: new Map() }, { slice, upstream, until }, tools);
}

async function readSteps(
  begin: SliceProgress,
  work: { readonly slice: Slice; readonly upstream: Upstream; readonly until: Instant },
  tools: SyncTools,
): Promise<RunEnding> {
  const { slice, upstream, until } = work;
  const { clock, db, delayMinutes } = tools;
  const { runId, lease } = slice;
  if (runId === null) throw new Error("a run is opened before its first step");
  const daysMax = windowDaysAfter(slice.state.history.failures);
  const limits = { until, daysMax, clock, delayMinutes };
  const isTimeUp = () => clock.now() >= slice.startedAt + tools.sliceMs || tools.isStopping();
  const read = ({ tasks, devices }: Step) => upstream.read(tasks, { devices });

  let progress = begin;
  let step = planStep(progress, limits);
  let reading = step && read(step);
  while (step && reading) {
    const answers = await reading;
    if (!answers.ok) return answers.error;
    progress = advance(progress, answers.value, until);
    step = isHostInTrouble(progress) ? null : planStep(progress, limits);
    const timeUp = isTimeUp();
    // The next windows travel while these are being sealed and stored.
    reading = step && !timeUp ? read(step) : null;
    const { cursors } = progress;
    const stored = storeStep(lease, { runId, answers: answers.value, cursors, now: clock.now() }, db);
    const [isStored] = await Promise.all([stored, reading]);
    if (!isStored) return { kind: "superseded" };
    if (step && timeUp) return { kind: "more-to-come" };
  }
  const [trouble] = progress.setAside.values();
  return trouble ?? { kind: "complete" };
}

/** A run that goes on in a new job: when its newest data have grown old meanwhile, they come first again. */
function newestFirst(cursors: CursorSet, until: Instant): CursorSet {
  if (until - cursors.egv.checkedThrough < FORWARD_DUE_MS) return cursors;
  const pass = { range: null, lateFrom: null, deepCheck: false, until };
  const again = (cursor: Cursor) => beginPass(cursor, pass);
  const { egv, event, calibration, alert } = cursors;
  return { egv: again(egv), event: again(event), calibration: again(calibration), alert: again(alert) };
}

/** Dexcom's queries have whole seconds: a cursor must not claim the rest of one. */
function wholeSecond(at: Instant): Instant {
  return Math.floor(at / SECOND_MS) * SECOND_MS;
}
