import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { type LocalDate, localDateOfEpochDay } from "../local-time";
import { RANGE_BOUNDS } from "../ranges";
import type { EgvSeries } from "../reading";
import type { LocalEpisodes } from "./local-episodes";

export const SLOT_MINUTES = 30;
export const SLOTS_PER_DAY = 48;
const SLOT_MS = SLOT_MINUTES * MINUTE_MS;

/**
 * Readings by local date and half hour, in columns of `days` · 48 slots: slot = 48 · date + half hour. The repeated
 * hour of a 25-hour date shares its slots; the missing one of a 23-hour date has no readings.
 */
export interface HalfHours {
  /** Epoch day of the first date. */
  readonly firstDay: number;
  readonly days: number;
  readonly count: Uint32Array;
  /** mg/dL. */
  readonly sum: Float64Array;
  /** Readings from 70 to 180 mg/dL, both inclusive. */
  readonly inTarget: Uint32Array;
  /** Minutes with a reading before each slot since the first midnight, so that any stretch is one subtraction. */
  readonly coveredMinutesBefore: Float64Array;
}

type Readings = Pick<EgvSeries, "length" | "systemTime" | "displayOffsetMinutes" | "value">;

/** One pass over ascending readings, each placed by its own display offset; readings of other dates are left out. */
export function halfHoursOf(
  readings: Readings,
  { firstDay, days, cadenceMinutes }: { firstDay: number; days: number; cadenceMinutes: number },
): HalfHours {
  const { low1, high1 } = RANGE_BOUNDS["mg/dL"];
  const slots = days * SLOTS_PER_DAY;
  const count = new Uint32Array(slots);
  const sum = new Float64Array(slots);
  const inTarget = new Uint32Array(slots);
  const { length, systemTime, displayOffsetMinutes, value } = readings;
  const originMs = firstDay * DAY_MS;
  let slot = 0;
  let fromMs = 0;
  for (let i = 0; i < length; i += 1) {
    const localMs = (systemTime[i] ?? 0) + (displayOffsetMinutes[i] ?? 0) * MINUTE_MS - originMs;
    // Six neighbours share their half hour: the division is for the one that begins another.
    if (localMs < fromMs || localMs >= fromMs + SLOT_MS) {
      slot = Math.floor(localMs / SLOT_MS);
      fromMs = slot * SLOT_MS;
    }
    if (slot < 0 || slot >= slots) continue;
    const glucose = value[i] ?? 0;
    count[slot] = (count[slot] ?? 0) + 1;
    sum[slot] = (sum[slot] ?? 0) + glucose;
    if (glucose >= low1 && glucose <= high1) inTarget[slot] = (inTarget[slot] ?? 0) + 1;
  }
  const coveredMinutesBefore = new Float64Array(slots + 1);
  for (slot = 0; slot < slots; slot += 1) {
    // Capped, so that a crowded half hour (a clock set back, two sensors) does not make up for an empty one.
    const covered = Math.min(SLOT_MINUTES, (count[slot] ?? 0) * cadenceMinutes);
    coveredMinutesBefore[slot + 1] = (coveredMinutesBefore[slot] ?? 0) + covered;
  }
  return { firstDay, days, count, sum, inTarget, coveredMinutesBefore };
}

/** Whether so many minutes are 70 % of `slots` half hours: what every rule asks of a night, an hour or a date. */
export function isEnough(coveredMinutes: number, slots: number): boolean {
  return 10 * coveredMinutes >= 7 * slots * SLOT_MINUTES;
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

/** How many ms of each slot lie within an episode. Episodes are cut at the edges of the period. */
export function episodeMsBySlot(episodes: LocalEpisodes, days: number): Float64Array {
  const bySlot = new Float64Array(days * SLOTS_PER_DAY);
  for (let i = 0; i < episodes.length; i += 1) {
    const start = Math.max(0, episodes.startMs[i] ?? 0);
    const end = Math.min(days * DAY_MS, episodes.endMs[i] ?? 0);
    for (let slot = Math.floor(start / SLOT_MS); slot * SLOT_MS < end; slot += 1) {
      const inside = Math.min(end, (slot + 1) * SLOT_MS) - Math.max(start, slot * SLOT_MS);
      bySlot[slot] = (bySlot[slot] ?? 0) + inside;
    }
  }
  return bySlot;
}

/** The date with this number, 0 for the first. */
export function dateOfDay({ firstDay }: Pick<HalfHours, "firstDay">, day: number): LocalDate {
  return localDateOfEpochDay(firstDay + day);
}
