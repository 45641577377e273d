import { describe, expect, it } from "vitest";
import { TRENDS } from "@/lib/glucose/reading";
import { trendWords } from "./trend-words";

describe("the words for a trend", () => {
  it("stay silent where the sensor could not say", () => {
    for (const trend of [null, "none", "unknown", "notComputable", "rateOutOfRange"] as const)
      expect(trendWords(trend)).toBeNull();
  });

  it("differ for every direction and speed", () => {
    const words = TRENDS.flatMap((trend) => trendWords(trend) ?? []);
    expect(words).toHaveLength(7);
    expect(new Set(words).size).toBe(7);
    expect(trendWords("singleUp")).toBe("rising fast");
    expect(trendWords("doubleDown")).toBe("falling very fast");
  });
});
