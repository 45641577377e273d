import type { GlucoseUnit } from "@/lib/format/unit";
import type { Distribution } from "../distribution";
import { mmolLToMgDl } from "../units";

/** Both edges belong to the range. */
export interface TightRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The tight range in mg/dL: 70–140 for readings that a source sent in mg/dL, 3.9–7.8 mmol/L converted as the readings
 * were for one that sent mmol/L. Battelino 2023, doi 10.1016/S2213-8587(22)00319-9.
 */
export function titrBounds(sourceUnit: GlucoseUnit): TightRange {
  return sourceUnit === "mg/dL" ? { low: 70, high: 140 } : { low: mmolLToMgDl(3.9), high: mmolLToMgDl(7.8) };
}

/**
 * Time in tight range: readings (mg/dL) within `titrBounds`, in percent 0–100; null without readings. Compared
 * unrounded, in the source unit. There is no consensus goal for it.
 * Battelino 2023, doi 10.1016/S2213-8587(22)00319-9.
 */
export function titr({ values, counts, total }: Distribution, sourceUnit: GlucoseUnit): number | null {
  if (total === 0) return null;
  const { low, high } = titrBounds(sourceUnit);
  let within = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value >= low && value <= high) within += counts[i] ?? 0;
  }
  return (100 * within) / total;
}
