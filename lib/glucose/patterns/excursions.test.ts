import { describe, expect, it } from "vitest";
import { boundsInMgDl } from "../range-sets";
import { excursionTitle, excursionWords, highsAbove, isOften, lowsBelow } from "./excursions";
import { wordsIn } from "./pattern";

const LOWS = lowsBelow(70);
const HIGHS = highsAbove(180);

describe("often", () => {
  it("is two dates and 20 % for lows, two dates and 30 % for highs, neither alone", () => {
    expect(isOften(LOWS, 1, 3)).toBe(false);
    expect(isOften(LOWS, 2, 10)).toBe(true);
    expect(isOften(LOWS, 2, 11)).toBe(false);
    expect(isOften(HIGHS, 2, 7)).toBe(false);
    expect(isOften(HIGHS, 3, 10)).toBe(true);
  });
});

describe("the words for lows and highs", () => {
  it("carry their own numbers", () => {
    expect(wordsIn(excursionTitle(LOWS), "mmol/L")).toBe("Glucose below 3.9 mmol/L");
    // 3.9 mmol/L itself, for a source that speaks it.
    expect(wordsIn(excursionTitle(lowsBelow(boundsInMgDl("mmol/L").low1)), "mmol/L")).toBe(
      "Glucose below 3.9 mmol/L",
    );
    expect(wordsIn(excursionWords(HIGHS), "mg/dL")).toBe(
      "Episodes above 180 mg/dL fill at least 60 minutes ",
    );
  });
});
