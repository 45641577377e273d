import type { HoursOfDay } from "../parts-of-day";
import { type Excursion, excursionTitle, excursionWords, isOften } from "./excursions";
import { datesOf, type HalfHours } from "./half-hours";
import { DAYS_MIN, type PatternId, type PatternResult } from "./pattern";
import { chanceOfWindow, lookAtWindow, windowOf } from "./time-of-day";

/** The hours of the clock that a rule looks at, and how it speaks of them. */
interface NamedHours {
  /** Both ends on half hours; an end at or before the start means over midnight. */
  readonly hours: HoursOfDay;
  /** After "Glucose below 70 mg/dL". */
  readonly title: string;
  /** What these hours of one date are called, of several. */
  readonly dates: "nights" | "mornings";
  /** After "as long as". */
  readonly length: string;
  /** What has to be said of these hours beside where they begin and end; empty where it is nothing. */
  readonly remark: string;
}

/** What such a rule looks at. */
export interface WindowEvidence {
  readonly halfHours: HalfHours;
  /** Of the lows or the highs: `episodeMsBefore` each half hour. */
  readonly episodeMs: Float64Array;
}

/**
 * Lows, or highs, that return in fixed hours of the clock.
 *
 * A date counts when episodes fill at least 15 (highs: 60) minutes of these hours; found from 2 dates and 20 % (highs:
 * 30 %) of those with 70 % of the hours' readings. Too little data below 7 of these. Hours over midnight belong to the
 * date on which they end. Chance: `chanceOfWindow`.
 */
export function clockWindowPattern(
  id: PatternId,
  excursion: Excursion,
  { halfHours, episodeMs }: WindowEvidence,
  { hours, title, dates, length, remark }: NamedHours,
): PatternResult {
  const { minutesMin, datesMin, percentMin } = excursion;
  const window = windowOf(hours, minutesMin);
  const look = lookAtWindow(halfHours, episodeMs, window);
  const looked = look.looked.length;
  const happened = look.happened.length;
  const rule = {
    id,
    title: [...excursionTitle(excursion), title],
    rule: [
      ...excursionWords(excursion),
      "between ",
      { minuteOfDay: hours.fromMinute },
      " and ",
      { minuteOfDay: hours.toMinute },
      `${remark}, on at least ${datesMin} ${dates} and `,
      { percent: percentMin },
      ` of the ${dates} with `,
      { percent: 70 },
      " of their readings.",
    ],
    daysLooked: looked,
  };
  if (looked < DAYS_MIN) {
    const missing = [
      `${DAYS_MIN} ${dates} with `,
      { percent: 70 },
      ` of their readings; there are ${looked}.`,
    ];
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, missing };
  }
  return {
    ...rule,
    state: isOften(excursion, happened, looked) ? "found" : "not-found",
    finding: [`On ${happened} of ${looked} ${dates}.`],
    dates: datesOf(halfHours, look.happened),
    ...hours,
    effect: { value: (100 * happened) / looked, unit: "percent of dates" },
    chance: {
      probability: chanceOfWindow(halfHours, episodeMs, { window, look }),
      method: [
        `How likely at least as many dates are if a stretch as long as ${length}, `,
        "at a random time of each date, is looked at instead.",
      ],
    },
  };
}
