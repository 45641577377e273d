export const GLUCOSE_UNITS = ["mg/dL", "mmol/L"] as const;
/** The unit in which a person reads glucose. Everything is stored and computed in mg/dL. */
export type GlucoseUnit = (typeof GLUCOSE_UNITS)[number];

/** Molar mass of glucose in 10 mg/mmol: what meters, Dexcom and Tidepool convert with. */
export const MG_DL_PER_MMOL_L = 18.01559;

/** A glucose concentration in mg/dL as an unrounded number of `unit`. Only for display: never classify the result. */
export function inUnit(mgDl: number, unit: GlucoseUnit): number {
  return unit === "mmol/L" ? mgDl / MG_DL_PER_MMOL_L : mgDl;
}
