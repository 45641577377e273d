import { describe, expect, it } from "vitest";
import { TRENDS } from "@/lib/glucose/reading";
import { wordsFor } from "@/lib/i18n/words";
import { trendWords } from "./trend-words";

const english = wordsFor("en-US");

describe("the words for a trend", () => {
  it("stay silent where the sensor could not say", () => {
    for (const trend of [null, "none", "unknown", "notComputable", "rateOutOfRange"] as const)
      expect(trendWords(trend, english)).toBeNull();
  });

  it("differ for every direction and speed", () => {
    const words = TRENDS.flatMap((trend) => trendWords(trend, english) ?? []);
    expect(words).toHaveLength(7);
    expect(new Set(words).size).toBe(7);
    expect(trendWords("singleUp", english)).toBe("rising fast");
    expect(trendWords("doubleDown", english)).toBe("falling very fast");
  });
});
