import type { TransactionOptions } from "@/lib/db/context";
import { episodesOf } from "@/lib/glucose/episodes";
import type { Freshness, Profile } from "@/lib/glucose/figures";
import type { Patterns } from "@/lib/glucose/patterns/find-patterns";
import type { Period } from "@/lib/glucose/period";
import { patternsOf } from "@/lib/glucose/period-patterns";
import { profileOf } from "@/lib/glucose/profile";
import { type DaySparkline, daySparklines } from "@/lib/glucose/sparkline";
import { type SummaryInput, workingsOf } from "@/lib/glucose/workings";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";

/** What Patterns shows: the answer of every rule, and the curves that let a reader see it. */
export interface PatternsReport {
  readonly patterns: Patterns;
  /** The hourly profile of the period, on which the time of day of a pattern is marked. */
  readonly profile: Profile;
  /** Each date of the period, small. */
  readonly sparklines: readonly DaySparkline[];
  /** Readings in the period; with none there is nothing to look at. */
  readonly observed: number;
}

export async function patternsReportOf(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<PatternsReport> {
  return patternsReportFrom(await loadPeriodInput(access, period, freshness, options));
}

/** The same from what the figures of the period rest on. Pure. */
export function patternsReportFrom(input: SummaryInput): PatternsReport {
  const workings = workingsOf(input);
  const { covered, grid, bounds, sufficiency } = workings;
  return {
    patterns: patternsOf(workings, episodesOf(grid, bounds)),
    profile: profileOf(covered.readings, 60, sufficiency.profile),
    sparklines: daySparklines(workings),
    observed: covered.coverage.observed,
  };
}
