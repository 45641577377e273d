import type { Clock, Instant } from "@/lib/clock";

/** The simulator's own time: real by default, and moved or stopped through the control path. */
export interface SimulatedClock extends Clock {
  readonly frozen: boolean;
  advance(ms: number): void;
  /** Stands still from now on, at `at` when it is given. */
  freeze(at?: Instant): void;
  /** Runs on from wherever it stands. */
  run(): void;
  /** Back to the time of the clock underneath. */
  reset(): void;
}

export function simulatedClock(base: Clock): SimulatedClock {
  let offsetMs = 0;
  let frozenAt: Instant | null = null;
  const now = () => frozenAt ?? base.now() + offsetMs;
  return {
    now,
    get frozen() {
      return frozenAt !== null;
    },
    advance(ms) {
      if (frozenAt === null) offsetMs += ms;
      else frozenAt += ms;
    },
    freeze(at) {
      frozenAt = at ?? now();
    },
    run() {
      if (frozenAt === null) return;
      offsetMs = frozenAt - base.now();
      frozenAt = null;
    },
    reset() {
      offsetMs = 0;
      frozenAt = null;
    },
  };
}
