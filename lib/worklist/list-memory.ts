import { type Clock, type Instant, MINUTE_MS, systemClock } from "@/lib/clock";

/** Lists of this many clinics: with thousands of patients each, a few megabytes. */
const KEPT_MAX = 20;
const KEPT_MS = 10 * MINUTE_MS;

/** A row of a list, and what the database calls just this writing of it. */
interface Versioned<Patient> {
  readonly version: string;
  readonly patient: Patient;
}

/** By the ids of the patients. */
type Rows<Patient> = ReadonlyMap<string, Versioned<Patient>>;

/**
 * The rows of clinics' lists as they were read a moment ago, sealed as they came. The database says each time who is listed
 * and in which version; a row of just this version need not be sent again. So nothing here decides who is listed. Bounded in
 * number and in time.
 */
export class ListMemory<Patient> {
  readonly #clock: Clock;
  // All are kept equally long and a Map keeps the order of insertion: the first one's time is over first.
  readonly #kept = new Map<string, { readonly rows: Rows<Patient>; readonly until: Instant }>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Empty where nothing is kept. */
  find(clinicId: string): Rows<Patient> {
    const kept = this.#kept.get(clinicId);
    return kept !== undefined && kept.until > this.#clock.now() ? kept.rows : new Map();
  }

  keep(clinicId: string, rows: Rows<Patient>): void {
    const now = this.#clock.now();
    this.#kept.delete(clinicId);
    this.#kept.set(clinicId, { rows, until: now + KEPT_MS });
    for (const [oldest, { until }] of this.#kept) {
      if (until > now && this.#kept.size <= KEPT_MAX) break;
      this.#kept.delete(oldest);
    }
  }
}
