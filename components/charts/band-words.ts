import { formatNumber } from "@/lib/format/number";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Band } from "@/lib/glucose/bands";
import { RANGE_BOUNDS } from "@/lib/glucose/ranges";
import type { BrowserWords } from "@/lib/i18n/translate";

/** From top to bottom, as they stand in the stack. */
export const BANDS_FROM_TOP: readonly Band[] = ["veryHigh", "high", "target", "low", "veryLow"];

export function bandName(band: Band, { t }: BrowserWords): string {
  return t(`charts.bands.${band}`);
}

/** As a phrase after a value: "124 mg/dL, in range". */
export function bandPhrase(band: Band, { t }: BrowserWords): string {
  return t(`charts.bandPhrases.${band}`);
}

/** A band edge as the consensus writes it: whole mg/dL, or tenths of mmol/L. */
export function writeEdge(value: number, unit: GlucoseUnit, locale?: string): string {
  return formatNumber(value, unit === "mg/dL" ? 0 : 1, locale);
}

/** "70–180", "181–250", "below 54": without the unit. */
export function bandRange(band: Band, unit: GlucoseUnit, { t, locale }: BrowserWords): string {
  const { low2, low1, high1, high2 } = RANGE_BOUNDS[unit];
  const step = unit === "mg/dL" ? 1 : 0.1;
  const write = (value: number) => writeEdge(value, unit, locale);
  switch (band) {
    case "veryHigh":
      return t("charts.above", { value: write(high2) });
    case "high":
      return `${write(high1 + step)}–${write(high2)}`;
    case "target":
      return `${write(low1)}–${write(high1)}`;
    case "low":
      return `${write(low2)}–${write(low1 - step)}`;
    case "veryLow":
      return t("charts.below", { value: write(low2) });
  }
}
