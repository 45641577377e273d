import { BANDS, type Band } from "@/lib/glucose/bands";
import { bandIndex, RANGE_BOUNDS } from "@/lib/glucose/ranges";

/** Lower edges of the five steps of time in range, percent; 70 is the common goal. */
export const SHARE_STEPS = [0, 50, 70, 80, 90] as const;

/** The step of a whole percentage, 1 to 5: as it is written, so that colour and number never disagree. */
export function shareStep(percent: number): number {
  return SHARE_STEPS.filter((from) => percent >= from).length;
}

/** The upper edge of the tight range, mg/dL: it parts the long target band into two shades. Battelino 2023. */
export const TIGHT_TO_MG_DL = 140;

/** The five bands, with the lower part of the target on its own. */
export type GlucoseTone = Band | "tight";
export const GLUCOSE_TONES_FROM_TOP: readonly GlucoseTone[] = [
  "veryHigh",
  "high",
  "target",
  "tight",
  "low",
  "veryLow",
];

/** The tone of an average, mg/dL, unrounded as bands are everywhere. */
export function glucoseTone(mgDl: number): GlucoseTone {
  const band = BANDS[bandIndex(mgDl, RANGE_BOUNDS["mg/dL"])];
  return band === "target" && mgDl <= TIGHT_TO_MG_DL ? "tight" : band;
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
