import { MINUTE_MS } from "@/lib/clock";
import type { HoursOfDay } from "../parts-of-day";
import { chanceOfAtLeast } from "./chance";
import { type HalfHours, isCovered, isEnough, SLOT_MINUTES, SLOTS_PER_DAY } from "./half-hours";

/** A stretch of the clock in half hours, and what it must hold. */
export interface ClockWindow {
  /** First half hour, counted from midnight; negative where the stretch begins the evening before. */
  readonly fromSlot: number;
  readonly slots: number;
  /** Minutes of episodes. */
  readonly minutesMin: number;
}

/** What was seen in one stretch of the clock on all dates of a period; dates are 0 for the first, ascending. */
export interface WindowLook {
  /** Dates on which the stretch had 70 % of its readings. */
  readonly looked: readonly number[];
  /** Those of them that hold enough minutes of episodes. */
  readonly happened: readonly number[];
}

const MINUTES_PER_DAY = 1_440;

/** The hours with both ends on the nearest half hour: as they are judged, and as they are to be shown. */
export function onHalfHours({ fromMinute, toMinute }: HoursOfDay): HoursOfDay {
  const nearest = (minute: number) => Math.round(minute / SLOT_MINUTES) * SLOT_MINUTES;
  // An end at midnight closes the evening instead of opening the next date.
  return {
    fromMinute: nearest(fromMinute) % MINUTES_PER_DAY,
    toMinute: nearest(toMinute) || MINUTES_PER_DAY,
  };
}

/** The window of hours that stand on half hours. Hours over midnight belong to the date on which they end. */
export function windowOf({ fromMinute, toMinute }: HoursOfDay, minutesMin: number): ClockWindow {
  const fromSlot = fromMinute / SLOT_MINUTES - (toMinute > fromMinute ? 0 : SLOTS_PER_DAY);
  return { fromSlot, slots: toMinute / SLOT_MINUTES - fromSlot, minutesMin };
}

/** On which dates a window holds enough of the episodes (`episodeMs`: `episodeMsBefore` each half hour). */
export function lookAtWindow(
  halfHours: HalfHours,
  episodeMs: Float64Array,
  { fromSlot, slots, minutesMin }: ClockWindow,
): WindowLook {
  const looked: number[] = [];
  const happened: number[] = [];
  for (let day = 0; day < halfHours.days; day += 1) {
    const start = day * SLOTS_PER_DAY + fromSlot;
    if (!isCovered(halfHours, start, start + slots)) continue;
    looked.push(day);
    const within = (episodeMs[start + slots] ?? 0) - (episodeMs[start] ?? 0);
    if (within >= minutesMin * MINUTE_MS) happened.push(day);
  }
  return { looked, happened };
}

/**
 * How likely at least as many dates are, were the time of day a matter of chance (0–1).
 *
 * On each date looked at, the same stretch could have lain anywhere on that date's clock, read as a circle in steps of
 * half an hour, wherever it has 70 % of its readings. The share of such places that hold enough of the episodes is the
 * date's own probability, whatever its episodes look like; the number of dates then follows the Poisson binomial
 * distribution. So neither long episodes nor dates that are low all day make a time of day look special.
 */
export function chanceOfWindow(
  halfHours: HalfHours,
  episodeMs: Float64Array,
  { window, look }: { window: ClockWindow; look: WindowLook },
): number {
  const shares = new Float64Array(look.looked.length);
  for (let i = 0; i < shares.length; i += 1) {
    const circle = (look.looked[i] ?? 0) * SLOTS_PER_DAY + Math.min(0, window.fromSlot);
    // Most dates have too little of it altogether, so no place of theirs can have enough.
    const onDate = (episodeMs[circle + SLOTS_PER_DAY] ?? 0) - (episodeMs[circle] ?? 0);
    if (onDate < window.minutesMin * MINUTE_MS) continue;
    shares[i] = shareOfPlaces(halfHours.coveredMinutesBefore, episodeMs, circle, window);
  }
  return chanceOfAtLeast(shares, look.happened.length);
}

/** Of the 48 places on a date's circle that have enough readings, the share with enough of the episodes. */
function shareOfPlaces(
  coveredMinutes: Float64Array,
  episodeMs: Float64Array,
  circle: number,
  { slots, minutesMin }: ClockWindow,
): number {
  const onDate = (coveredMinutes[circle + SLOTS_PER_DAY] ?? 0) - (coveredMinutes[circle] ?? 0);
  const isFull = onDate === SLOTS_PER_DAY * SLOT_MINUTES;
  let places = 0;
  let holding = 0;
  for (let from = 0; from < SLOTS_PER_DAY; from += 1) {
    if (!isFull && !isEnough(onCircle(coveredMinutes, circle, from, slots), slots)) continue;
    places += 1;
    if (onCircle(episodeMs, circle, from, slots) >= minutesMin * MINUTE_MS) holding += 1;
  }
  return holding / places;
}

/** What a column of sums holds in `slots` half hours of a date's circle, which goes on at its own beginning. */
function onCircle(before: Float64Array, circle: number, from: number, slots: number): number {
  const to = from + slots;
  const start = before[circle + from] ?? 0;
  if (to <= SLOTS_PER_DAY) return (before[circle + to] ?? 0) - start;
  const untilEnd = (before[circle + SLOTS_PER_DAY] ?? 0) - start;
  return untilEnd + (before[circle + to - SLOTS_PER_DAY] ?? 0) - (before[circle] ?? 0);
}
