import { BIN_DAYS_MIN, type BinMinutes, percentilesByTimeOfDay, smoothed } from "./agp";
import type { CoveredPeriod } from "./coverage";
import type { Profile } from "./figures";
import { localDateOfEpochDay, weekday } from "./local-time";
import { evidenceOf } from "./outlook";
import type { EgvSeries } from "./reading";
import { filterSeries } from "./series";
import { judge } from "./sufficiency";
import type { Verdict } from "./verdict";
import { type SummaryInput, workingsOf } from "./workings";

/** ISO weekdays: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface ProfileOptions {
  /** 60 is hourly and smoothed round the clock with 1-4-1; 15 and 5 are raw. */
  readonly binMinutes: BinMinutes;
  /** Only the dates on these weekdays, judged by themselves; all unless given. */
  readonly weekdays?: readonly Weekday[];
}

/**
 * The glucose profile alone, hourly or in finer bins, of all dates or of some weekdays. Some weekdays are judged by
 * their own dates and get no date on which they will be enough.
 */
export function glucoseProfile(input: SummaryInput, { binMinutes, weekdays }: ProfileOptions): Profile {
  const { covered, cadenceMinutes, sufficiency } = workingsOf(input);
  if (weekdays === undefined) return profileOf(covered.readings, binMinutes, sufficiency.profile);
  const some = onWeekdays(covered, weekdays);
  const verdict = judge(evidenceOf(some, cadenceMinutes), () => null).profile;
  return profileOf(some.readings, binMinutes, verdict);
}

/** The part of a covered period that lies on some weekdays. */
export function onWeekdays(
  { readings, days }: CoveredPeriod,
  weekdays: readonly Weekday[],
): Pick<CoveredPeriod, "readings" | "days"> {
  const wanted = Uint8Array.from({ length: days.days }, (_, day) =>
    weekdays.some((one) => one === weekday(localDateOfEpochDay(days.firstDay + day))) ? 1 : 0,
  );
  const ifWanted = (n: number, day: number) => n * (wanted[day] ?? 0);
  return {
    readings: filterSeries(readings, (i) => wanted[days.dayOf[i] ?? 0] === 1),
    days: {
      ...days,
      dayOf: days.dayOf.filter((day) => wanted[day] === 1),
      readings: days.readings.map(ifWanted),
      observed: days.observed.map(ifWanted),
      expectedMinutes: days.expectedMinutes.map(ifWanted),
    },
  };
}

/** Hourly points are smoothed unless `smooth` is false; finer ones never are. */
export function profileOf(
  readings: EgvSeries,
  binMinutes: BinMinutes,
  verdict: Verdict,
  smooth = true,
): Profile {
  const raw = percentilesByTimeOfDay(readings, { binMinutes, binDaysMin: BIN_DAYS_MIN });
  const isSmoothed = smooth && binMinutes === 60;
  return { binMinutes, smoothed: isSmoothed, points: isSmoothed ? smoothed(raw) : raw, verdict };
}
