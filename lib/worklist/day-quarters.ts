import type { CoveredPeriod } from "@/lib/glucose/coverage";
import { localDateOfEpochDay, minuteOfDay } from "@/lib/glucose/local-time";
import type { RangeBounds } from "@/lib/glucose/ranges";
import type { PreviewDay } from "./preview";

const QUARTER_MINUTES = 15;
const QUARTERS = 96;
/** As many dates as fit beside a list. */
const PREVIEW_DAYS_MAX = 14;

/**
 * The newest dates of a period as traces of 96 points by the clock on the wall, ascending, also those without readings. No
 * low is averaged away: a quarter shows its lowest reading where any lies below the range (see `PreviewDay`).
 */
export function dayQuarters(
  { readings, days }: Pick<CoveredPeriod, "readings" | "days">,
  { low1, high1 }: Pick<RangeBounds, "low1" | "high1">,
): Omit<PreviewDay, "inRange">[] {
  const first = Math.max(0, days.days - PREVIEW_DAYS_MAX);
  const quarters = Array.from({ length: days.days - first }, () => new Array<Quarter | undefined>(QUARTERS));
  for (let i = 0; i < readings.length; i += 1) {
    const ofDay = quarters[(days.dayOf[i] ?? 0) - first];
    if (ofDay === undefined) continue;
    const at = Math.floor(
      minuteOfDay(readings.systemTime[i] ?? 0, readings.displayOffsetMinutes[i] ?? 0) / QUARTER_MINUTES,
    );
    ofDay[at] = withValue(ofDay[at], readings.value[i] ?? 0);
  }
  return quarters.map((ofDay, i) => ({
    date: localDateOfEpochDay(days.firstDay + first + i),
    values: Array.from(ofDay, (quarter) =>
      quarter === undefined ? null : shownOf(quarter, { low1, high1 }),
    ),
  }));
}

interface Quarter {
  readonly count: number;
  readonly sum: number;
  readonly lowest: number;
  readonly highest: number;
}

function withValue(quarter: Quarter | undefined, value: number): Quarter {
  if (quarter === undefined) return { count: 1, sum: value, lowest: value, highest: value };
  return {
    count: quarter.count + 1,
    sum: quarter.sum + value,
    lowest: Math.min(quarter.lowest, value),
    highest: Math.max(quarter.highest, value),
  };
}

function shownOf(
  { count, sum, lowest, highest }: Quarter,
  { low1, high1 }: Pick<RangeBounds, "low1" | "high1">,
): number {
  if (lowest < low1) return Math.round(lowest);
  return Math.round(highest > high1 ? highest : sum / count);
}
