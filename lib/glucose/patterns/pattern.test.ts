import { describe, expect, it } from "vitest";
import { type PatternWords, wordsIn } from "./pattern";

describe("words of a pattern", () => {
  const words: PatternWords = [
    "Below ",
    { mgDl: 70 },
    " between ",
    { minuteOfDay: 0 },
    " and ",
    { minuteOfDay: 1_440 },
    ".",
  ];

  it("are written in the reader's unit, from one template", () => {
    expect(wordsIn(words, "mg/dL")).toBe("Below 70 mg/dL between 12:00 AM and 12:00 AM.");
    // 70 / 18.01559 = 3.886.
    expect(wordsIn(words, "mmol/L", "de")).toBe("Below 3,9 mmol/L between 00:00 and 00:00.");
  });

  it("round a difference as they round a concentration: 20 mg/dL are 1.1 mmol/L", () => {
    expect(wordsIn([{ mgDl: 20 }], "mmol/L")).toBe("1.1 mmol/L");
  });

  it("never say 0 % where something is there", () => {
    expect(wordsIn([{ percent: 0.3 }, ", ", { percent: 0 }, ", ", { percent: 97.9 }], "mg/dL")).toBe(
      "< 1 %, 0 %, 98 %",
    );
  });

  it("write a date with its weekday", () => {
    expect(wordsIn([{ date: "2026-03-02" }], "mg/dL")).toBe("Mon, Mar 2");
  });
});
