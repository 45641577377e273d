import type { Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Verdict } from "@/lib/glucose/verdict";
import type { ShareScope } from "@/lib/sharing/schema";
import type { ConnectionState, ListedFigures, ListedPeriod, RaisedFlag } from "./row";

/** Percentiles of the raw readings by time of day, whole mg/dL; null where there are readings of too few dates. */
export interface PreviewPoint {
  readonly minuteOfDay: number;
  readonly p5: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
}

/** One date, small, by the clock on the wall. */
export interface PreviewDay {
  readonly date: LocalDate;
  /**
   * Whole mg/dL for each of the 96 quarters of an hour after midnight, null without a reading: the lowest where any lies
   * below the range, else the highest where any lies above it, else the mean. 39 and 401 stand for LOW and HIGH.
   */
  readonly values: readonly (number | null)[];
  /** Percent of the date's readings in the targets' range, exact; null without a reading. */
  readonly inRange: number | null;
}

export interface PreviewReview {
  readonly id: string;
  readonly at: Instant;
  /** Null for somebody who is not a member any more. */
  readonly by: string | null;
  /** Whether whoever asks may still take it back: their own, a few minutes old. */
  readonly canBeUndone: boolean;
}

/** How the clinic keeps this patient. Whoever changes it says which `revision` they saw. */
export interface Placing {
  readonly revision: number;
  /** What was chosen for this patient; null: the clinic's default. */
  readonly targets: Targets | null;
  readonly siteId: string | null;
  readonly tagIds: readonly string[];
}

/** What the clinic wrote about this patient. */
export interface ClinicNote {
  readonly revision: number;
  /** Empty where nothing is written. */
  readonly text: string;
}

/** One patient beside the list: prepared numbers, small. */
export interface Preview {
  readonly patientId: string;
  readonly name: string;
  readonly scope: ShareScope;
  /** What the share shows: from a date on, always the last days, or all (both null). */
  readonly sharedFrom: LocalDate | null;
  readonly sharedDays: number | null;
  readonly expiresAt: Instant | null;
  /** In use: those that were chosen for this patient, else the clinic's. */
  readonly targets: Targets;
  readonly placing: Placing;
  readonly note: ClinicNote;
  /** Whether whoever asks may review, write and place. */
  readonly mayWork: boolean;
  readonly period: ListedPeriod;
  readonly dataThrough: Instant | null;
  readonly displayOffsetMinutes: number;
  readonly connection: ConnectionState;
  readonly figures: ListedFigures | null;
  readonly change: number | null;
  readonly flags: readonly RaisedFlag[];
  /** Null where only a summary is shared. */
  readonly profile: { readonly verdict: Verdict; readonly points: readonly PreviewPoint[] } | null;
  /** The newest dates of the period, at most 14, ascending; none where only a summary is shared. */
  readonly days: readonly PreviewDay[];
  /** The newest first. */
  readonly reviews: readonly PreviewReview[];
}

/** What the drawer gets: the preview, and the same as text to copy. */
export interface PreviewAnswer extends Preview {
  readonly text: string;
}
