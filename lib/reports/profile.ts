import type { TransactionOptions } from "@/lib/db/context";
import type { Freshness } from "@/lib/glucose/figures";
import { type Period, periodBefore } from "@/lib/glucose/period";
import type { ProfileChoice } from "@/lib/glucose/profile-choice";
import { type ProfileCurve, profileCurve } from "@/lib/glucose/profile-curve";
import { ALL_WEEKDAYS, WEEKEND, WORKDAYS } from "@/lib/glucose/weekday-sets";
import { type SummaryInput, workingsOf } from "@/lib/glucose/workings";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

/** What the view of the glucose profile draws. */
export interface ProfileCurves {
  readonly main: ProfileCurve;
  /** What lies over it; null for nothing. */
  readonly over: ProfileCurve | null;
  /** Readings of the period. */
  readonly observed: number;
}

const WEEKDAYS = { all: ALL_WEEKDAYS, weekdays: WORKDAYS, weekend: WEEKEND } as const;

export async function profileCurvesOf(
  access: PatientAccess,
  { period, freshness, chosen }: { period: Period; freshness: Freshness; chosen: ProfileChoice },
  options: TransactionOptions = {},
): Promise<ProfileCurves> {
  const [input, before] = await Promise.all([
    loadPeriodInput(access, period, freshness, options),
    chosen.compare === "before"
      ? loadPeriodInput(access, periodBefore(period), freshness, options)
      : Promise.resolve(null),
  ]);
  return profileCurvesFrom(input, before, chosen);
}

/** The same from what was read; `before` only where the period before is to lie over this one. Pure. */
export function profileCurvesFrom(
  input: SummaryInput,
  before: SummaryInput | null,
  { compare, ...chosen }: ProfileChoice,
): ProfileCurves {
  const workings = workingsOf(input);
  const { observed } = workings.covered.coverage;
  const detail = { binMinutes: chosen.binMinutes, smooth: chosen.smooth };
  if (compare === "weekend")
    return {
      main: profileCurve(workings, { ...detail, weekdays: WORKDAYS }),
      over: profileCurve(workings, { ...detail, weekdays: WEEKEND }),
      observed,
    };
  const options = { ...detail, weekdays: WEEKDAYS[chosen.weekdays] };
  return {
    main: profileCurve(workings, options),
    over: before === null ? null : profileCurve(workingsOf(before), options),
    observed,
  };
}
