import type { BrowserWords } from "@/lib/i18n/translate";
import { formatNumber } from "./number";
import { type GlucoseUnit, inUnit } from "./unit";

const DECIMALS: Readonly<Record<GlucoseUnit, number>> = { "mg/dL": 0, "mmol/L": 1 };

// The edges of Dexcom's sensors. What lies beyond arrives as 39 and 401, which are signs, not measurements.
const SENSOR_MIN_MG_DL = 40;
const SENSOR_MAX_MG_DL = 400;

/** A concentration given in mg/dL as a number in `unit`, without the unit: "120", "6.7". */
export function formatGlucose(mgDl: number, unit: GlucoseUnit, locale?: string): string {
  return formatNumber(inUnit(mgDl, unit), DECIMALS[unit], locale);
}

/** The same with its unit: "120 mg/dL", "6.7 mmol/L". */
export function formatGlucoseWithUnit(mgDl: number, unit: GlucoseUnit, locale?: string): string {
  return `${formatGlucose(mgDl, unit, locale)} ${unit}`;
}

/** A reading as a number in `unit`; "below 40" and "above 400" where the sensor was out of its range. */
export function formatReading(
  reading: { readonly value: number; readonly status: "low" | "high" | null },
  unit: GlucoseUnit,
  { t, locale }: BrowserWords,
): string {
  if (reading.status === "low")
    return t("charts.below", { value: formatGlucose(SENSOR_MIN_MG_DL, unit, locale) });
  if (reading.status === "high")
    return t("charts.above", { value: formatGlucose(SENSOR_MAX_MG_DL, unit, locale) });
  return formatGlucose(reading.value, unit, locale);
}

/** A range given in mg/dL: "70–180 mg/dL", "3.9–10.0 mmol/L". */
export function formatGlucoseRange(
  { low, high }: { readonly low: number; readonly high: number },
  unit: GlucoseUnit,
  locale?: string,
): string {
  return `${formatGlucose(low, unit, locale)}–${formatGlucose(high, unit, locale)} ${unit}`;
}
