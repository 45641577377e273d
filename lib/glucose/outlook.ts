import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { activePercent, type CoveredPeriod, expectedReadings } from "./coverage";
import type { Freshness } from "./figures";
import { type LocalDate, localDateOf, localEpochDay } from "./local-time";
import { type Evidence, PROFILE_HOURS_PER_DAY_MIN } from "./sufficiency";

interface OutlookInput {
  readonly covered: CoveredPeriod;
  readonly cadenceMinutes: number;
  readonly freshness: Freshness;
}

/** What the rules look at today. */
export function evidenceOf({ coverage, days, readings }: CoveredPeriod, cadenceMinutes: number): Evidence {
  return {
    hours: coverage.hoursOfReadings,
    readings: readings.length,
    days: coverage.daysWithReadings,
    activePercent: coverage.activePercent,
    profileDays: days.observed.reduce(
      (n, observed) => n + (observed * cadenceMinutes >= PROFILE_HOURS_PER_DAY_MIN * 60 ? 1 : 0),
      0,
    ),
  };
}

/**
 * The first date on which a figure can be there if the sensor is worn without a break from now on, hour by hour ahead:
 * the period moves on with the days and keeps its length. Null for a period that is over, and when even a period worn
 * throughout would not do (GMI in 7 days).
 *
 * The date is one of the wall clock at which the reading that makes the difference can be shown: `delayMinutes` after
 * it was taken.
 */
export function firstDateWhen(
  { covered, cadenceMinutes, freshness }: OutlookInput,
  showable: (evidence: Evidence) => boolean,
): LocalDate | null {
  const { days } = covered;
  const { availableUntil: base, delayMinutes, displayOffsetMinutes } = freshness;
  const lastDay = days.firstDay + days.days - 1;
  if (lastDay < localEpochDay(base, displayOffsetMinutes)) return null;
  const evidenceAt = wornFrom(covered, { cadenceMinutes, base, displayOffsetMinutes });
  // After a whole period of wear the evidence only repeats itself.
  const hoursAhead = (days.days + 1) * 24;
  for (let hour = 1; hour <= hoursAhead; hour += 1) {
    const at = base + hour * HOUR_MS;
    if (showable(evidenceAt(at))) return localDateOf(at + delayMinutes * MINUTE_MS, displayOffsetMinutes);
  }
  return null;
}

/** The evidence at a later instant: past dates that are still in the period, and unbroken wear since `base`. */
function wornFrom(
  { days }: CoveredPeriod,
  clock: { cadenceMinutes: number; base: Instant; displayOffsetMinutes: number },
): (at: Instant) => Evidence {
  const { cadenceMinutes, base, displayOffsetMinutes } = clock;
  const shift = displayOffsetMinutes * MINUTE_MS;
  const baseDay = localEpochDay(base, displayOffsetMinutes);
  const profileReadingsMin = (PROFILE_HOURS_PER_DAY_MIN * 60) / cadenceMinutes;
  const before = prefixSums(days.days, (i) => (days.firstDay + i < baseDay ? (days.observed[i] ?? 0) : 0));
  const minutesBefore = prefixSums(days.days, (i) => days.expectedMinutes[i] ?? 0);
  const daysBefore = prefixSums(days.days, (i) => (days.firstDay + i < baseDay && days.readings[i] ? 1 : 0));
  const profileBefore = prefixSums(days.days, (i) =>
    days.firstDay + i < baseDay && (days.observed[i] ?? 0) >= profileReadingsMin ? 1 : 0,
  );
  const onBaseDay = days.observed[baseDay - days.firstDay] ?? 0;

  return (at) => {
    const atDay = localEpochDay(at, displayOffsetMinutes);
    const firstDay = Math.max(days.firstDay, atDay - days.days + 1);
    const since = Math.min(days.days, firstDay - days.firstDay);
    const fromBefore = (sums: Float64Array) => (sums[days.days] ?? 0) - (sums[since] ?? 0);
    const wornSince = Math.max(base, firstDay * DAY_MS - shift);
    const wornMinutes = (at - wornSince) / MINUTE_MS;
    const baseDayStays = firstDay <= baseDay;
    const observed =
      fromBefore(before) + (baseDayStays ? onBaseDay : 0) + Math.floor(wornMinutes / cadenceMinutes);
    const expected = expectedReadings(fromBefore(minutesBefore) + wornMinutes, cadenceMinutes);
    let profileDays = fromBefore(profileBefore);
    for (let day = Math.max(firstDay, baseDay); day <= atDay; day += 1) {
      const start = Math.max(base, day * DAY_MS - shift);
      const end = Math.min(at, (day + 1) * DAY_MS - shift);
      const readings = (day === baseDay ? onBaseDay : 0) + (end - start) / MINUTE_MS / cadenceMinutes;
      if (readings >= profileReadingsMin) profileDays += 1;
    }
    return {
      hours: (observed * cadenceMinutes) / 60,
      readings: observed,
      days: fromBefore(daysBefore) + (atDay - Math.max(firstDay, baseDay) + 1),
      activePercent: activePercent(observed, expected),
      profileDays,
    };
  };
}

function prefixSums(length: number, valueAt: (i: number) => number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i += 1) sums[i + 1] = (sums[i] ?? 0) + valueAt(i);
  return sums;
}
