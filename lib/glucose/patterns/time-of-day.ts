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

/** On which dates a window holds enough of the episodes (`episodeMs`: ms within episodes per half hour). */
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
    let within = 0;
    for (let slot = start; slot < start + slots; slot += 1) within += episodeMs[slot] ?? 0;
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
  look.looked.forEach((day, i) => {
    const circle = day * SLOTS_PER_DAY + Math.min(0, window.fromSlot);
    shares[i] = shareOfPlaces(halfHours, episodeMs, circle, window);
  });
  return chanceOfAtLeast(shares, look.happened.length);
}

/** Of the 48 places on a date's circle that have enough readings, the share with enough of the episodes. */
function shareOfPlaces(
  { coveredMinutesBefore: before }: HalfHours,
  episodeMs: Float64Array,
  circle: number,
  { slots, minutesMin }: ClockWindow,
): number {
  let covered = 0;
  let within = 0;
  let places = 0;
  let holding = 0;
  // The first `slots` steps fill the stretch, each of the 48 after that moves it on by one.
  for (let step = 0; step < slots + SLOTS_PER_DAY; step += 1) {
    const entering = circle + (step % SLOTS_PER_DAY);
    covered += (before[entering + 1] ?? 0) - (before[entering] ?? 0);
    within += episodeMs[entering] ?? 0;
    if (step < slots) continue;
    const leaving = circle + step - slots;
    covered -= (before[leaving + 1] ?? 0) - (before[leaving] ?? 0);
    within -= episodeMs[leaving] ?? 0;
    if (!isEnough(covered, slots)) continue;
    places += 1;
    if (within >= minutesMin * MINUTE_MS) holding += 1;
  }
  return holding / places;
}
