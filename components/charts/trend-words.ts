import type { Trend } from "@/lib/glucose/reading";

// Bounds as Dexcom defines its arrows, in mg/dL per minute: 1, 2 and 3. "Steady" stays within ±1.
const TREND_WORDS: Readonly<Partial<Record<Trend, string>>> = {
  doubleUp: "rising very fast",
  singleUp: "rising fast",
  fortyFiveUp: "rising",
  flat: "steady",
  fortyFiveDown: "falling",
  singleDown: "falling fast",
  doubleDown: "falling very fast",
};

/** Where glucose was heading when the reading was taken, in words; null where the sensor could not say. */
export function trendWords(trend: Trend | null): string | null {
  return trend === null ? null : (TREND_WORDS[trend] ?? null);
}
