import type { HoursOfDay } from "../parts-of-day";
import { type Excursion, excursionTitle, excursionWords, isOften } from "./excursions";
import { dateOfDay, type HalfHours } from "./half-hours";
import { DAYS_MIN, type PatternId, type PatternResult } from "./pattern";
import { chanceOfWindow, lookAtWindow, onHalfHours, windowOf } from "./time-of-day";

/**
 * Nights with lows, or with highs: `night-lows` and `night-highs`.
 *
 * A night counts when episodes fill at least 15 (highs: 60) of its minutes; found from 2 nights and 20 % (highs: 30 %)
 * of those that have 70 % of their readings. Too little data below 7 such nights. `episodeMs` holds the ms within
 * episodes per half hour. A night over midnight belongs to the date on which it ends. Chance: `chanceOfWindow`.
 */
export function nightPattern(
  id: Extract<PatternId, "night-lows" | "night-highs">,
  excursion: Excursion,
  { halfHours, episodeMs, night }: { halfHours: HalfHours; episodeMs: Float64Array; night: HoursOfDay },
): PatternResult {
  const hours = onHalfHours(night);
  const { minutesMin, datesMin, percentMin } = excursion;
  const window = windowOf(hours, minutesMin);
  const look = lookAtWindow(halfHours, episodeMs, window);
  const looked = look.looked.length;
  const happened = look.happened.length;
  const rule = {
    id,
    title: [...excursionTitle(excursion), " at night"],
    rule: [
      ...excursionWords(excursion),
      "between ",
      { minuteOfDay: hours.fromMinute },
      " and ",
      { minuteOfDay: hours.toMinute },
      `, on at least ${datesMin} nights and `,
      { percent: percentMin },
      " of the nights with ",
      { percent: 70 },
      " of their readings.",
    ],
    daysLooked: looked,
  };
  if (looked < DAYS_MIN) {
    const missing = [`${DAYS_MIN} nights with `, { percent: 70 }, ` of their readings; there are ${looked}.`];
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, missing };
  }
  return {
    ...rule,
    state: isOften(excursion, happened, looked) ? "found" : "not-found",
    finding: [`On ${happened} of ${looked} nights.`],
    dates: look.happened.map((day) => dateOfDay(halfHours, day)),
    ...hours,
    effect: { value: (100 * happened) / looked, unit: "percent of dates" },
    chance: {
      probability: chanceOfWindow(halfHours, episodeMs, { window, look }),
      method: [
        "Exact: how likely at least as many dates are if a stretch as long as the night, ",
        "at a random time of each date, is looked at instead.",
      ],
    },
  };
}
