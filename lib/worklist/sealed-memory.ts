import { type Clock, type Instant, MINUTE_MS, systemClock } from "@/lib/clock";

/** Two large clinics. */
const KEPT_MAX = 10_000;
const KEPT_MS = 10 * MINUTE_MS;

/** Which writing of whose summary. */
export interface SummaryVersion {
  readonly patientId: string;
  readonly revision: number;
  readonly format: number;
}

interface Kept {
  readonly revision: number;
  readonly format: number;
  readonly sealed: Uint8Array;
  readonly until: Instant;
}

/**
 * Sealed summaries as they were read a moment ago, still sealed: a list of thousands asks the database which revision each
 * patient's summary has, and for the bytes of those only that changed. Who may see whom is asked of the database each time
 * and so is the key; without it these bytes are worth nothing. Bounded in number and in time.
 */
export class SealedMemory {
  readonly #clock: Clock;
  // All are kept equally long and a Map keeps the order of insertion: the first one's time is over first.
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** The bytes of just this revision; null where another one, or none, is kept. */
  find({ patientId, revision, format }: SummaryVersion): Uint8Array | null {
    const kept = this.#kept.get(patientId);
    const isThis = kept !== undefined && kept.revision === revision && kept.format === format;
    return isThis && kept.until > this.#clock.now() ? kept.sealed : null;
  }

  keep({ patientId, revision, format }: SummaryVersion, sealed: Uint8Array): void {
    const now = this.#clock.now();
    this.#kept.delete(patientId);
    this.#kept.set(patientId, { revision, format, sealed, until: now + KEPT_MS });
    for (const [oldest, { until }] of this.#kept) {
      if (until > now && this.#kept.size <= KEPT_MAX) break;
      this.#kept.delete(oldest);
    }
  }
}
