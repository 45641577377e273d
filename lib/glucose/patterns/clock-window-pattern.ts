import type { HoursOfDay } from "../parts-of-day";
import { type Excursion, isOften } from "./excursions";
import { datesOf, type HalfHours } from "./half-hours";
import { DAYS_MIN, type PatternResultOf } from "./pattern";
import { chanceOfWindow, lookAtWindow, windowOf } from "./time-of-day";

/** The rules about fixed hours of the clock. */
type HoursPatternId = "night-lows" | "night-highs" | "post-breakfast-highs";

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
export function clockWindowPattern<Id extends HoursPatternId>(
  id: Id,
  excursion: Excursion,
  { halfHours, episodeMs }: WindowEvidence,
  hours: HoursOfDay,
): PatternResultOf<Id> {
  const window = windowOf(hours, excursion.minutesMin);
  const look = lookAtWindow(halfHours, episodeMs, window);
  const looked = look.looked.length;
  const happened = look.happened.length;
  const rule = { id, rule: { ...excursion, ...hours }, daysLooked: looked };
  if (looked < DAYS_MIN) return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: null };
  return {
    ...rule,
    state: isOften(excursion, happened, looked) ? "found" : "not-found",
    finding: { happened, looked },
    dates: datesOf(halfHours, look.happened),
    ...hours,
    effect: { value: (100 * happened) / looked, unit: "percent of dates" },
    chance: { probability: chanceOfWindow(halfHours, episodeMs, { window, look }), looks: 1 },
  };
}
