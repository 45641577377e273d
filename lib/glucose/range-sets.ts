import type { GlucoseUnit } from "@/lib/format/unit";
import { err, ok, type Result } from "@/lib/result";
import { BAND_GOALS, type BandGoals, RANGE_BOUNDS, type RangeBounds } from "./ranges";
import { mgDlToMmolL, mmolLToMgDl } from "./units";

export type RangeSetId = "standard" | "older" | "pregnancy" | "pregnancy-type-2" | "custom";

/** The sets that a reader can look with; the first is what everybody sees who chooses none. */
export const RANGE_SET_CHOICES = [
  "standard",
  "older",
  "pregnancy",
  "pregnancy-type-2",
] as const satisfies readonly RangeSetId[];
export type RangeSetChoice = (typeof RANGE_SET_CHOICES)[number];

/** Ranges for a group of people, with the goals that hold for them. */
export interface RangeSet {
  readonly id: RangeSetId;
  readonly name: string;
  /**
   * In each source unit, as printed there. `low2` is -Infinity where the set has no "very low", `high2` is Infinity
   * where it has no "very high".
   */
  readonly bounds: Readonly<Record<GlucoseUnit, RangeBounds>>;
  readonly goals: BandGoals;
  /** Null for ranges that somebody chose. */
  readonly citation: string | null;
}

const CONSENSUS = "Battelino 2019, doi 10.2337/dci19-0028";

/** Everything above 140 is one band. */
const PREGNANCY_BOUNDS: RangeSet["bounds"] = {
  "mg/dL": { low2: 54, low1: 63, high1: 140, high2: Number.POSITIVE_INFINITY },
  "mmol/L": { low2: 3, low1: 3.5, high1: 7.8, high2: Number.POSITIVE_INFINITY },
};

/** The sets of the consensus: Battelino 2019, doi 10.2337/dci19-0028, table of targets. */
export const RANGE_SETS: Readonly<Record<Exclude<RangeSetId, "custom">, RangeSet>> = {
  standard: {
    id: "standard",
    name: "Adults with type 1 or type 2 diabetes",
    bounds: RANGE_BOUNDS,
    goals: BAND_GOALS,
    citation: CONSENSUS,
  },
  older: {
    id: "older",
    name: "Older adults and adults at high risk",
    bounds: RANGE_BOUNDS,
    goals: {
      veryLow: null,
      low: { comparison: "<", bound: 1, includes: "veryLow" },
      target: { comparison: ">", bound: 50, includes: null },
      high: { comparison: "<", bound: 50, includes: "veryHigh" },
      veryHigh: { comparison: "<", bound: 10, includes: null },
    },
    citation: CONSENSUS,
  },
  pregnancy: {
    id: "pregnancy",
    name: "Pregnancy with type 1 diabetes",
    bounds: PREGNANCY_BOUNDS,
    goals: {
      veryLow: { comparison: "<", bound: 1, includes: null },
      low: { comparison: "<", bound: 4, includes: "veryLow" },
      target: { comparison: ">", bound: 70, includes: null },
      high: { comparison: "<", bound: 25, includes: null },
    },
    citation: CONSENSUS,
  },
  "pregnancy-type-2": {
    id: "pregnancy-type-2",
    name: "Pregnancy with type 2 or gestational diabetes",
    bounds: PREGNANCY_BOUNDS,
    goals: { veryLow: null, low: null, target: null, high: null },
    citation: CONSENSUS,
  },
};

/**
 * The bounds to compare mg/dL readings with that a source sent in `sourceUnit`.
 *
 * Readings sent in mmol/L were multiplied by 18.01559, so these bounds are the printed mmol/L bounds times the same
 * factor. Multiplying keeps order and equality, so comparing the products is comparing in the source unit.
 */
export function boundsInMgDl(
  sourceUnit: GlucoseUnit,
  { bounds }: Pick<RangeSet, "bounds"> = RANGE_SETS.standard,
): RangeBounds {
  return sourceUnit === "mg/dL" ? bounds["mg/dL"] : eachBound(bounds["mmol/L"], mmolLToMgDl);
}

export interface CustomBounds {
  /** Left out: everything below `low1` is one band. */
  readonly low2?: number | undefined;
  readonly low1: number;
  readonly high1: number;
  /** Left out: everything above `high1` is one band. */
  readonly high2?: number | undefined;
}

/** 20–600 mg/dL, what a reading can be, and its equivalent with one decimal. */
const CUSTOM_LIMITS: Readonly<Record<GlucoseUnit, { readonly min: number; readonly max: number }>> = {
  "mg/dL": { min: 20, max: 600 },
  "mmol/L": { min: 1.1, max: 33.3 },
};

/**
 * Ranges that somebody chose, in `unit`; they have no goals. Equalities are as in the standard set. The error is one
 * sentence for the person who typed them: bounds outside 20–600 mg/dL (1.1–33.3 mmol/L), or not ascending.
 */
export function customRangeSet(
  { low2, low1, high1, high2 }: CustomBounds,
  unit: GlucoseUnit = "mg/dL",
): Result<RangeSet, string> {
  const given = [low2, low1, high1, high2].filter((bound) => bound !== undefined);
  const { min, max } = CUSTOM_LIMITS[unit];
  if (!given.every((bound) => bound >= min && bound <= max)) {
    return err(`Choose bounds from ${min} to ${max} ${unit}.`);
  }
  if (!given.every((bound, i) => i === 0 || bound > (given[i - 1] ?? bound))) {
    return err("Choose bounds that rise from the lowest to the highest.");
  }
  const bounds: RangeBounds = {
    low2: low2 ?? Number.NEGATIVE_INFINITY,
    low1,
    high1,
    high2: high2 ?? Number.POSITIVE_INFINITY,
  };
  return ok({
    id: "custom",
    name: "Custom ranges",
    bounds: {
      "mg/dL": unit === "mg/dL" ? bounds : eachBound(bounds, mmolLToMgDl),
      "mmol/L": unit === "mmol/L" ? bounds : eachBound(bounds, mgDlToMmolL),
    },
    goals: {
      ...(low2 === undefined ? {} : { veryLow: null }),
      low: null,
      target: null,
      high: null,
      ...(high2 === undefined ? {} : { veryHigh: null }),
    },
    citation: null,
  });
}

function eachBound(
  { low2, low1, high1, high2 }: RangeBounds,
  convert: (bound: number) => number,
): RangeBounds {
  return { low2: convert(low2), low1: convert(low1), high1: convert(high1), high2: convert(high2) };
}
