import { formatGlucoseWithUnit } from "@/lib/format/glucose";

/** For readers whose unit is not known: "40 mg/dL (2.2 mmol/L)". */
export function glucoseInBothUnits(mgDl: number, locale: string): string {
  return `${formatGlucoseWithUnit(mgDl, "mg/dL", locale)} (${formatGlucoseWithUnit(mgDl, "mmol/L", locale)})`;
}
