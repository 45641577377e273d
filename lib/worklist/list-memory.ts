import { type Clock, type Instant, MINUTE_MS, systemClock } from "@/lib/clock";

/** Lists of this many clinics: with thousands of patients each, a few megabytes. */
const KEPT_MAX = 20;
const KEPT_MS = 10 * MINUTE_MS;

/**
 * Clinics' lists as they were read a moment ago, sealed as they came. The database says each time whether anything of one is
 * another since, so nothing here decides who is listed. Bounded in number and in time.
 */
export class ListMemory<List> {
  readonly #clock: Clock;
  // All are kept equally long and a Map keeps the order of insertion: the first one's time is over first.
  readonly #kept = new Map<string, { readonly list: List; readonly until: Instant }>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#kept.size;
  }

  find(clinicId: string): List | null {
    const kept = this.#kept.get(clinicId);
    return kept !== undefined && kept.until > this.#clock.now() ? kept.list : null;
  }

  keep(clinicId: string, list: List): void {
    const now = this.#clock.now();
    this.#kept.delete(clinicId);
    this.#kept.set(clinicId, { list, until: now + KEPT_MS });
    for (const [oldest, { until }] of this.#kept) {
      if (until > now && this.#kept.size <= KEPT_MAX) break;
      this.#kept.delete(oldest);
    }
  }
}
