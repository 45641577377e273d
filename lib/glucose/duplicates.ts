import { DAY_MS, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { CADENCE_DEFAULT_MINUTES, StepCounts } from "./cadence";
import type { EgvColumns } from "./egv-columns";
import type { Egv } from "./reading";

// Fewer steps than an hour of readings say too little about a sensor's cadence.
const CADENCE_STEPS_MIN = 12;
const SAME_TIME_MS = 60 * SECOND_MS;

/**
 * Every reading once, ascending by `systemTime`. The result does not depend on the order of `egvs`.
 *
 * One reading is: the same non-empty transmitter and ticks within half the cadence (a phone and a receiver report the
 * same five minutes under times that differ by seconds); or, where either has no ids, `systemTime` within 60 s and an
 * equal value. Readings of two different transmitters are two readings, however close.
 *
 * Of two records the one with an offset of its own is kept (receivers send bare times), then the one with ids, then
 * the earlier.
 */
export function withoutDuplicates(egvs: readonly Egv[]): readonly Egv[] {
  const ordered = isOrdered(egvs) ? egvs : [...egvs].sort(canonicalOrder);
  return mergeByTime(mergeByTicks(ordered));
}

/**
 * Whether `withoutDuplicates` would give these readings back as they are, told cheaply: true only where every reading
 * has ids, times ascend and each transmitter's ticks ascend by more than half its cadence. False says nothing.
 */
export function isOrderedAndDistinct({
  length,
  systemTime,
  transmitterTicks,
  source,
  sources,
}: EgvColumns): boolean {
  // Two devices of one transmitter are two sources.
  const ids = [...new Set(sources.map(({ transmitterId }) => transmitterId))];
  const transmitterOf = Uint16Array.from(sources, ({ transmitterId }) => ids.indexOf(transmitterId));
  const steps = ids.map(() => new StepCounts());
  const lastTicks = new Float64Array(ids.length).fill(Number.NaN);
  const shortest = new Float64Array(ids.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < length; i += 1) {
    const transmitter = transmitterOf[source[i] ?? 0] ?? 0;
    const ticks = transmitterTicks[i] ?? Number.NaN;
    if (!ids[transmitter] || !(ticks > 0)) return false;
    if (i > 0 && !((systemTime[i] ?? 0) > (systemTime[i - 1] ?? 0))) return false;
    const step = ticks - (lastTicks[transmitter] ?? Number.NaN);
    lastTicks[transmitter] = ticks;
    if (Number.isNaN(step)) continue;
    steps[transmitter]?.add(step * SECOND_MS);
    if (step < (shortest[transmitter] ?? 0)) shortest[transmitter] = step;
  }
  return ids.every((_, i) => (shortest[i] ?? 0) * SECOND_MS > halfOf(steps[i]));
}

/** A reading that its transmitter numbers. An empty transmitter and ticks of 0 have been seen upstream: no identity. */
export function hasTicks(egv: Egv): egv is Egv & { transmitterId: string; transmitterTicks: number } {
  return !!egv.transmitterId && egv.transmitterTicks !== null && egv.transmitterTicks > 0;
}

function mergeByTicks(ordered: readonly Egv[]): readonly Egv[] {
  const byTransmitter = new Map<string, Ticked[]>();
  ordered.forEach((egv, position) => {
    if (!hasTicks(egv)) return;
    const ticked = { egv, ticks: egv.transmitterTicks, position };
    const readings = byTransmitter.get(egv.transmitterId);
    if (readings === undefined) byTransmitter.set(egv.transmitterId, [ticked]);
    else readings.push(ticked);
  });
  // By position, not by object: a caller may hand in the very same record twice.
  const dropped = new Set<number>();
  for (const readings of byTransmitter.values()) dropCopies(readings, dropped);
  return dropped.size === 0 ? ordered : ordered.filter((_, position) => !dropped.has(position));
}

interface Ticked {
  readonly egv: Egv;
  readonly ticks: number;
  readonly position: number;
}

/** Adds to `dropped` all but one of each run of one transmitter's readings whose ticks are those of its first. */
function dropCopies(readings: Ticked[], dropped: Set<number>): void {
  readings.sort((a, b) => a.ticks - b.ticks);
  const toleranceTicks =
    halfCadenceMs(readings.length, (i) => (readings[i]?.ticks ?? 0) * SECOND_MS) / SECOND_MS;
  let first: Ticked | undefined;
  let kept: Ticked | undefined;
  for (const reading of readings) {
    const isCopy =
      first !== undefined &&
      reading.ticks - first.ticks <= toleranceTicks &&
      // A counter that stands still for days is a broken counter, not one reading.
      Math.abs(reading.egv.systemTime - first.egv.systemTime) < DAY_MS;
    if (!isCopy || kept === undefined) {
      first = reading;
      kept = reading;
    } else if (prefer(reading.egv, kept.egv)) {
      dropped.add(kept.position);
      kept = reading;
    } else {
      dropped.add(reading.position);
    }
  }
}

function mergeByTime(ordered: readonly Egv[]): readonly Egv[] {
  if (ordered.every(hasTicks)) return ordered;
  // A sensor that speaks every minute repeats values 60 s apart: those are its readings.
  const tolerance = Math.min(
    SAME_TIME_MS,
    halfCadenceMs(ordered.length, (i) => ordered[i]?.systemTime ?? 0),
  );
  const kept: Egv[] = [];
  for (const egv of ordered) {
    let duplicateOf = -1;
    for (let i = kept.length - 1; i >= 0; i -= 1) {
      const earlier = kept[i];
      if (earlier === undefined || egv.systemTime - earlier.systemTime > tolerance) break;
      if (sameWithoutIds(earlier, egv)) {
        duplicateOf = i;
        break;
      }
    }
    const earlier = kept[duplicateOf];
    if (earlier === undefined) {
      kept.push(egv);
    } else if (prefer(egv, earlier)) {
      kept.splice(duplicateOf, 1);
      kept.push(egv);
    }
  }
  return kept;
}

function sameWithoutIds(a: Egv, b: Egv): boolean {
  if (hasTicks(a) && hasTicks(b)) return false;
  if (a.transmitterId && b.transmitterId && a.transmitterId !== b.transmitterId) return false;
  return a.value === b.value && a.status === b.status;
}

/** `msOf` gives ascending times, one for each of `length` readings. */
function halfCadenceMs(length: number, msOf: (i: number) => number): number {
  const steps = new StepCounts();
  for (let i = 1; i < length; i += 1) steps.add(msOf(i) - msOf(i - 1));
  return halfOf(steps);
}

function halfOf(steps: StepCounts | undefined): number {
  return ((steps?.commonestMinutes(CADENCE_STEPS_MIN) ?? CADENCE_DEFAULT_MINUTES) * MINUTE_MS) / 2;
}

function prefer(candidate: Egv, incumbent: Egv): boolean {
  return preference(candidate) > preference(incumbent);
}

function preference(egv: Egv): number {
  return (egv.displayDevice === "receiver" ? 0 : 2) + (hasTicks(egv) ? 1 : 0);
}

function isOrdered(egvs: readonly Egv[]): boolean {
  return egvs.every((egv, i) => {
    const previous = egvs[i - 1];
    return previous === undefined || canonicalOrder(previous, egv) <= 0;
  });
}

// Time first; the rest only makes the outcome independent of the order in which records arrived.
function canonicalOrder(a: Egv, b: Egv): number {
  return (
    a.systemTime - b.systemTime ||
    preference(b) - preference(a) ||
    compare(a.transmitterId, b.transmitterId) ||
    compare(a.transmitterTicks, b.transmitterTicks) ||
    a.value - b.value ||
    compare(a.status, b.status) ||
    a.displayOffsetMinutes - b.displayOffsetMinutes ||
    compare(a.displayDevice, b.displayDevice)
  );
}

function compare<T extends string | number>(a: T | null, b: T | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
