import { describe, expect, it } from "vitest";
import { highsAbove, isOften, lowsBelow } from "./excursions";

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
