import { HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";

/** dexcom-api.md 10. */
export const CALLS_PER_HOUR_MAX = 60_000;

/** Calls per client over the hour that ends now, in steps of one minute. */
export class RateLimiter {
  callsPerHourMax: number;
  readonly #minutes = new Map<string, Map<number, number>>();

  constructor(callsPerHourMax = CALLS_PER_HOUR_MAX) {
    this.callsPerHourMax = callsPerHourMax;
  }

  /** Counts a call; false when it is one too many. A refused call does not count. */
  admits(clientId: string, now: Instant): boolean {
    const minutes = this.#minutes.get(clientId) ?? new Map<number, number>();
    this.#minutes.set(clientId, minutes);
    let calls = 0;
    for (const [minute, count] of minutes) {
      const isPast = (minute + 1) * MINUTE_MS <= now - HOUR_MS;
      // A clock that was set back leaves minutes of the future behind.
      if (isPast || minute * MINUTE_MS > now) minutes.delete(minute);
      else calls += count;
    }
    if (calls >= this.callsPerHourMax) return false;
    const minute = Math.floor(now / MINUTE_MS);
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    return true;
  }

  clear(): void {
    this.#minutes.clear();
  }
}
