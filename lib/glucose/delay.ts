import { type Clock, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";

/**
 * The one place where the delay is enforced. Dexcom shares data three hours late by design; how late is a setting
 * (`DEXCOM_DATA_DELAY_MINUTES`) that arrives here as an argument. Whoever fetches readings must hold a
 * `RetrospectiveWindow`, and only this file can make one.
 */

/**
 * A stretch of time that lies wholly in the available past: half-open `[from, to)`, UTC, whole seconds (the
 * resolution of Dexcom's query), never empty, and `to` was not after `availableUntil` when it was made. Time only
 * moves on, so a window that was available once stays available.
 */
class RetrospectiveWindow {
  readonly from: Instant;
  readonly to: Instant;
  // A private field makes the type nominal and the check below true at run time: no literal and no cast passes.
  readonly #to: Instant;

  constructor(from: Instant, to: Instant) {
    this.from = from;
    this.to = to;
    this.#to = to;
    Object.freeze(this);
  }

  static made(value: object): value is RetrospectiveWindow {
    return #to in value && value.#to === value.to;
  }
}

// The type only: the constructor stays in this file.
export type { RetrospectiveWindow };

/** True only for windows that this file made: a forged or deserialised `{ from, to }` is not one. */
export function isRetrospectiveWindow(value: object): value is RetrospectiveWindow {
  return RetrospectiveWindow.made(value);
}

/** `now − delay`: the last instant of which anything may be fetched, stored or shown. Throws on a delay below 0. */
export function availableUntil(clock: Clock, delayMinutes: number): Instant {
  if (!Number.isFinite(delayMinutes) || delayMinutes < 0)
    throw new RangeError("delayMinutes must be a finite number of at least 0");
  return clock.now() - delayMinutes * MINUTE_MS;
}

/**
 * The available part of `[from, to)`, cut to whole seconds; null when nothing of it is available yet (or when it
 * was empty or backwards to begin with).
 */
export function retrospectiveWindow(options: {
  readonly from: Instant;
  readonly to: Instant;
  readonly clock: Clock;
  readonly delayMinutes: number;
}): RetrospectiveWindow | null {
  const { from, to, clock, delayMinutes } = options;
  if (!Number.isFinite(from) || Number.isNaN(to)) throw new RangeError("from and to must be instants");
  return windowOf(from, Math.min(to, availableUntil(clock, delayMinutes)));
}

/** Parts records at an instant: those after `limit` are counted and gone, whatever the upstream thought of it. */
export function withholdNewerThan<T extends { readonly systemTime: Instant }>(
  records: readonly T[],
  limit: Instant,
): { readonly kept: T[]; readonly withheld: number } {
  const kept = records.filter(({ systemTime }) => systemTime <= limit);
  return { kept, withheld: records.length - kept.length };
}

function windowOf(from: Instant, to: Instant): RetrospectiveWindow | null {
  const start = wholeSecond(from);
  const end = wholeSecond(to);
  return start < end ? new RetrospectiveWindow(start, end) : null;
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}
