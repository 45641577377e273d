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
