import type { Instant } from "@/lib/clock";
import { activePercent, type CoveredPeriod, expectedReadings } from "./coverage";
import type { Gap } from "./figures";
import { type LocalDate, localDateOfEpochDay } from "./local-time";
import type { Timeline } from "./timeline";
import { hull, instantsOfDates } from "./wall-clock";

/** How much the sensor was active on one local date. */
export interface WornDay {
  readonly date: LocalDate;
  /** The date on the person's own clock; both the same for a date that a journey skipped. */
  readonly from: Instant;
  readonly to: Instant;
  /** Readings counted once per cadence. */
  readonly observed: number;
  /** The part of the date that has been asked for. */
  readonly expectedMinutes: number;
  readonly expected: number;
  /** 0–100; 0 where nothing could have been there. */
  readonly activePercent: number;
  /** `observed` times the cadence. */
  readonly hours: number;
}

/** How much the sensor was active over several dates. */
export interface WearCount {
  readonly days: number;
  readonly daysWithReadings: number;
  /** Dates with at least `WORN_DAY_PERCENT_MIN` of the expected readings. */
  readonly daysByPercent: number;
  /** Dates with at least `WORN_DAY_HOURS_MIN` hours of readings. */
  readonly daysByHours: number;
  readonly observed: number;
  readonly expected: number;
  /** 0–100. */
  readonly activePercent: number;
}

/** The share from which glucose figures of 14 days count as representative (Battelino 2019, doi 10.2337/dci19-0028). */
export const WORN_DAY_PERCENT_MIN = 70;
/** A second, laxer count beside it. Which one a payer's rule asks for is theirs to say, so a page shows both. */
export const WORN_DAY_HOURS_MIN = 10;

/** Each date of a covered period, ascending; also those without readings. */
export function wornDays({ days }: CoveredPeriod, { cadenceMinutes, offsets }: Timeline): WornDay[] {
  let before: Instant | null = null;
  return Array.from({ length: days.days }, (_, i) => {
    const day = days.firstDay + i;
    const span = hull(instantsOfDates(offsets, day, day));
    const from = span?.from ?? before ?? 0;
    const to = span?.to ?? from;
    before = to;
    const observed = days.observed[i] ?? 0;
    const expectedMinutes = days.expectedMinutes[i] ?? 0;
    const expected = expectedReadings(expectedMinutes, cadenceMinutes);
    return {
      date: localDateOfEpochDay(day),
      from,
      to,
      observed,
      expectedMinutes,
      expected,
      activePercent: activePercent(observed, expected),
      hours: (observed * cadenceMinutes) / 60,
    };
  });
}

/** The days counted together. Over a whole period `activePercent` is that of its coverage. */
export function countWear(days: readonly WornDay[], cadenceMinutes: number): WearCount {
  const observed = days.reduce((sum, day) => sum + day.observed, 0);
  // Minutes are added up before they are rounded to readings, or small remainders of each day would add up too.
  const minutes = days.reduce((sum, day) => sum + day.expectedMinutes, 0);
  const expected = expectedReadings(minutes, cadenceMinutes);
  const count = (holds: (day: WornDay) => boolean) => days.filter(holds).length;
  return {
    days: days.length,
    daysWithReadings: count((day) => day.observed > 0),
    daysByPercent: count((day) => day.observed > 0 && day.activePercent >= WORN_DAY_PERCENT_MIN),
    daysByHours: count((day) => day.hours >= WORN_DAY_HOURS_MIN),
    observed,
    expected,
    activePercent: activePercent(observed, expected),
  };
}

/** A gap, and whether a sensor was started in it: a fact beside it, not its cause. */
export interface WearGap extends Gap {
  readonly sensorStarted: boolean;
}

/** Longest first; of equals the later one first. */
export function longestGaps(gaps: readonly Gap[], sensorStarts: readonly Instant[]): WearGap[] {
  return gaps
    .map((gap) => ({
      ...gap,
      sensorStarted: sensorStarts.some((at) => at >= gap.from && at < gap.to),
    }))
    .sort((a, b) => b.minutes - a.minutes || b.from - a.from);
}
