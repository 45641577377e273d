import type { Instant } from "@/lib/clock";
import type { LocalDate } from "./local-time";

/** Why a figure is withheld or marked. Words are made from it in one place (`components/reports`). */
export type VerdictReason =
  | { readonly rule: "hours"; readonly hours: number; readonly hoursMin: number }
  | { readonly rule: "readings"; readonly readings: number; readonly readingsMin: number }
  | { readonly rule: "days"; readonly days: number; readonly daysMin: number }
  | { readonly rule: "active"; readonly activePercent: number; readonly activePercentMin: number }
  | {
      readonly rule: "profile-days";
      readonly days: number;
      readonly daysMin: number;
      readonly hoursPerDayMin: number;
    };

/**
 * `sufficient`: show it. `caution`: show it, marked "may not be representative". `insufficient`: hide it and say why;
 * `availableOn` is the first date on which it can be there if the sensor is worn from now on, null when no such date
 * exists for this period.
 */
export type Verdict =
  | { readonly status: "sufficient" }
  | { readonly status: "caution"; readonly reasons: readonly VerdictReason[] }
  | {
      readonly status: "insufficient";
      readonly reasons: readonly VerdictReason[];
      readonly availableOn: LocalDate | null;
    };

/** A number with its verdict. `value` is null only where it cannot be computed at all (no readings). */
export interface Figure {
  readonly value: number | null;
  readonly verdict: Verdict;
}

export const BANDS = ["veryLow", "low", "target", "high", "veryHigh"] as const;
export type Band = (typeof BANDS)[number];

export interface Goal {
  readonly comparison: "<" | "<=" | ">" | ">=";
  readonly bound: number;
  /** Tested on the unrounded number; null when the figure is withheld. */
  readonly met: boolean | null;
}

export interface BandShare {
  readonly band: Band;
  readonly count: number;
  /** Exact share of readings, 0–1. */
  readonly share: number;
  /** Whole percentage; the five total 100 (largest remainder). */
  readonly percent: number;
  /** True when readings are there but `percent` is 0: shown as "< 1 %". */
  readonly underOne: boolean;
  readonly minutesPerDay: number;
  /** The consensus goal; `includes` names the more extreme band that counts with it. */
  readonly goal: (Goal & { readonly includes: Band | null }) | null;
}

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

/** The one object behind screen, API and export. Glucose in mg/dL throughout; display converts. */
export interface Summary {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate; readonly days: number };
  readonly coverage: Coverage;
  readonly bandsVerdict: Verdict;
  readonly bands: readonly BandShare[];
  readonly mean: Figure & { readonly goal: Goal };
  readonly sd: Figure;
  readonly cv: Figure & { readonly goal: Goal };
  readonly gmi: Figure & { readonly goal: Goal };
  readonly profile: Profile;
  readonly days: readonly DaySummary[];
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
