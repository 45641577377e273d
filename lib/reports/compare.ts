import type { TransactionOptions } from "@/lib/db/context";
import type { BandShare } from "@/lib/glucose/bands";
import { type Comparison, compareSides, sideOf } from "@/lib/glucose/compare/compare-periods";
import type { Freshness, Profile, Summary } from "@/lib/glucose/figures";
import { daysBetween } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Verdict } from "@/lib/glucose/verdict";
import type { SummaryInput } from "@/lib/glucose/workings";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInputs } from "./period-input";

/** What Compare shows of one of the two periods. */
export interface ComparedPeriod {
  readonly period: Period;
  readonly readings: number;
  readonly daysWithReadings: number;
  readonly activePercent: number;
  readonly bands: readonly BandShare[];
  /** Whether there is enough data for the bands. */
  readonly verdict: Verdict;
  readonly profile: Profile;
}

/** Two periods in the order of their dates, whichever of them the page is about. */
export interface ComparedPeriods {
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
  /** Dates that are in both; the intervals take the periods as independent, which they then are not. */
  readonly sharedDays: number;
  readonly comparison: Comparison;
}

export async function compareOf(
  access: PatientAccess,
  { period, other }: { readonly period: Period; readonly other: Period },
  freshness: Freshness,
  { ranges = "standard", ...options }: TransactionOptions & { readonly ranges?: RangeSetChoice } = {},
): Promise<ComparedPeriods> {
  const [input, inputOther] = await loadPeriodInputs(access, [period, other], freshness, options);
  return compareFrom(input, inputOther, ranges);
}

/** The same from what the figures of both periods rest on, in either order. Pure. */
export function compareFrom(
  one: SummaryInput,
  other: SummaryInput,
  ranges: RangeSetChoice = "standard",
): ComparedPeriods {
  const [earlier, later] = isEarlier(one.period, other.period) ? [one, other] : [other, one];
  const set = RANGE_SETS[ranges];
  const sides = { before: sideOf(earlier, set), after: sideOf(later, set) };
  return {
    before: comparedPeriod(sides.before.summary, earlier.period),
    after: comparedPeriod(sides.after.summary, later.period),
    sharedDays: sharedDays(earlier.period, later.period),
    comparison: compareSides(sides),
  };
}

function isEarlier(one: Period, other: Period): boolean {
  return one.from === other.from ? one.to < other.to : one.from < other.from;
}

function sharedDays(earlier: Period, later: Period): number {
  const last = earlier.to < later.to ? earlier.to : later.to;
  return Math.max(0, daysBetween(later.from, last) + 1);
}

function comparedPeriod(summary: Summary, period: Period): ComparedPeriod {
  const { coverage, bands, profile, sufficiency } = summary;
  const { observed, daysWithReadings, activePercent } = coverage;
  return {
    period,
    readings: observed,
    daysWithReadings,
    activePercent,
    bands,
    verdict: sufficiency.timeInRanges,
    profile,
  };
}
