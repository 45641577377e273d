import type { GlucoseUnit } from "@/lib/format/unit";
import { type CoveredPeriod, coverPeriod } from "./coverage";
import { type Distribution, distributionOf } from "./distribution";
import { type AppliedExclusions, applyExclusions } from "./exclusions/apply-exclusions";
import type { Exclusion } from "./exclusions/exclusion";
import type { Freshness } from "./figures";
import { type GlucoseGrid, gridOf } from "./grid";
import { evidenceOf, firstDateWhen } from "./outlook";
import type { HoursOfDay } from "./parts-of-day";
import type { Period } from "./period";
import { boundsInMgDl, type RangeSet } from "./range-sets";
import type { RangeBounds } from "./ranges";
import type { EgvSeries } from "./reading";
import { sliceByLocalDates } from "./series";
import { judge } from "./sufficiency";
import { timelineOf } from "./timeline";
import type { Sufficiency } from "./verdict";
import type { OffsetSpan } from "./wall-clock";

export interface SummaryInput {
  /** All readings from one UTC day before the period to one after (`instantsToLoad`); more do no harm. */
  readonly series: EgvSeries;
  readonly period: Period;
  readonly freshness: Freshness;
  /** Readings to leave out of the figures; none unless given. */
  readonly exclusions?: readonly Exclusion[];
  /** The unit in which the readings were received, which decides their band; mg/dL unless given. */
  readonly sourceUnit?: GlucoseUnit;
  /** A person's own ranges, shown beside the standard ones; none unless given. */
  readonly ranges?: RangeSet;
  /** 00:00 to 06:00 unless given. */
  readonly night?: HoursOfDay;
}

/** What the figures of one period are computed from, made once. */
export interface Workings {
  readonly input: SummaryInput;
  readonly cadenceMinutes: number;
  /** The display offsets by time, of everything. */
  readonly offsets: readonly OffsetSpan[];
  /** `readings` and `days` without what was excluded; `coverage` of everything, since it was worn all the same. */
  readonly covered: CoveredPeriod;
  /** What was left out, with its readings in this period. */
  readonly exclusions: AppliedExclusions["excluded"];
  readonly sufficiency: Sufficiency;
  readonly distribution: Distribution;
  /** Null without readings. */
  readonly grid: GlucoseGrid | null;
  /** The consensus bounds of the source unit, in mg/dL. */
  readonly bounds: RangeBounds;
}

export function workingsOf(input: SummaryInput): Workings {
  const { series, period, freshness, exclusions = [], sourceUnit = "mg/dL" } = input;
  const timeline = timelineOf(series, freshness);
  const { cadenceMinutes } = timeline;
  const everything = coverPeriod(timeline, period);
  const { covered, excluded } =
    exclusions.length === 0 ? { covered: everything, excluded: [] } : without(exclusions, everything, input);
  return {
    input,
    cadenceMinutes,
    offsets: timeline.offsets,
    covered,
    exclusions: excluded,
    sufficiency: judge(evidenceOf(covered, cadenceMinutes), (showable) =>
      firstDateWhen({ covered, cadenceMinutes, freshness }, showable),
    ),
    distribution: distributionOf(covered.readings.value),
    grid: gridOf(covered.readings),
    bounds: boundsInMgDl(sourceUnit),
  };
}

/** Excluded before one sensor is chosen at a time, so that an earlier sensor speaks for the first hours of the next. */
function without(
  exclusions: readonly Exclusion[],
  { coverage }: CoveredPeriod,
  { series, period, freshness }: SummaryInput,
): { readonly covered: CoveredPeriod; readonly excluded: AppliedExclusions["excluded"] } {
  const kept = coverPeriod(timelineOf(applyExclusions(series, exclusions).kept, freshness), period);
  const inPeriod = applyExclusions(sliceByLocalDates(series, period), exclusions);
  return {
    covered: { ...kept, coverage: { ...coverage, excluded: inPeriod.readings } },
    excluded: inPeriod.excluded.filter(({ readings }) => readings > 0),
  };
}
