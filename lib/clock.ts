/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** The only source of "now". Passed as an argument so that tests and the simulator decide what time it is. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told to move. */
export function fixedClock(at: Instant | string): Clock & { set(at: Instant | string): void } {
  const parse = (value: Instant | string) => (typeof value === "string" ? Date.parse(value) : value);
  let current = parse(at);
  return {
    now: () => current,
    set: (next) => {
      current = parse(next);
    },
  };
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
