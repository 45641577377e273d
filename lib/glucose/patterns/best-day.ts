import { RANGE_BOUNDS } from "../ranges";
import { dateOfDay, type HalfHours, SLOTS_PER_DAY } from "./half-hours";
import type { JudgedDates } from "./judged-dates";
import { DAYS_MIN, type PatternResult, tooFewDates } from "./pattern";

const { low1, high1 } = RANGE_BOUNDS["mg/dL"];

/**
 * The date with the highest share of readings from 70 to 180 mg/dL (`best-day`), among dates with 70 % of their
 * readings; all of them when several are equal. Descriptive: there always is one. Too little data below 7 dates.
 */
export function bestDay(halfHours: HalfHours, judged: JudgedDates): PatternResult {
  const rule = {
    id: "best-day",
    title: ["Most time in range"],
    rule: [
      "The date with the highest share of readings from ",
      { mgDl: low1 },
      " to ",
      { mgDl: high1 },
      ", of the dates that have ",
      { percent: 70 },
      " of their readings.",
    ],
    daysLooked: judged.length,
  } as const;
  if (judged.length < DAYS_MIN) {
    const missing = tooFewDates(DAYS_MIN, judged.length);
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, missing };
  }
  const shares = [...judged.day].map((day) => shareInTarget(halfHours, day));
  const highest = Math.max(...shares);
  const dates = [...judged.day]
    .filter((_, i) => shares[i] === highest)
    .map((day) => dateOfDay(halfHours, day));
  return {
    ...rule,
    state: "found",
    finding: [
      { percent: 100 * highest },
      ` of readings in range on ${dates.length === 1 ? "one date" : `${dates.length} dates`}.`,
    ],
    dates,
    fromMinute: null,
    toMinute: null,
    effect: { value: 100 * highest, unit: "percent of readings" },
    chance: { probability: null, method: ["Not tested: it is the highest of the dates looked at."] },
  };
}

function shareInTarget({ count, inTarget }: HalfHours, day: number): number {
  let readings = 0;
  let within = 0;
  for (let slot = day * SLOTS_PER_DAY; slot < (day + 1) * SLOTS_PER_DAY; slot += 1) {
    readings += count[slot] ?? 0;
    within += inTarget[slot] ?? 0;
  }
  return within / readings;
}
