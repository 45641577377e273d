import type { Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { ConnectionState, PeriodDays } from "./row";
import type { Standing } from "./standing";

/** Everything that a patient's standing depends on, beside the number of days. */
export interface StandingGround {
  readonly revision: number;
  readonly format: number;
  readonly targets: Targets;
  readonly connection: ConnectionState;
  readonly displayOffsetMinutes: number;
  /** The patient's date at the end of what is available, and the first that is shared; null for all. */
  readonly today: LocalDate;
  readonly sharedFrom: LocalDate | null;
}

export type StandingByPeriod = Readonly<Record<PeriodDays, Standing>>;

interface Kept {
  readonly ground: StandingGround;
  /** Nothing later is in any figure. */
  readonly countedThrough: Instant;
  readonly standings: StandingByPeriod;
}

/** One for each clinic that a patient shares with, and each has its own targets or window. */
const KEPT_MAX = 4;

/**
 * What a list reckoned of a patient, kept with the very key that opened it: not a moment longer than that stays in memory
 * (lib/crypto/key-memory.ts), and found only with the key, which is asked for each time by its row in the database. Figures of
 * other days, of another revision, under other targets or in another window are never given.
 */
export class StandingMemory {
  readonly #kept = new WeakMap<DataKey, readonly Kept[]>();

  find(
    key: DataKey,
    ground: StandingGround,
    { availableUntil }: { readonly availableUntil: Instant },
  ): StandingByPeriod | null {
    const kept = this.#kept.get(key)?.find((one) => isSame(one.ground, ground));
    return kept !== undefined && kept.countedThrough <= availableUntil ? kept.standings : null;
  }

  keep(
    key: DataKey,
    ground: StandingGround,
    { countedThrough, standings }: Pick<Kept, "countedThrough" | "standings">,
  ): void {
    const others = (this.#kept.get(key) ?? []).filter((one) => !isSame(one.ground, ground));
    this.#kept.set(key, [{ ground, countedThrough, standings }, ...others].slice(0, KEPT_MAX));
  }
}

function isSame(a: StandingGround, b: StandingGround): boolean {
  return (
    a.revision === b.revision &&
    a.format === b.format &&
    a.targets === b.targets &&
    a.connection === b.connection &&
    a.displayOffsetMinutes === b.displayOffsetMinutes &&
    a.today === b.today &&
    a.sharedFrom === b.sharedFrom
  );
}
