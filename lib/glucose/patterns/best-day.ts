import type { RangeBounds } from "../ranges";
import { datesOf, type HalfHours, SLOTS_PER_DAY } from "./half-hours";
import type { JudgedDates } from "./judged-dates";
import { DAYS_MIN, type PatternResultOf } from "./pattern";

/**
 * The date with the highest share of readings in the target range (`best-day`), among dates with 70 % of their readings;
 * all of them when several are equal. Descriptive: there always is one. Too little data below 7 dates. `low1` and
 * `high1` are the range's edges in mg/dL, which `halfHours` were counted with.
 */
export function bestDay(
  halfHours: HalfHours,
  judged: JudgedDates,
  { low1, high1 }: Pick<RangeBounds, "low1" | "high1">,
): PatternResultOf<"best-day"> {
  const rule = {
    id: "best-day",
    rule: { lowMgDl: low1, highMgDl: high1 },
    daysLooked: judged.length,
  } as const;
  if (judged.length < DAYS_MIN) {
    return { ...rule, state: "too-little-data", daysMin: DAYS_MIN, weekendDays: null };
  }
  const best: number[] = [];
  let highest = 0;
  for (const day of judged.day) {
    const share = shareInTarget(halfHours, day);
    if (share < highest) continue;
    if (share > highest) best.length = 0;
    highest = share;
    best.push(day);
  }
  const dates = datesOf(halfHours, best);
  return {
    ...rule,
    state: "found",
    finding: { percent: 100 * highest, dates: dates.length },
    dates,
    fromMinute: null,
    toMinute: null,
    effect: { value: 100 * highest, unit: "percent of readings" },
    chance: { probability: null, looks: 1 },
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
