import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { RANGE_BOUNDS } from "../ranges";
import { chanceOfAtLeast } from "./chance";
import { dateOfDay, type HalfHours, isCovered, SLOT_MINUTES, SLOTS_PER_DAY } from "./half-hours";
import type { LocalEpisodes } from "./local-episodes";
import { DAYS_MIN, type PatternResult, tooFewDates } from "./pattern";

const WITHIN_MS = 2 * HOUR_MS;
const SLOT_MS = SLOT_MINUTES * MINUTE_MS;
const LOWS_MIN = 2;
const PERCENT_MIN = 25;
const { low1, high1 } = RANGE_BOUNDS["mg/dL"];

/**
 * Highs soon after lows (`rebound-highs`): an episode above 180 mg/dL begins within 2 hours after one below 70 ended.
 *
 * Found from 2 lows and 25 % of the lows whose next two hours have 70 % of their readings; our rule, and no statement
 * about why. Too little data below 7 dates with 70 % of their readings; without any lows it is not found.
 *
 * Chance: for each low, the share of dates (its own included) on which a high begins in the same two hours of the
 * clock; the number of lows followed by a high is then a Poisson binomial one. So a person whose glucose rises every
 * morning has no rebounds merely because lows come before breakfast.
 */
export function reboundHighs(
  halfHours: HalfHours,
  { lows, highs }: { lows: LocalEpisodes; highs: LocalEpisodes },
): PatternResult {
  const daysLooked = datesWithReadings(halfHours);
  const rule = {
    id: "rebound-highs",
    title: ["Glucose above ", { mgDl: high1 }, " soon after it was below ", { mgDl: low1 }],
    rule: [
      "An episode above ",
      { mgDl: high1 },
      " begins within 2 hours after an episode below ",
      { mgDl: low1 },
      ` ended, after at least ${LOWS_MIN} of them and `,
      { percent: PERCENT_MIN },
      " of those with ",
      { percent: 70 },
      " of the readings of the next 2 hours.",
    ],
    daysLooked,
  } as const;
  if (daysLooked < DAYS_MIN) {
    const missing = tooFewDates(DAYS_MIN, daysLooked);
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, missing };
  }
  const firstFrom = firstStartFromSlot(highs, halfHours.days);
  const chances = new Float64Array(lows.length);
  const days = new Set<number>();
  let looked = 0;
  let followed = 0;
  for (let low = 0; low < lows.length; low += 1) {
    const endMs = lows.endMs[low] ?? 0;
    if (!hasNextHours(halfHours, endMs)) continue;
    chances[looked] = shareOfDates(halfHours, endMs % DAY_MS, highs, firstFrom);
    looked += 1;
    if (!beginsWithin(highs, firstFrom[Math.floor(endMs / SLOT_MS)] ?? 0, endMs)) continue;
    followed += 1;
    days.add(Math.floor(endMs / DAY_MS));
  }
  const isOften = followed >= LOWS_MIN && 100 * followed >= PERCENT_MIN * looked;
  return {
    ...rule,
    state: isOften ? "found" : "not-found",
    finding: [looked === 0 ? "There was no low to look at." : `After ${followed} of ${looked} lows.`],
    dates: [...days].sort((a, b) => a - b).map((day) => dateOfDay(halfHours, day)),
    fromMinute: null,
    toMinute: null,
    effect: looked === 0 ? null : { value: (100 * followed) / looked, unit: "percent of lows" },
    chance: {
      probability: looked === 0 ? null : chanceOfAtLeast(chances.subarray(0, looked), followed),
      method: [
        "Exact: how likely at least as many are if the same two hours of the clock on a random date ",
        "are looked at instead of those after each low.",
      ],
    },
  };
}

function datesWithReadings(halfHours: HalfHours): number {
  let dates = 0;
  for (let day = 0; day < halfHours.days; day += 1) {
    if (isCovered(halfHours, day * SLOTS_PER_DAY, (day + 1) * SLOTS_PER_DAY)) dates += 1;
  }
  return dates;
}

/** Of the dates with readings in the two hours after a time of day, the share on which a high begins in them. */
function shareOfDates(
  halfHours: HalfHours,
  msOfDay: number,
  highs: LocalEpisodes,
  firstFrom: Uint32Array,
): number {
  // The clock time takes the same half hours on every date, one date further on.
  const fromSlot = Math.floor(msOfDay / SLOT_MS);
  const toSlot = Math.ceil((msOfDay + WITHIN_MS) / SLOT_MS);
  let dates = 0;
  let withHigh = 0;
  for (let day = 0; day < halfHours.days; day += 1) {
    const slots = day * SLOTS_PER_DAY;
    if (!isCovered(halfHours, slots + fromSlot, slots + toSlot)) continue;
    dates += 1;
    if (beginsWithin(highs, firstFrom[slots + fromSlot] ?? 0, day * DAY_MS + msOfDay)) withHigh += 1;
  }
  return withHigh / dates;
}

/** Whether an episode, `first` or a later one, begins within the two hours from an instant of the period on. */
function beginsWithin({ length, startMs }: LocalEpisodes, first: number, fromMs: number): boolean {
  let i = first;
  while (i < length && (startMs[i] ?? 0) < fromMs) i += 1;
  return i < length && (startMs[i] ?? 0) < fromMs + WITHIN_MS;
}

function hasNextHours(halfHours: HalfHours, fromMs: number): boolean {
  return isCovered(halfHours, Math.floor(fromMs / SLOT_MS), Math.ceil((fromMs + WITHIN_MS) / SLOT_MS));
}

/** For each half hour the first episode that begins in it or later, so that looking one up does not search. */
function firstStartFromSlot({ length, startMs }: LocalEpisodes, days: number): Uint32Array {
  const firsts = new Uint32Array(days * SLOTS_PER_DAY);
  let episode = 0;
  for (let slot = 0; slot < firsts.length; slot += 1) {
    while (episode < length && (startMs[episode] ?? 0) < slot * SLOT_MS) episode += 1;
    firsts[slot] = episode;
  }
  return firsts;
}
