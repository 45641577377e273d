import { type Clock, type Instant, MINUTE_MS, systemClock } from "@/lib/clock";

/** A clinic's list opens the keys of all of its patients at once, several thousand. */
const KEPT_MAX = 10_000;
/** Whoever looks again within minutes does not pay again; a key that nobody asks for does not stay. */
const KEPT_MS = 10 * MINUTE_MS;

interface Kept<Key> {
  readonly owner: string;
  readonly key: Key;
  /** From then on it is gone. */
  readonly until: Instant;
}

/**
 * Keys that were unwrapped a moment ago, each under a slot that names all that it was unwrapped from. Bounded in number and
 * in time: a key is gone ten minutes after it was unwrapped, however often it was asked for, and the oldest goes when there
 * are too many. Nothing here takes longer the more keys there are.
 */
export class KeyMemory<Key> {
  readonly #clock: Clock;
  // All are kept equally long and a Map keeps the order of insertion: the first one's time is over first.
  readonly #kept = new Map<string, Kept<Key>>();
  readonly #slotsOf = new Map<string, Set<string>>();
  /** Until then nothing is to be let go of: of thousands of keys asked for at once, each would look. */
  #nextEnd: Instant = Number.POSITIVE_INFINITY;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#kept.size;
  }

  find(slot: string): Pick<Kept<Key>, "key" | "until"> | undefined {
    this.#letGoOfOld();
    return this.#kept.get(slot);
  }

  keep(slot: string, owner: string, key: Key): void {
    this.#letGo(slot);
    const until = this.#clock.now() + KEPT_MS;
    this.#kept.set(slot, { owner, key, until });
    this.#nextEnd = Math.min(this.#nextEnd, until);
    const slots = this.#slotsOf.get(owner);
    if (slots === undefined) this.#slotsOf.set(owner, new Set([slot]));
    else slots.add(slot);
    this.#letGoOfOld();
  }

  /** Lets go of all of an owner's keys. */
  forget(owner: string): void {
    for (const slot of this.#slotsOf.get(owner) ?? []) this.#letGo(slot);
  }

  #letGoOfOld(): void {
    const now = this.#clock.now();
    if (now < this.#nextEnd && this.#kept.size <= KEPT_MAX) return;
    for (const [slot, { until }] of this.#kept) {
      this.#nextEnd = until;
      if (until > now && this.#kept.size <= KEPT_MAX) return;
      this.#letGo(slot);
    }
    this.#nextEnd = Number.POSITIVE_INFINITY;
  }

  #letGo(slot: string): void {
    const kept = this.#kept.get(slot);
    if (kept === undefined) return;
    this.#kept.delete(slot);
    const slots = this.#slotsOf.get(kept.owner);
    slots?.delete(slot);
    if (slots?.size === 0) this.#slotsOf.delete(kept.owner);
  }
}
