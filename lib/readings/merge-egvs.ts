import { isDeepStrictEqual } from "node:util";
import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { CADENCE_DEFAULT_MINUTES } from "@/lib/glucose/cadence";
import type { Egv } from "@/lib/glucose/reading";
import type { RecordCounts } from "./schema";

/** Two devices may report one reading under clocks that differ by this much: look that far over midnight. */
export const CLOCKS_APART_MS = 15 * MINUTE_MS;

const HALF_CADENCE_SECONDS = (CADENCE_DEFAULT_MINUTES * MINUTE_MS) / SECOND_MS / 2;
const SAME_TIME_MS = MINUTE_MS;

interface Slot {
  egv: Egv;
  readonly isNew: boolean;
}

export interface MergedEgvs {
  /** All readings, ascending by `systemTime`. */
  readonly egvs: readonly Egv[];
  /** UTC days (as the instant of their beginning) on which something was added, changed or left. */
  readonly touchedDays: ReadonlySet<Instant>;
  readonly counts: RecordCounts;
}

/**
 * Stored readings and a batch as one set. One reading is:
 * - the same transmitter and ticks; another device may name ticks within half the cadence for it,
 * - without ticks on either side: the same `systemTime`; from another device within a minute with an equal value.
 *
 * From the same device a later record replaces the stored one. A receiver sends no offset, so its copy never replaces a
 * phone's. Stored readings that the batch does not mention stay. Nothing that one device reported twice at different
 * times is ever made one: that is for figures to judge (lib/glucose/duplicates.ts), not for storage to lose.
 */
export function mergeEgvs(stored: readonly Egv[], batch: readonly Egv[]): MergedEgvs {
  const index = new EgvIndex();
  for (const egv of stored) index.add({ egv, isNew: false });
  const touchedDays = new Set<Instant>();
  let [added, changed] = [0, 0];
  for (const egv of batch) {
    const known = index.find(egv);
    if (known === undefined) {
      index.add({ egv, isNew: true });
      added += 1;
    } else if (
      isDeepStrictEqual(known.egv, egv) ||
      (known.egv.displayDevice !== egv.displayDevice && isBare(egv))
    ) {
      continue;
    } else {
      touchedDays.add(dayOf(known.egv));
      index.replace(known, egv);
      if (!known.isNew) changed += 1;
    }
    touchedDays.add(dayOf(egv));
  }
  return { egvs: index.inOrder(), touchedDays, counts: { added, changed, removed: 0 } };
}

/** Receivers know no offset of their own. */
function isBare({ displayDevice }: Egv): boolean {
  return displayDevice === "receiver";
}

function dayOf({ systemTime }: Egv): Instant {
  return Math.floor(systemTime / DAY_MS) * DAY_MS;
}

/** Finds the stored copy of a reading without comparing it with all: slots stand in buckets by ticks and by minute. */
class EgvIndex {
  readonly #slots = new Set<Slot>();
  readonly #byTicks = new Map<string, Set<Slot>>();
  readonly #byMinute = new Map<number, Set<Slot>>();

  add(slot: Slot): void {
    this.#slots.add(slot);
    const { egv } = slot;
    if (egv.transmitterId !== null && egv.transmitterTicks !== null)
      bucketOf(this.#byTicks, ticksKey(egv.transmitterId, egv.transmitterTicks)).add(slot);
    bucketOf(this.#byMinute, Math.floor(egv.systemTime / SAME_TIME_MS)).add(slot);
  }

  replace(slot: Slot, egv: Egv): void {
    this.#slots.delete(slot);
    if (slot.egv.transmitterId !== null && slot.egv.transmitterTicks !== null)
      this.#byTicks.get(ticksKey(slot.egv.transmitterId, slot.egv.transmitterTicks))?.delete(slot);
    this.#byMinute.get(Math.floor(slot.egv.systemTime / SAME_TIME_MS))?.delete(slot);
    this.add({ egv, isNew: slot.isNew });
  }

  find(egv: Egv): Slot | undefined {
    return this.#findByTicks(egv) ?? this.#findByTime(egv);
  }

  inOrder(): Egv[] {
    return [...this.#slots].map(({ egv }) => egv).sort((a, b) => a.systemTime - b.systemTime);
  }

  #findByTicks(egv: Egv): Slot | undefined {
    const { transmitterId, transmitterTicks } = egv;
    if (transmitterId === null || transmitterTicks === null) return undefined;
    let nearest: { slot: Slot; apart: number } | undefined;
    for (const offset of [0, -HALF_CADENCE_SECONDS, HALF_CADENCE_SECONDS])
      for (const slot of this.#byTicks.get(ticksKey(transmitterId, transmitterTicks + offset)) ?? []) {
        const apart = Math.abs((slot.egv.transmitterTicks ?? 0) - transmitterTicks);
        const sameDevice = slot.egv.displayDevice === egv.displayDevice;
        // A counter that stands still is a broken counter, not one reading: the times must agree as well.
        const clocksApart = Math.abs(slot.egv.systemTime - egv.systemTime);
        const clocksMax = sameDevice ? HALF_CADENCE_SECONDS * SECOND_MS : CLOCKS_APART_MS;
        if (clocksApart > clocksMax || apart > (sameDevice ? 0 : HALF_CADENCE_SECONDS)) continue;
        if (nearest === undefined || apart < nearest.apart) nearest = { slot, apart };
      }
    return nearest?.slot;
  }

  #findByTime(egv: Egv): Slot | undefined {
    const minute = Math.floor(egv.systemTime / SAME_TIME_MS);
    let near: Slot | undefined;
    for (const bucket of [minute, minute - 1, minute + 1])
      for (const slot of this.#byMinute.get(bucket) ?? []) {
        if (!mayBeOne(slot.egv, egv)) continue;
        if (slot.egv.systemTime === egv.systemTime) return slot;
        const isCopy =
          slot.egv.displayDevice !== egv.displayDevice &&
          slot.egv.value === egv.value &&
          slot.egv.status === egv.status &&
          Math.abs(slot.egv.systemTime - egv.systemTime) <= SAME_TIME_MS;
        if (isCopy) near ??= slot;
      }
    return near;
  }
}

/** Where both have ticks, these have spoken; and two transmitters are never one. */
function mayBeOne(a: Egv, b: Egv): boolean {
  if (a.transmitterId !== null && b.transmitterId !== null) {
    if (a.transmitterId !== b.transmitterId) return false;
    return a.transmitterTicks === null || b.transmitterTicks === null;
  }
  return true;
}

function ticksKey(transmitterId: string, ticks: number): string {
  return `${transmitterId}/${Math.floor(ticks / HALF_CADENCE_SECONDS)}`;
}

function bucketOf<K>(buckets: Map<K, Set<Slot>>, key: K): Set<Slot> {
  const known = buckets.get(key);
  if (known) return known;
  const bucket = new Set<Slot>();
  buckets.set(key, bucket);
  return bucket;
}
