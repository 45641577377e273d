import { MINUTE_MS } from "@/lib/clock";
import { type HalfHours, isCovered, SLOT_MINUTES, SLOTS_PER_DAY } from "./half-hours";
import type { LocalEpisodes } from "./local-episodes";

const MINUTES_PER_DAY = 1_440;

/**
 * For each of the 1,440 minutes of the day: of the dates with 70 % of the readings of the `minutes` from then on (whole
 * half hours), the share (0–1) on which an episode begins in them; NaN where no date has these readings. Half-open and
 * to the minute. Stretches over midnight go on on the next date, those beyond the period have no readings.
 *
 * One pass over the half hours and one over the episodes, however many times of the day are then asked for.
 */
export function shareBeginningByMinute(
  halfHours: HalfHours,
  episodes: LocalEpisodes,
  minutes: number,
): Float64Array {
  const slots = minutes / SLOT_MINUTES;
  const dates = datesWithReadings(halfHours, slots);
  const changes = changesOfBeginnings(halfHours, episodes, slots);
  const shares = new Float64Array(MINUTES_PER_DAY);
  let beginning = 0;
  for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1) {
    beginning += changes[minute] ?? 0;
    const slot = Math.floor(minute / SLOT_MINUTES);
    const withReadings = minute === slot * SLOT_MINUTES ? dates.onHalfHour[slot] : dates.afterIt[slot];
    shares[minute] = beginning / (withReadings ?? 0);
  }
  return shares;
}

/** A stretch that begins on a half hour takes one half hour less than from any minute after it. */
function datesWithReadings(halfHours: HalfHours, slots: number) {
  const onHalfHour = new Int32Array(SLOTS_PER_DAY);
  const afterIt = new Int32Array(SLOTS_PER_DAY);
  for (let midnight = 0; midnight < halfHours.days * SLOTS_PER_DAY; midnight += SLOTS_PER_DAY) {
    for (let slot = 0; slot < SLOTS_PER_DAY; slot += 1) {
      const from = midnight + slot;
      if (isCovered(halfHours, from, from + slots)) onHalfHour[slot] = (onHalfHour[slot] ?? 0) + 1;
      if (isCovered(halfHours, from, from + slots + 1)) afterIt[slot] = (afterIt[slot] ?? 0) + 1;
    }
  }
  return { onHalfHour, afterIt };
}

/** By minute of the day, how the number of dates changes on which an episode begins within the stretch from there. */
function changesOfBeginnings(
  halfHours: HalfHours,
  { length, startMs }: LocalEpisodes,
  slots: number,
): Int32Array {
  const changes = new Int32Array(MINUTES_PER_DAY + 1);
  let counted = 0;
  for (let i = 0; i < length; i += 1) {
    const start = Math.floor((startMs[i] ?? 0) / MINUTE_MS);
    const end = Math.min(start + 1, halfHours.days * MINUTES_PER_DAY);
    // From `counted` on no earlier episode was within reach.
    let from = Math.max(counted, start + 1 - slots * SLOT_MINUTES);
    while (from < end) {
      const slot = Math.floor(from / SLOT_MINUTES);
      const midnight = Math.floor(slot / SLOTS_PER_DAY) * MINUTES_PER_DAY;
      const isOnHalfHour = from === slot * SLOT_MINUTES;
      const to = isOnHalfHour ? from + 1 : Math.min(end, (slot + 1) * SLOT_MINUTES);
      if (isCovered(halfHours, slot, slot + slots + (isOnHalfHour ? 0 : 1))) {
        changes[from - midnight] = (changes[from - midnight] ?? 0) + 1;
        changes[to - midnight] = (changes[to - midnight] ?? 0) - 1;
      }
      from = to;
    }
    counted = Math.max(counted, end);
  }
  return changes;
}
