import type { Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { BandShare } from "@/lib/glucose/bands";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Sufficiency } from "@/lib/glucose/verdict";
import type { ShareScope } from "@/lib/sharing/schema";

/** How many local dates the list looks at. */
export const PERIODS = [1, 7, 14, 30] as const;
export type PeriodDays = (typeof PERIODS)[number];

/** Reasons to look, the one that asks for it most first: the order of the list (flags.ts says what each means). */
export const FLAGS = [
  "very-low",
  "low",
  "in-range-drop",
  "very-high",
  "high",
  "below-goal",
  "low-wear",
  "no-data",
  "connection",
] as const;
export type Flag = (typeof FLAGS)[number];

/** A flag that somebody raises, with the very number that its rule looked at. */
export interface RaisedFlag {
  readonly flag: Flag;
  /**
   * Unrounded: percent of readings, points of time in range lost, percent worn, or days since the newest reading. Null
   * for `connection`, for `no-data` where there never was a reading, and for an episode of very low glucose in too few
   * readings for a percentage.
   */
  readonly value: number | null;
}

/** How a patient's connection to Dexcom stands: `broken` waits for the patient to reconnect. */
export type ConnectionState = "active" | "broken" | "disconnected" | "none";

/**
 * Figures of which a list shows the verdict: what is not enough is null there, like in the patient's reports. On which date it
 * will be there, only the preview says.
 */
export type ListedVerdicts = Pick<Sufficiency, "timeInRanges" | "mean" | "cv" | "gmi" | "episodes">;

/** Episodes that began in the period; those of level 1 contain those of level 2. */
export interface ListedEpisodes {
  readonly low: number;
  readonly veryLow: number;
  readonly high: number;
  readonly veryHigh: number;
}

/** The figures of one period, held against the patient's own targets. Unrounded; null where the data is not enough. */
export interface ListedFigures {
  /** Readings that the figures use; never 0. */
  readonly readings: number;
  /** Of what the period could have held, 0–100; null where nothing could have been there. */
  readonly activePercent: number | null;
  readonly daysWithReadings: number;
  /** The bands that the targets know, with their goals; null while withheld. */
  readonly bands: readonly BandShare[] | null;
  /** Percent of readings in the targets' range, exact: what `bands` rounds. */
  readonly inRange: number | null;
  /** mg/dL. */
  readonly mean: number | null;
  /** Percent. */
  readonly cv: number | null;
  /** Percent. */
  readonly gmi: number | null;
  readonly episodes: ListedEpisodes | null;
  readonly verdicts: ListedVerdicts;
}

/** First and last local date of the patient. */
export interface ListedPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Who marked somebody reviewed, and when. */
export interface Reviewed {
  readonly at: Instant;
  /** Null for somebody who is not a member any more. */
  readonly by: string | null;
}

/** A patient in the list. */
export interface WorklistRow {
  readonly patientId: string;
  readonly name: string;
  readonly targets: Targets;
  readonly scope: ShareScope;
  /** Cut by the share's window. */
  readonly period: ListedPeriod;
  readonly dataThrough: Instant | null;
  /** How to write `dataThrough` as the patient's wall clock. */
  readonly displayOffsetMinutes: number;
  readonly connection: ConnectionState;
  /** Null: nothing was computed yet, or there are no readings in what is shared. */
  readonly figures: ListedFigures | null;
  /** Points of time in range gained since the period before; null unless both have a figure. */
  readonly change: number | null;
  /** All that apply, most needing first: together they are the reason to look. */
  readonly flags: readonly RaisedFlag[];
  /** The last time that anybody of the clinic marked this patient reviewed. */
  readonly reviewed: Reviewed | null;
  readonly siteId: string | null;
  readonly tagIds: readonly string[];
  /** When the patient's share ends; null: when they stop it. */
  readonly expiresAt: Instant | null;
}

/** As many as somebody reads before they turn over; each row shown is a line in its patient’s record. */
export const ROWS_PER_PAGE = 25;

export interface WorklistPage {
  readonly rows: readonly WorklistRow[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Patients that the filters leave. */
  readonly found: number;
  /** Patients that share with the clinic. */
  readonly total: number;
  /** On whose shares and which terms the list rests: another text as soon as any of it is another. */
  readonly grounds: string;
  /** For each flag, how many patients would be left with it: those that all other filters leave and that raise it. */
  readonly flagCounts: Readonly<Record<Flag, number>>;
  /** Patients with any flag among those that every filter but the flags leaves. */
  readonly needLook: number;
}
