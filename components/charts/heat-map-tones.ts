import type { Band } from "@/lib/glucose/bands";
import { bandOf, type RangeBounds } from "@/lib/glucose/ranges";

/** Lower edges of the five steps of time in range, percent; 70 is the common goal. */
export const SHARE_STEPS = [0, 50, 70, 80, 90] as const;

/** The step of a whole percentage, 1 to 5: as it is written, so that colour and number never disagree. */
export function shareStep(percent: number): number {
  return SHARE_STEPS.filter((from) => percent >= from).length;
}

/**
 * The upper edge of the tight range, mg/dL: it parts a long target band into two shades, and not that of pregnancy, which
 * ends here. Battelino 2023.
 */
export const TIGHT_TO_MG_DL = 140;

/** The five bands, with the lower part of the target on its own. */
export type GlucoseTone = Band | "tight";

/** Those between `bounds`, mg/dL, from the top. */
export function glucoseTones(bounds: RangeBounds): readonly GlucoseTone[] {
  return [
    ...(Number.isFinite(bounds.high2) ? (["veryHigh"] as const) : []),
    "high",
    "target",
    ...(hasTightPart(bounds) ? (["tight"] as const) : []),
    "low",
    ...(Number.isFinite(bounds.low2) ? (["veryLow"] as const) : []),
  ];
}

/** The tone of an average between `bounds`, mg/dL, unrounded as bands are everywhere. */
export function glucoseTone(mgDl: number, bounds: RangeBounds): GlucoseTone {
  const band = bandOf(mgDl, bounds);
  return band === "target" && hasTightPart(bounds) && mgDl <= TIGHT_TO_MG_DL ? "tight" : band;
}

/** Whether the target band has two shades. */
export function hasTightPart({ high1 }: RangeBounds): boolean {
  return high1 > TIGHT_TO_MG_DL;
}

/** A sign beside the value, so that colour never speaks alone: which side of the range, doubled at the extremes. */
export const TONE_SIGNS: Readonly<Record<GlucoseTone, string>> = {
  veryHigh: "▲▲",
  high: "▲",
  target: "",
  tight: "",
  low: "▼",
  veryLow: "▼▼",
};
