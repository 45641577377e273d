import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { type LocalDate, localDateOfEpochDay } from "../local-time";
import type { RangeBounds } from "../ranges";
import type { EgvSeries } from "../reading";
import type { LocalEpisodes } from "./local-episodes";

export const SLOT_MINUTES = 30;
export const SLOTS_PER_DAY = 48;
/** Of the readings of a night, an hour or a date: what a rule needs to judge it. */
export const READINGS_PERCENT_MIN = 70;
const SLOT_MS = SLOT_MINUTES * MINUTE_MS;

/**
 * Readings by local date and half hour, in columns of `days` · 48 slots: slot = 48 · date + half hour. The repeated
 * hour of a 25-hour date shares its slots; the missing one of a 23-hour date has no readings.
 */
export interface HalfHours {
  readonly days: number;
  /** How each date is written, once for all rules. */
  readonly dates: readonly LocalDate[];
  readonly count: Uint32Array;
  /** mg/dL. */
  readonly sum: Float64Array;
  /** Readings from `bounds.low1` to `bounds.high1`, both inclusive. */
  readonly inTarget: Uint32Array;
  /** Minutes with a reading before each slot since the first midnight, so that any stretch is one subtraction. */
  readonly coveredMinutesBefore: Float64Array;
}

type Readings = Pick<EgvSeries, "length" | "systemTime" | "displayOffsetMinutes" | "value">;

interface HalfHoursInput {
  /** Epoch day of the first date. */
  readonly firstDay: number;
  readonly days: number;
  readonly cadenceMinutes: number;
  /** Edges of the target range, mg/dL. */
  readonly bounds: Pick<RangeBounds, "low1" | "high1">;
}

/** One pass over ascending readings, each placed by its own display offset; readings of other dates are left out. */
export function halfHoursOf(
  readings: Readings,
  { firstDay, days, cadenceMinutes, bounds }: HalfHoursInput,
): HalfHours {
  const { low1, high1 } = bounds;
  const slots = days * SLOTS_PER_DAY;
  const count = new Uint32Array(slots);
  const sum = new Float64Array(slots);
  const inTarget = new Uint32Array(slots);
  const { length, systemTime, displayOffsetMinutes, value } = readings;
  const originMs = firstDay * DAY_MS;
  for (let i = 0; i < length; ) {
    // Six neighbours share their half hour: dividing and writing are for the half hour, not for the reading.
    let localMs = (systemTime[i] ?? 0) + (displayOffsetMinutes[i] ?? 0) * MINUTE_MS - originMs;
    const slot = Math.floor(localMs / SLOT_MS);
    const fromMs = slot * SLOT_MS;
    let readingsInSlot = 0;
    let sumInSlot = 0;
    let targetInSlot = 0;
    do {
      const glucose = value[i] ?? 0;
      readingsInSlot += 1;
      sumInSlot += glucose;
      if (glucose >= low1 && glucose <= high1) targetInSlot += 1;
      i += 1;
      if (i === length) break;
      localMs = (systemTime[i] ?? 0) + (displayOffsetMinutes[i] ?? 0) * MINUTE_MS - originMs;
    } while (localMs >= fromMs && localMs < fromMs + SLOT_MS);
    if (slot < 0 || slot >= slots) continue;
    // Added, because a clock set back comes to a half hour a second time.
    count[slot] = (count[slot] ?? 0) + readingsInSlot;
    sum[slot] = (sum[slot] ?? 0) + sumInSlot;
    inTarget[slot] = (inTarget[slot] ?? 0) + targetInSlot;
  }
  const coveredMinutesBefore = new Float64Array(slots + 1);
  for (let slot = 0; slot < slots; slot += 1) {
    // Capped, so that a crowded half hour (a clock set back, two sensors) does not make up for an empty one.
    const covered = Math.min(SLOT_MINUTES, (count[slot] ?? 0) * cadenceMinutes);
    coveredMinutesBefore[slot + 1] = (coveredMinutesBefore[slot] ?? 0) + covered;
  }
  const dates = Array.from({ length: days }, (_, day) => localDateOfEpochDay(firstDay + day));
  return { days, dates, count, sum, inTarget, coveredMinutesBefore };
}

/** Whether so many minutes are 70 % of `slots` half hours: what every rule asks of a night, an hour or a date. */
export function isEnough(coveredMinutes: number, slots: number): boolean {
  return 100 * coveredMinutes >= READINGS_PERCENT_MIN * slots * SLOT_MINUTES;
}

/** Whether 70 % of the readings of slots `from` to `to` (exclusive) are there; never beyond the period. */
export function isCovered({ coveredMinutesBefore }: HalfHours, from: number, to: number): boolean {
  if (from < 0 || to >= coveredMinutesBefore.length) return false;
  return isEnough((coveredMinutesBefore[to] ?? 0) - (coveredMinutesBefore[from] ?? 0), to - from);
}

/** Mean of the readings in slots `from` to `to` (exclusive), mg/dL; NaN below 70 % of them. */
export function meanOfSlots(halfHours: HalfHours, from: number, to: number): number {
  if (!isCovered(halfHours, from, to)) return Number.NaN;
  let total = 0;
  let readings = 0;
  for (let slot = from; slot < to; slot += 1) {
    total += halfHours.sum[slot] ?? 0;
    readings += halfHours.count[slot] ?? 0;
  }
  return total / readings;
}

/** For each date the mean of its slots `fromSlot` to `toSlot` (exclusive), mg/dL; NaN below 70 % of the readings. */
export function meansByDate(halfHours: HalfHours, fromSlot: number, toSlot: number): Float64Array {
  const means = new Float64Array(halfHours.days);
  for (let day = 0; day < halfHours.days; day += 1) {
    means[day] = meanOfSlots(halfHours, day * SLOTS_PER_DAY + fromSlot, day * SLOTS_PER_DAY + toSlot);
  }
  return means;
}

/**
 * Ms within an episode before each slot since the first midnight, `days` · 48 + 1 of them, so that any stretch is one
 * subtraction. Episodes are cut at the edges of the period; where two overlap both count.
 */
export function episodeMsBefore({ length, startMs, endMs }: LocalEpisodes, days: number): Float64Array {
  const slots = days * SLOTS_PER_DAY;
  const before = new Float64Array(slots + 1);
  for (let i = 0; i < length; i += 1) {
    const start = Math.max(0, startMs[i] ?? 0);
    const end = Math.min(days * DAY_MS, endMs[i] ?? 0);
    for (let slot = Math.floor(start / SLOT_MS); slot * SLOT_MS < end; slot += 1) {
      const inside = Math.min(end, (slot + 1) * SLOT_MS) - Math.max(start, slot * SLOT_MS);
      before[slot + 1] = (before[slot + 1] ?? 0) + inside;
    }
  }
  let total = 0;
  for (let slot = 1; slot <= slots; slot += 1) {
    total += before[slot] ?? 0;
    before[slot] = total;
  }
  return before;
}

/** The dates with these numbers, 0 for the first; those beyond the period are left out. */
export function datesOf({ dates }: HalfHours, days: readonly number[]): LocalDate[] {
  const chosen: LocalDate[] = [];
  for (const day of days) {
    const date = dates[day];
    if (date !== undefined) chosen.push(date);
  }
  return chosen;
}
