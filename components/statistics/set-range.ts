import { writeEdge } from "@/components/charts/band-words";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Band } from "@/lib/glucose/bands";
import type { RangeSet } from "@/lib/glucose/range-sets";
import type { BrowserWords } from "@/lib/i18n/translate";

/** The glucose values of a band in any set of ranges: "63–140", "above 140", "below 54"; without the unit. */
export function setRange(
  band: Band,
  { bounds }: Pick<RangeSet, "bounds">,
  unit: GlucoseUnit,
  { t, locale }: BrowserWords,
): string {
  const { low2, low1, high1, high2 } = bounds[unit];
  const step = unit === "mg/dL" ? 1 : 0.1;
  const edge = (value: number) => writeEdge(value, unit, locale);
  const below = (value: number) => t("charts.below", { value: edge(value) });
  const above = (value: number) => t("charts.above", { value: edge(value) });
  switch (band) {
    case "veryHigh":
      return above(high2);
    case "high":
      return Number.isFinite(high2) ? `${edge(high1 + step)}–${edge(high2)}` : above(high1);
    case "target":
      return `${edge(low1)}–${edge(high1)}`;
    case "low":
      return Number.isFinite(low2) ? `${edge(low2)}–${edge(low1 - step)}` : below(low1);
    case "veryLow":
      return below(low2);
  }
}
