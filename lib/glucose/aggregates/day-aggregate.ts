import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "../local-time";
import { boundsInMgDl, RANGE_SETS } from "../range-sets";

/** Readings in each class of glucose, lowest first: together the classes make the bands of every published range set. */
export type ClassCounts = readonly [number, number, number, number, number, number, number];

/** Where the classes meet, ascending, mg/dL. */
export type ClassEdges = readonly [number, number, number, number, number, number];

/** Episodes by the local date on which they start; those of level 1 contain those of level 2 (`episodes.ts`). */
export interface StartedEpisodes {
  /** Level 1, below 70. */
  readonly low: number;
  /** Level 2, below 54. */
  readonly veryLow: number;
  /** Level 1, above 180. */
  readonly high: number;
  /** Level 2, above 250. */
  readonly veryHigh: number;
}

/** What the readings of one local date add to the figures of any period: counts and sums, no reading. */
export interface DayAggregate {
  readonly date: LocalDate;
  /** Readings that the figures use, by class. */
  readonly counts: ClassCounts;
  /** mg/dL of the same readings, and (mg/dL)². */
  readonly sum: number;
  readonly sumOfSquares: number;
  /** Whether there is any reading, also one that is left out: it was worn all the same. */
  readonly isWorn: boolean;
  /** All readings, those that are left out included, counted once per cadence (`coverage.ts`). */
  readonly observed: number;
  /** The same of the readings that the figures use: what verdicts look at. */
  readonly observedInFigures: number;
  /** The part of the date in which readings were expected, in whole seconds. */
  readonly expectedSeconds: number;
  readonly episodes: StartedEpisodes;
}

/**
 * The classes meet at 54, 63, 70, 140, 180 and 250 mg/dL, or at what is printed for mmol/L where that is how the source
 * speaks. Like bands: x < 54, 54 ≤ x < 63, 63 ≤ x < 70, 70 ≤ x ≤ 140, 140 < x ≤ 180, 180 < x ≤ 250, x > 250.
 */
export function classEdges(sourceUnit: GlucoseUnit): ClassEdges {
  const { low2, low1, high1, high2 } = boundsInMgDl(sourceUnit);
  const pregnancy = boundsInMgDl(sourceUnit, RANGE_SETS.pregnancy);
  return [low2, pregnancy.low1, low1, pregnancy.high1, high1, high2];
}

/** Position of a value's class in `ClassCounts`. */
export function classOf(value: number, edges: ClassEdges): number {
  if (value < edges[2]) return value < edges[0] ? 0 : value < edges[1] ? 1 : 2;
  if (value <= edges[4]) return value <= edges[3] ? 3 : 4;
  return value <= edges[5] ? 5 : 6;
}
