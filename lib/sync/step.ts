import type { Clock, Instant } from "@/lib/clock";
import { retrospectiveWindow } from "@/lib/glucose/delay";
import type { CursorSet } from "@/lib/sync/data";
import type { RunEnding } from "@/lib/sync/outcome";
import { afterWindow, type Cursor, nextWindow, WINDOWED_KINDS, type WindowedKind } from "@/lib/sync/plan";
import type { StepAnswers, WindowTask } from "@/lib/sync/read-upstream";
import { endingOfError } from "@/lib/sync/upstream";

/** What one step has to read: the next window of every kind, and the devices once in a run. */
export interface Step {
  readonly tasks: readonly WindowTask[];
  readonly devices: boolean;
}

/** Where a slice stands. */
export interface SliceProgress {
  readonly cursors: CursorSet;
  readonly devicesDone: boolean;
  /** Kinds that failed in this slice, with why: they are left out so that the others go on. */
  readonly setAside: ReadonlyMap<WindowedKind | "device", RunEnding>;
}

/** The next step, or null when nothing is left to read. */
export function planStep(
  { cursors, devicesDone, setAside }: SliceProgress,
  limits: {
    readonly until: Instant;
    readonly daysMax: number;
    readonly clock: Clock;
    readonly delayMinutes: number;
  },
): Step | null {
  const { until, daysMax, clock, delayMinutes } = limits;
  const tasks: WindowTask[] = [];
  for (const kind of WINDOWED_KINDS) {
    if (setAside.has(kind)) continue;
    const planned = nextWindow(cursors[kind], until, daysMax);
    if (!planned) continue;
    const window = retrospectiveWindow({ ...planned, clock, delayMinutes });
    if (!window) throw new Error("a planned window lies in the available past");
    tasks.push({ kind, planned, window });
  }
  const devices = !devicesDone && !setAside.has("device");
  return tasks.length > 0 || devices ? { tasks, devices } : null;
}

/** Where the slice stands once the answers are stored: each kind that answered has moved on. */
export function advance(progress: SliceProgress, answers: StepAnswers, until: Instant): SliceProgress {
  const cursors: Record<WindowedKind, Cursor> = { ...progress.cursors };
  for (const { kind, planned } of answers.pages) cursors[kind] = afterWindow(cursors[kind], planned, until);
  const setAside = new Map(progress.setAside);
  for (const [kind, error] of answers.failures) setAside.set(kind, endingOfError(error));
  return { cursors, devicesDone: progress.devicesDone || answers.devices !== null, setAside };
}

// Asking for other kinds would only add to the load of a host that is overloaded or down.
const HOST_TROUBLE: ReadonlySet<string> = new Set(["rate_limited", "circuit_open", "unreachable"]);

export function isHostInTrouble({ setAside }: SliceProgress): boolean {
  for (const ending of setAside.values())
    if (ending.kind === "trouble" && HOST_TROUBLE.has(ending.trouble.code)) return true;
  return false;
}
