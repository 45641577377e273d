import type { BinMinutes } from "./agp";
import type { Profile } from "./figures";
import { evidenceOf } from "./outlook";
import type { Period } from "./period";
import { onWeekdays, profileOf, type Weekday } from "./profile";
import { judge } from "./sufficiency";
import { isEveryDay } from "./weekday-sets";
import type { Workings } from "./workings";

/** Which profile of a period to draw. */
export interface CurveOptions {
  readonly binMinutes: BinMinutes;
  /** Hourly points smoothed round the clock with 1-4-1; finer ones are always raw. */
  readonly smooth: boolean;
  readonly weekdays: readonly Weekday[];
}

/** A profile with what it is a profile of. */
export interface ProfileCurve {
  readonly period: Period;
  readonly weekdays: readonly Weekday[];
  readonly profile: Profile;
  /** Dates with readings behind it. */
  readonly days: number;
}

/** The profile of some weekdays of a period, judged by its own dates. */
export function profileCurve(
  { input, covered, cadenceMinutes, sufficiency }: Workings,
  { binMinutes, smooth, weekdays }: CurveOptions,
): ProfileCurve {
  const isAll = isEveryDay(weekdays);
  const some = isAll ? covered : onWeekdays(covered, weekdays);
  const evidence = evidenceOf(some, cadenceMinutes);
  // Only whole periods have an outlook: when a Saturday will be worn cannot be told from now on.
  const verdict = isAll ? sufficiency.profile : judge(evidence, () => null).profile;
  return {
    period: input.period,
    weekdays,
    profile: profileOf(some.readings, binMinutes, verdict, smooth),
    days: evidence.days,
  };
}
