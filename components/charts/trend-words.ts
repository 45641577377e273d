import type { Trend } from "@/lib/glucose/reading";
import type { BrowserWords } from "@/lib/i18n/translate";

// Bounds as Dexcom defines its arrows, in mg/dL per minute: 1, 2 and 3. "Steady" stays within ±1.
const DIRECTIONS = [
  "doubleUp",
  "singleUp",
  "fortyFiveUp",
  "flat",
  "fortyFiveDown",
  "singleDown",
  "doubleDown",
] as const satisfies readonly Trend[];

/** Where glucose was heading when the reading was taken, in words; null where the sensor could not say. */
export function trendWords(trend: Trend | null, { t }: BrowserWords): string | null {
  const direction = DIRECTIONS.find((one) => one === trend);
  return direction === undefined ? null : t(`charts.trends.${direction}`);
}
