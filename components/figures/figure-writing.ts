import { formatReading } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import type { FigureUnit } from "@/lib/glucose/compare/compared-figures";
import { HIGH_SENTINEL_MG_DL, LOW_SENTINEL_MG_DL } from "@/lib/glucose/reading";
import type { Words } from "@/lib/i18n/translate";

interface Writing {
  /** How often the unit of glucose is a factor in it. */
  readonly power: 0 | 1 | 2;
  readonly decimals: Readonly<Record<GlucoseUnit, number>>;
}

const WRITINGS: Readonly<Record<FigureUnit, Writing>> = {
  "mg/dL": { power: 1, decimals: { "mg/dL": 0, "mmol/L": 1 } },
  "mg/dL per hour": { power: 1, decimals: { "mg/dL": 0, "mmol/L": 1 } },
  "mg/dL per minute": { power: 1, decimals: { "mg/dL": 2, "mmol/L": 3 } },
  "(mg/dL)² per hour": { power: 2, decimals: { "mg/dL": 0, "mmol/L": 1 } },
  "%": { power: 0, decimals: { "mg/dL": 1, "mmol/L": 1 } },
  "mmol/mol": { power: 0, decimals: { "mg/dL": 1, "mmol/L": 1 } },
  "per week": { power: 0, decimals: { "mg/dL": 1, "mmol/L": 1 } },
  min: { power: 0, decimals: { "mg/dL": 0, "mmol/L": 0 } },
  "": { power: 0, decimals: { "mg/dL": 2, "mmol/L": 2 } },
};

/** A figure with its glucose in `unit`, unrounded; what has another unit stays as it is. */
export function inFigureUnit(value: number, of: FigureUnit, unit: GlucoseUnit): number {
  let converted = value;
  for (let factor = 0; factor < WRITINGS[of].power; factor += 1) converted = inUnit(converted, unit);
  return converted;
}

/** A figure as a number without its unit: glucose in `unit`, with as many decimals as mean something. */
export function figureNumber(value: number, of: FigureUnit, unit: GlucoseUnit, locale: string): string {
  return formatNumber(inFigureUnit(value, of, unit), WRITINGS[of].decimals[unit], locale);
}

/** The unit that stands after the number; a difference in percent is in percentage points. Empty for a bare number. */
export function figureUnitLabel(
  of: FigureUnit,
  unit: GlucoseUnit,
  { t }: Words,
  kind: "value" | "difference" = "value",
): string {
  switch (of) {
    case "mg/dL":
      return unit;
    case "mg/dL per hour":
      return t("figures.units.perHour", { unit });
    case "mg/dL per minute":
      return t("figures.units.perMinute", { unit });
    case "(mg/dL)² per hour":
      return t("figures.units.squaredPerHour", { unit });
    case "%":
      return kind === "value" ? "%" : t("figures.units.points");
    case "per week":
      return t("figures.units.perWeek");
    default:
      return of;
  }
}

/** The lowest or highest of some readings (mg/dL): "61", or "below 40" where the sensor was out of its range. */
export function extremeReading(value: number, unit: GlucoseUnit, words: Words): string {
  const status = value === LOW_SENTINEL_MG_DL ? "low" : value === HIGH_SENTINEL_MG_DL ? "high" : null;
  return formatReading({ value, status }, unit, words);
}
