import type { GlucoseUnit } from "@/lib/format/unit";
import { BANDS, type Band, type Goal } from "./bands";

/**
 * Edges of the five consensus bands, as inequalities on real numbers:
 * very low x < low2 · low low2 ≤ x < low1 · target low1 ≤ x ≤ high1 · high high1 < x ≤ high2 · very high x > high2.
 * Battelino 2019, Clinical Targets for CGM Data Interpretation, doi 10.2337/dci19-0028.
 */
export interface RangeBounds {
  readonly low2: number;
  readonly low1: number;
  readonly high1: number;
  readonly high2: number;
}

export const RANGE_BOUNDS: Readonly<Record<GlucoseUnit, RangeBounds>> = {
  "mg/dL": { low2: 54, low1: 70, high1: 180, high2: 250 },
  "mmol/L": { low2: 3, low1: 3.9, high1: 10, high2: 13.9 },
};

/** Position of a band in `BANDS`, 0 very low to 4 very high. */
export function bandIndex(value: number, bounds: RangeBounds): 0 | 1 | 2 | 3 | 4 {
  if (value < bounds.low1) return value < bounds.low2 ? 0 : 1;
  if (value <= bounds.high1) return 2;
  return value <= bounds.high2 ? 3 : 4;
}

/**
 * The band of a reading.
 *
 * `value` is compared as received, in the unit it was received in and unrounded: 69.5 mg/dL is low, 180.4 is high.
 * Rounding first (Tidepool) or converting first (its back end) moves readings across 70 and 54.
 */
export function classify(value: number, sourceUnit: GlucoseUnit = "mg/dL"): Band {
  return bandOf(value, RANGE_BOUNDS[sourceUnit]);
}

/** The band between `bounds` of a value in their unit, unrounded. */
export function bandOf(value: number, bounds: RangeBounds): Band {
  return BANDS[bandIndex(value, bounds)];
}

/** What a consensus goal says about a share of readings, in percent. */
export interface BandGoal {
  readonly comparison: Goal["comparison"];
  /** Of readings, in percent. */
  readonly bound: number;
  /** The more extreme band that counts with this one ("below 70" includes "below 54"). */
  readonly includes: Band | null;
}

/**
 * The goals of a set of ranges: null where a band has none, left out where the set has no such band (pregnancy has no
 * "very high").
 */
export type BandGoals = Readonly<Partial<Record<Band, BandGoal | null>>>;

/**
 * Goals for adults with type 1 or type 2 diabetes (dci19-0028, table of targets; ADA Standards of Care, section 6).
 * Goals for pregnancy and for older or high-risk people are different and are not applied unasked (`range-sets.ts`).
 */
export const BAND_GOALS: Readonly<Record<Band, BandGoal>> = {
  veryLow: { comparison: "<", bound: 1, includes: null },
  low: { comparison: "<", bound: 4, includes: "veryLow" },
  target: { comparison: ">", bound: 70, includes: null },
  high: { comparison: "<", bound: 25, includes: "veryHigh" },
  veryHigh: { comparison: "<", bound: 5, includes: null },
};

/** The goal for the mean as reports print it in each unit: 154 mg/dL is 8.55 mmol/L, and 8.6 is what people know. */
export const MEAN_GOAL: Readonly<Record<GlucoseUnit, number>> = { "mg/dL": 154, "mmol/L": 8.6 };

/** Goals beside the shares, as the consensus report prints them (dci19-0028): mean mg/dL, GMI %, CV %. */
export const FIGURE_GOALS = {
  mean: { comparison: "<", bound: MEAN_GOAL["mg/dL"] },
  gmi: { comparison: "<", bound: 7 },
  cv: { comparison: "<=", bound: 36 },
} as const satisfies Record<string, Pick<Goal, "comparison" | "bound">>;

const MEETS: Readonly<Record<Goal["comparison"], (value: number, bound: number) => boolean>> = {
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
};

/** Whether an unrounded number meets a goal. */
export function meetsGoal(value: number, { comparison, bound }: Pick<Goal, "comparison" | "bound">): boolean {
  return MEETS[comparison](value, bound);
}
