import { MG_DL_PER_MMOL_L } from "@/lib/format/unit";

/** Display and import conversion. It stands in the foundation because formatting needs it and may not import upwards. */
export const DISPLAY_MG_DL_PER_MMOL_L = MG_DL_PER_MMOL_L;

/** Published formulas in mmol/L (GMI in mmol/mol, GRADE) were fitted with this rounded factor. */
export const FORMULA_MG_DL_PER_MMOL_L = 18;

/** mg/dL to mmol/L for display and export, unrounded. */
export function mgDlToMmolL(mgDl: number): number {
  return mgDl / DISPLAY_MG_DL_PER_MMOL_L;
}

/** mmol/L to mg/dL for import, unrounded. */
export function mmolLToMgDl(mmolL: number): number {
  return mmolL * DISPLAY_MG_DL_PER_MMOL_L;
}
