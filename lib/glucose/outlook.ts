import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { activePercent, type CoveredPeriod, type DayColumns, expectedReadings } from "./coverage";
import type { Freshness } from "./figures";
import { type LocalDate, localDateOf, localEpochDay } from "./local-time";
import { type Evidence, PROFILE_HOURS_PER_DAY_MIN } from "./sufficiency";

/** What has to be known about time to look ahead. */
export type OutlookClock = Pick<Freshness, "availableUntil" | "delayMinutes" | "displayOffsetMinutes">;

interface CoveredDays {
  readonly days: Pick<DayColumns, "firstDay" | "days" | "readings" | "observed" | "expectedMinutes">;
}

interface OutlookInput {
  readonly covered: CoveredDays;
  readonly cadenceMinutes: number;
  readonly freshness: OutlookClock;
}

/** What the rules look at today: the readings that the figures use, against what the period could have held. */
export function evidenceOf(
  { days, readings }: Pick<CoveredPeriod, "days" | "readings">,
  cadenceMinutes: number,
): Evidence {
  const profileReadingsMin = (PROFILE_HOURS_PER_DAY_MIN * 60) / cadenceMinutes;
  let observed = 0;
  let expectedMinutes = 0;
  let daysWithReadings = 0;
  let profileDays = 0;
  let inARow = 0;
  let consecutiveDays = 0;
  for (let day = 0; day < days.days; day += 1) {
    const onDay = days.observed[day] ?? 0;
    observed += onDay;
    expectedMinutes += days.expectedMinutes[day] ?? 0;
    if (onDay >= profileReadingsMin) profileDays += 1;
    inARow = days.readings[day] ? inARow + 1 : 0;
    if (inARow > 0) daysWithReadings += 1;
    consecutiveDays = Math.max(consecutiveDays, inARow);
  }
  return {
    hours: (observed * cadenceMinutes) / 60,
    readings: readings.length,
    days: daysWithReadings,
    activePercent: activePercent(observed, expectedReadings(expectedMinutes, cadenceMinutes)),
    profileDays,
    consecutiveDays,
  };
}

/**
 * The first date on which a figure can be there if the sensor is worn without a break from now on: the period moves on
 * with the days and keeps its length. Null for a period that is over, and when even a period worn throughout would not
 * do (GMI in 7 days).
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
  const shift = displayOffsetMinutes * MINUTE_MS;
  const baseDay = localEpochDay(base, displayOffsetMinutes);
  const lastDay = days.firstDay + days.days - 1;
  if (lastDay < baseDay) return null;
  const evidenceAt = wornFrom(covered, { cadenceMinutes, base, displayOffsetMinutes });
  // After a whole period of wear the evidence only repeats itself.
  for (let day = baseDay; day <= lastDay + days.days; day += 1) {
    // Within a date the period stands still and evidence only grows: its last moment decides, then the first is sought.
    const endOfDay = (day + 1) * DAY_MS - shift - 1;
    if (!showable(evidenceAt(endOfDay))) continue;
    let at = Math.max(base, day * DAY_MS - shift);
    while (at < endOfDay && !showable(evidenceAt(at))) at += cadenceMinutes * MINUTE_MS;
    return localDateOf(at + delayMinutes * MINUTE_MS, displayOffsetMinutes);
  }
  return null;
}

/** The evidence at a later instant: past dates that are still in the period, and unbroken wear since `base`. */
function wornFrom(
  { days }: CoveredDays,
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
  let runBefore = 0;
  while (days.readings[baseDay - days.firstDay - 1 - runBefore]) runBefore += 1;
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
    const readingsOn = (day: number) => {
      const start = Math.max(base, day * DAY_MS - shift);
      const end = Math.min(at, (day + 1) * DAY_MS - shift);
      return (day === baseDay ? onBaseDay : 0) + (end - start) / MINUTE_MS / cadenceMinutes;
    };
    const firstWorn = Math.max(firstDay, baseDay);
    // Dates between the first worn one and the last are worn from midnight to midnight.
    const edges = firstWorn === atDay ? [atDay] : [firstWorn, atDay];
    const between = Math.max(0, atDay - firstWorn - 1);
    const profileDays =
      fromBefore(profileBefore) +
      between +
      edges.filter((day) => readingsOn(day) >= profileReadingsMin).length;
    const wornInARow = atDay - firstWorn + 1 + (firstWorn === baseDay ? runBefore : 0);
    return {
      hours: (observed * cadenceMinutes) / 60,
      readings: observed,
      days: fromBefore(daysBefore) + (atDay - firstWorn + 1),
      activePercent: activePercent(observed, expected),
      profileDays,
      consecutiveDays: Math.min(wornInARow, atDay - firstDay + 1),
    };
  };
}

function prefixSums(length: number, valueAt: (i: number) => number): Float64Array {
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i += 1) sums[i + 1] = (sums[i] ?? 0) + valueAt(i);
  return sums;
}
