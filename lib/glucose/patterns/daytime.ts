import type { HoursOfDay } from "../parts-of-day";
import type { WindowEvidence } from "./clock-window-pattern";
import { type Excursion, isOften } from "./excursions";
import { datesOf } from "./half-hours";
import { DAYS_MIN, type PatternResultOf } from "./pattern";
import { chanceOfWindow, lookAtWindow, onHalfHours, windowOf } from "./time-of-day";

const BLOCK_MINUTES = 180;
const MINUTES_PER_DAY = 1_440;

/**
 * Lows, or highs, that return at one time of day: `day-lows` and `day-highs`.
 *
 * The clock's eight blocks of three hours are looked at (00:00–03:00 and so on) except those wholly within the night.
 * A date counts when episodes fill at least 15 (highs: 60) minutes of the block. The block with the most such dates
 * is named, the earliest of equals; found from 2 dates and 20 % (highs: 30 %) of those with 70 % of the block's
 * readings. Too little data when no block has 7 of them.
 *
 * The probability (`chanceOfWindow`) is multiplied by the blocks looked at (Bonferroni), at most 1.
 */
export function daytimePattern<Id extends "day-lows" | "day-highs">(
  id: Id,
  excursion: Excursion,
  { halfHours, episodeMs, night }: WindowEvidence & { readonly night: HoursOfDay },
): PatternResultOf<Id> {
  const looks = blocksOutside(onHalfHours(night)).map((hours) => {
    const window = windowOf(hours, excursion.minutesMin);
    return { hours, window, look: lookAtWindow(halfHours, episodeMs, window) };
  });
  const judged = looks.filter(({ look }) => look.looked.length >= DAYS_MIN);
  const rule = { id, rule: { ...excursion, blockHours: BLOCK_MINUTES / 60 } };
  const [first, ...others] = judged;
  if (first === undefined) {
    const daysLooked = looks.reduce((most, { look }) => Math.max(most, look.looked.length), 0);
    return { ...rule, daysLooked, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: null };
  }
  const most = others.reduce(
    (best, each) => (each.look.happened.length > best.look.happened.length ? each : best),
    first,
  );
  const daysLooked = most.look.looked.length;
  const happened = most.look.happened.length;
  return {
    ...rule,
    daysLooked,
    state: isOften(excursion, happened, daysLooked) ? "found" : "not-found",
    finding: { happened, looked: daysLooked, ...most.hours },
    dates: datesOf(halfHours, most.look.happened),
    ...most.hours,
    effect: { value: (100 * happened) / daysLooked, unit: "percent of dates" },
    chance: {
      probability: Math.min(1, chanceOfWindow(halfHours, episodeMs, most) * judged.length),
      looks: judged.length,
    },
  };
}

function blocksOutside({ fromMinute, toMinute }: HoursOfDay): HoursOfDay[] {
  const starts = Array.from({ length: MINUTES_PER_DAY / BLOCK_MINUTES }, (_, i) => i * BLOCK_MINUTES);
  const isInNight = (from: number, to: number) =>
    fromMinute < toMinute ? from >= fromMinute && to <= toMinute : from >= fromMinute || to <= toMinute;
  return starts
    .map((from) => ({ fromMinute: from, toMinute: from + BLOCK_MINUTES }))
    .filter((block) => !isInNight(block.fromMinute, block.toMinute));
}
