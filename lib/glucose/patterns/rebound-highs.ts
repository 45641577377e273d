import { MINUTE_MS } from "@/lib/clock";
import type { RangeBounds } from "../ranges";
import { chanceOfAtLeast } from "./chance";
import { datesOf, type HalfHours, isCovered, SLOT_MINUTES, SLOTS_PER_DAY } from "./half-hours";
import { shareBeginningByMinute } from "./highs-by-clock";
import type { LocalEpisodes } from "./local-episodes";
import { DAYS_MIN, type PatternResultOf } from "./pattern";

const WITHIN_MINUTES = 120;
const MINUTES_PER_DAY = 1_440;
const LOWS_MIN = 2;
const PERCENT_MIN = 25;

interface LowsAndHighs {
  readonly lows: LocalEpisodes;
  readonly highs: LocalEpisodes;
}

/**
 * Highs soon after lows (`rebound-highs`): an episode above `high1` mg/dL begins within 2 hours after one below `low1`
 * ended (180 and 70, or what a source in mmol/L has for them).
 *
 * Found from 2 lows and 25 % of the lows whose next two hours have 70 % of their readings; our rule, and no statement
 * about why. Too little data below 7 dates with 70 % of their readings; without any lows it is not found.
 *
 * Chance: for each low, the share of dates (its own included) on which a high begins in the same two hours of the
 * clock, taken to the minute; the number of lows followed by a high is then a Poisson binomial one. So a person whose
 * glucose rises every morning has no rebounds merely because lows come before breakfast.
 */
export function reboundHighs(
  halfHours: HalfHours,
  episodes: LowsAndHighs,
  { low1, high1 }: Pick<RangeBounds, "low1" | "high1">,
): PatternResultOf<"rebound-highs"> {
  const daysLooked = datesWithReadings(halfHours);
  const rule = {
    id: "rebound-highs",
    rule: {
      lowMgDl: low1,
      highMgDl: high1,
      withinHours: WITHIN_MINUTES / 60,
      lowsMin: LOWS_MIN,
      percentMin: PERCENT_MIN,
    },
    daysLooked,
  } as const;
  if (daysLooked < DAYS_MIN) {
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: null };
  }
  const { chances, followed, days } = lookAtLows(halfHours, episodes);
  const looked = chances.length;
  const isOften = followed >= LOWS_MIN && 100 * followed >= PERCENT_MIN * looked;
  return {
    ...rule,
    state: isOften ? "found" : "not-found",
    finding: { followed, looked },
    dates: datesOf(halfHours, days),
    fromMinute: null,
    toMinute: null,
    effect: looked === 0 ? null : { value: (100 * followed) / looked, unit: "percent of lows" },
    chance: { probability: looked === 0 ? null : chanceOfAtLeast(chances, followed), looks: 1 },
  };
}

/** The lows that can be judged: how likely chance puts a high after each, how many have one, and on which dates. */
function lookAtLows(halfHours: HalfHours, { lows, highs }: LowsAndHighs) {
  const shares = shareBeginningByMinute(halfHours, highs, WITHIN_MINUTES);
  const chances = new Float64Array(lows.length);
  const days = new Set<number>();
  let looked = 0;
  let followed = 0;
  let high = 0;
  for (let low = 0; low < lows.length; low += 1) {
    const minute = Math.floor((lows.endMs[low] ?? 0) / MINUTE_MS);
    const untilMinute = minute + WITHIN_MINUTES;
    const fromSlot = Math.floor(minute / SLOT_MINUTES);
    const toSlot = Math.ceil(untilMinute / SLOT_MINUTES);
    if (!isCovered(halfHours, fromSlot, toSlot)) continue;
    chances[looked++] = shares[minute % MINUTES_PER_DAY] ?? 0;
    // Lows that overlap can end out of order, so the way to the first high after this one can lead back.
    while (high > 0 && (highs.startMs[high - 1] ?? 0) >= minute * MINUTE_MS) high -= 1;
    while (high < highs.length && (highs.startMs[high] ?? 0) < minute * MINUTE_MS) high += 1;
    if (high === highs.length || (highs.startMs[high] ?? 0) >= untilMinute * MINUTE_MS) continue;
    followed += 1;
    days.add(Math.floor(minute / MINUTES_PER_DAY));
  }
  return { chances: chances.subarray(0, looked), followed, days: [...days].sort((a, b) => a - b) };
}

function datesWithReadings(halfHours: HalfHours): number {
  let dates = 0;
  for (let day = 0; day < halfHours.days; day += 1) {
    if (isCovered(halfHours, day * SLOTS_PER_DAY, (day + 1) * SLOTS_PER_DAY)) dates += 1;
  }
  return dates;
}
