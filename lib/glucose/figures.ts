import type { Instant } from "@/lib/clock";
import type { Band, BandShare, Goal } from "./bands";
import type { Episodes } from "./episodes";
import type { AppliedExclusions } from "./exclusions/apply-exclusions";
import type { LocalDate } from "./local-time";
import type { CongaHours } from "./metrics/conga";
import type { Grade } from "./metrics/grade";
import type { Gri } from "./metrics/gri";
import type { Mage } from "./metrics/mage";
import type { SdSubtypes } from "./metrics/sd-subtypes";
import type { PartOfDay } from "./parts-of-day";
import type { Patterns } from "./patterns/find-patterns";
import type { RangeSetId } from "./range-sets";
import type { Sufficiency, Verdict } from "./verdict";

export interface Gap {
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
  /** The wall clock when the gap began: that of the reading before it, else of the one after. */
  readonly displayOffsetMinutes: number;
}

export interface Coverage {
  /** Minutes between readings as derived from the stream (1, 5, 15 …), null without readings. */
  readonly cadenceMinutes: number | null;
  readonly observed: number;
  /** Readings that the period could have held up to `checkedThrough`, with 23- and 25-hour days counted as they were. */
  readonly expected: number;
  /** Of the period, 0–100, never above. */
  readonly activePercent: number;
  /** Of the worn span (first to last reading in the period), 0–100. */
  readonly activePercentOfWornSpan: number;
  readonly daysWithReadings: number;
  readonly hoursOfReadings: number;
  /** Longer than 2.5 times the cadence, ascending. */
  readonly gaps: readonly Gap[];
  readonly lowSentinels: number;
  readonly highSentinels: number;
  /** Values outside 20–600 that no figure uses. */
  readonly implausible: number;
  /** Readings that were taken out of the figures on request. */
  readonly excluded: number;
}

/** A percentile curve by local time of day; null where a bin has too few days. */
export interface ProfilePoint {
  /** Minutes after local midnight where the point is drawn (the middle of the bin). */
  readonly minuteOfDay: number;
  readonly p5: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  /** Readings and distinct days behind the bin. */
  readonly readings: number;
  readonly days: number;
}

export interface Profile {
  readonly binMinutes: 60 | 15 | 5;
  readonly smoothed: boolean;
  readonly points: readonly ProfilePoint[];
  readonly verdict: Verdict;
}

export interface DaySummary {
  readonly date: LocalDate;
  readonly count: number;
  readonly targetShare: number | null;
  readonly belowShare: number | null;
  readonly aboveShare: number | null;
  readonly mean: number | null;
  readonly activePercent: number;
  /** 1,440 except where the clock changed. */
  readonly lengthMinutes: number;
}

/** The same readings against one set of ranges. */
export interface RangeSetShares {
  readonly set: RangeSetId;
  /** Four where the set has no "very high". */
  readonly bands: readonly BandShare[];
}

/**
 * The figures of a report page. Numbers are given even where `sufficiency` withholds them: whoever shows them to a
 * person hides them. Glucose in mg/dL, shares in percent 0–100, unrounded; null only where nothing can be computed.
 */
export interface KeyFigures {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate; readonly days: number };
  /** Readings that the figures use. */
  readonly readings: number;
  readonly coverage: Coverage;
  readonly sufficiency: Sufficiency;
  readonly goals: { readonly mean: Goal; readonly gmi: Goal; readonly cv: Goal };
  readonly bands: readonly BandShare[];
  /** Exact percentages of readings; what `bands` rounds. All 0 without readings. */
  readonly timeInRanges: Readonly<Record<Band, number>>;
  readonly mean: number | null;
  readonly sd: number | null;
  /** Percent. */
  readonly cv: number | null;
  /** Percent. */
  readonly gmi: number | null;
  readonly gmiMmolMol: number | null;
  readonly episodes: Episodes;
  readonly profile: Profile;
  readonly days: readonly DaySummary[];
}

/** The one object behind screen, API, file and clinic list: the key figures and everything else about a period. */
export interface Summary extends KeyFigures {
  readonly median: number | null;
  readonly quantiles: readonly { readonly percent: number; readonly value: number | null }[];
  readonly iqr: number | null;
  readonly mad: number | null;
  readonly jIndex: number | null;
  /** Percent of readings from 70 to 140. */
  readonly titr: number | null;
  /** The range sets besides the standard one: what the same readings are against each. */
  readonly rangeSets: readonly RangeSetShares[];
  /** The night (00:00 to 06:00 unless set) and the rest of the day. */
  readonly night: PartOfDay;
  readonly day: PartOfDay;
  readonly dailyMeans: readonly { readonly date: LocalDate; readonly mean: number | null }[];
  readonly lbgi: number | null;
  readonly hbgi: number | null;
  readonly bgri: number | null;
  readonly adrr: number | null;
  readonly gri: Gri | null;
  readonly grade: Grade | null;
  readonly mValue: {
    readonly r90: number | null;
    readonly r100: number | null;
    readonly r120: number | null;
  };
  readonly hypoIndex: number | null;
  readonly hyperIndex: number | null;
  readonly igc: number | null;
  readonly cogi: number | null;
  readonly aucHourly: number | null;
  readonly modd: number | null;
  readonly conga: Readonly<Record<CongaHours, number | null>>;
  readonly mag: number | null;
  /** Percent. */
  readonly gvp: number | null;
  /** mg/dL per minute. */
  readonly sdRoc: number | null;
  /** (mg/dL)² per hour. */
  readonly lability: number | null;
  readonly sdSubtypes: SdSubtypes;
  /** Percent. */
  readonly cvMean: number | null;
  readonly cvSd: number | null;
  readonly mage: Mage;
  readonly patterns: Patterns;
  readonly exclusions: AppliedExclusions["excluded"];
}

/** What is true about time for every answer that carries glucose. */
export interface Freshness {
  readonly now: Instant;
  readonly delayMinutes: number;
  /** now − delay: nothing newer is ever shown. */
  readonly availableUntil: Instant;
  /** `availableUntil` at the last complete sync, null before the first. */
  readonly checkedThrough: Instant | null;
  /** The newest stored reading not after `checkedThrough`, null without readings. */
  readonly dataThrough: Instant | null;
  /** Display offset of the newest reading: how to write these instants as the person's wall clock. */
  readonly displayOffsetMinutes: number;
}

/** What an overview shows: the figures that people look at first, and what stands out among the dates. */
export type OverviewFigures = KeyFigures & Pick<Summary, "patterns">;
