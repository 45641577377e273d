import type { Targets } from "@/lib/clinics/schema";
import { type Clock, type Instant, systemClock } from "@/lib/clock";
import type { Columns } from "./columns";
import type { ListedPatient } from "./listed-patient";
import type { ListedDates } from "./periods";
import type { PeriodDays } from "./row";

/** Somebody in a list, with all that it sorts and filters by. */
export interface Reckoned extends Columns {
  readonly patient: ListedPatient;
  readonly dates: ListedDates;
}

/** What a whole list was reckoned on, beside its patients. */
export interface ListGround {
  readonly days: PeriodDays;
  readonly defaultTargets: Targets;
  /** The dates of each wall clock and window among the patients, in their order. */
  readonly dates: string;
}

interface Kept {
  readonly ground: ListGround;
  readonly availableUntil: Instant;
  readonly until: Instant;
  readonly list: readonly Reckoned[];
}

/** One for each period, and once more where a date has just begun. */
const KEPT_MAX = 8;

/**
 * Whole lists as they were reckoned, each kept with the very array of patients that it was made of (data-listed.ts): as soon
 * as the database says that anything of one of them is another, that array is another, too. Not given from the moment on at
 * which the first of the patients' keys is let go of (lib/crypto/key-memory.ts).
 */
export class ReckonedLists {
  readonly #clock: Clock;
  readonly #kept = new WeakMap<readonly ListedPatient[], readonly Kept[]>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  find(
    patients: readonly ListedPatient[],
    ground: ListGround,
    { availableUntil }: { readonly availableUntil: Instant },
  ): readonly Reckoned[] | null {
    const kept = this.#kept.get(patients)?.find((one) => isSame(one.ground, ground));
    if (kept === undefined || kept.until <= this.#clock.now()) return null;
    // What was available then is available now, unless the clock was set back.
    return kept.availableUntil <= availableUntil ? kept.list : null;
  }

  keep(
    patients: readonly ListedPatient[],
    ground: ListGround,
    { availableUntil, until, list }: Omit<Kept, "ground">,
  ): void {
    const others = (this.#kept.get(patients) ?? []).filter((one) => !isSame(one.ground, ground));
    this.#kept.set(patients, [{ ground, availableUntil, until, list }, ...others].slice(0, KEPT_MAX));
  }
}

function isSame(a: ListGround, b: ListGround): boolean {
  return a.days === b.days && a.defaultTargets === b.defaultTargets && a.dates === b.dates;
}
