import type { Band } from "@/lib/glucose/bands";
import { RANGE_BOUNDS, type RangeBounds } from "@/lib/glucose/ranges";

/** Glucose axes start at the sensor's lower limit and reach 300 mg/dL, or the sensor's upper limit when data does. */
const AXIS_FROM_MG_DL = 40;
const AXIS_TO_MG_DL = 300;
const AXIS_TO_STRETCHED_MG_DL = 400;

const MG_DL = RANGE_BOUNDS["mg/dL"];

/** Labels of thresholds that are nearer to each other than this would touch. */
const LABEL_GAP_MG_DL = 12;

/** What a set of ranges marks on a glucose axis, mg/dL. */
export interface AxisMarks {
  /** The labelled values, ascending: band edges, the upper end of the tight range, and where high glucose begins elsewhere. */
  readonly ticks: readonly number[];
  readonly target: { readonly from: number; readonly to: number };
  /** Which have a line through the drawing: the target's edges a firm one, the outer thresholds a faint one. */
  readonly firm: readonly number[];
  readonly faint: readonly number[];
}

/** A set without an outer band has no line for it; an outer threshold close to the target's edge has no label. */
export function axisMarks({ low2, low1, high1, high2 }: RangeBounds): AxisMarks {
  const faint = [low2, high2].filter(Number.isFinite);
  const labelled = faint.filter((mgDl) => Math.abs(mgDl - low1) >= LABEL_GAP_MG_DL);
  const ticks = new Set([...labelled, low1, 140, high1, MG_DL.high1, MG_DL.high2]);
  return {
    ticks: [...ticks].toSorted((a, b) => a - b),
    target: { from: low1, to: high1 },
    firm: [low1, high1],
    faint,
  };
}

export const STANDARD_MARKS = axisMarks(MG_DL);
export const TARGET_MG_DL = STANDARD_MARKS.target;

/** Where one band ends and the next begins: what a colour-changing line needs. */
export interface BandEdge {
  readonly mgDl: number;
  readonly above: Band;
  readonly below: Band;
}

/** The edges of a set of ranges from the top of an axis down; a set without an outer band lacks its edge. */
export function bandEdges({ low2, low1, high1, high2 }: RangeBounds): readonly BandEdge[] {
  const edges: BandEdge[] = [
    { mgDl: high2, above: "veryHigh", below: "high" },
    { mgDl: high1, above: "high", below: "target" },
    { mgDl: low1, above: "target", below: "low" },
    { mgDl: low2, above: "low", below: "veryLow" },
  ];
  return edges.filter(({ mgDl }) => Number.isFinite(mgDl));
}

export const BAND_EDGES_FROM_TOP = bandEdges(MG_DL);

/** `[from, to]` in mg/dL: 40 to 300, stretching to 400 when a value lies above 300. */
export function glucoseDomain(values: Iterable<number | null>): readonly [number, number] {
  for (const value of values)
    if (value !== null && value > AXIS_TO_MG_DL) return [AXIS_FROM_MG_DL, AXIS_TO_STRETCHED_MG_DL];
  return [AXIS_FROM_MG_DL, AXIS_TO_MG_DL];
}

/** A value moved to the nearest end of the axis: out-of-range readings sit on the edge with a caret. */
export function clampToAxis(mgDl: number, [from, to]: readonly [number, number]): number {
  return Math.min(to, Math.max(from, mgDl));
}

/** Maps mg/dL to a vertical coordinate; larger values lie higher, so coordinates fall as glucose rises. */
export function verticalScale(
  [from, to]: readonly [number, number],
  { top, bottom }: { top: number; bottom: number },
): (mgDl: number) => number {
  return (mgDl) => bottom - ((mgDl - from) / (to - from)) * (bottom - top);
}
