import type { Band } from "@/lib/glucose/bands";
import type { Flag } from "@/lib/worklist/row";

/** The band that a flag is about; null for those about none. */
export const FLAG_BANDS: Readonly<Record<Flag, Band | null>> = {
  "very-low": "veryLow",
  low: "low",
  "in-range-drop": null,
  "very-high": "veryHigh",
  high: "high",
  "below-goal": null,
  "low-wear": null,
  "no-data": null,
  connection: null,
};
