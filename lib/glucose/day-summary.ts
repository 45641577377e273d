import { activePercent, type CoveredPeriod, expectedReadings } from "./coverage";
import type { DaySummary } from "./figures";
import { localDateOfEpochDay } from "./local-time";
import { bandIndex, RANGE_BOUNDS, type RangeBounds } from "./ranges";

/** Each date of a covered period, ascending; also those without readings. Shares are 0–1, mean mg/dL. */
export function daySummaries(
  { readings, days }: CoveredPeriod,
  cadenceMinutes: number,
  bounds: RangeBounds = RANGE_BOUNDS["mg/dL"],
): DaySummary[] {
  const sums = new Float64Array(days.days);
  const inBand = new Uint32Array(days.days * 5);
  for (let i = 0; i < readings.length; i += 1) {
    const value = readings.value[i] ?? 0;
    const day = days.dayOf[i] ?? 0;
    const cell = day * 5 + bandIndex(value, bounds);
    sums[day] = (sums[day] ?? 0) + value;
    inBand[cell] = (inBand[cell] ?? 0) + 1;
  }
  return Array.from({ length: days.days }, (_, day) => {
    const count = days.readings[day] ?? 0;
    const band = (i: number) => inBand[day * 5 + i] ?? 0;
    const share = (n: number) => (count === 0 ? null : n / count);
    return {
      date: localDateOfEpochDay(days.firstDay + day),
      count,
      targetShare: share(band(2)),
      belowShare: share(band(0) + band(1)),
      aboveShare: share(band(3) + band(4)),
      mean: share(sums[day] ?? 0),
      activePercent: activePercent(
        days.observed[day] ?? 0,
        expectedReadings(days.expectedMinutes[day] ?? 0, cadenceMinutes),
      ),
      lengthMinutes: days.lengthMinutes[day] ?? 0,
    };
  });
}

/** The lowest and the highest reading of each date of a covered period, mg/dL; NaN for dates without readings. */
export function dailyExtremes({ readings, days }: Pick<CoveredPeriod, "readings" | "days">): {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
} {
  const lowest = new Float64Array(days.days).fill(Number.NaN);
  const highest = new Float64Array(days.days).fill(Number.NaN);
  for (let i = 0; i < readings.length; i += 1) {
    const value = readings.value[i] ?? 0;
    const day = days.dayOf[i] ?? 0;
    // Written so that the first value of a date replaces its NaN.
    if (!((lowest[day] ?? 0) <= value)) lowest[day] = value;
    if (!((highest[day] ?? 0) >= value)) highest[day] = value;
  }
  return { lowest, highest };
}
