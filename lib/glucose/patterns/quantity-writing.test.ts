import { describe, expect, it } from "vitest";
import { quantitiesFor } from "./quantity-writing";

describe("the quantities in a sentence about a pattern", () => {
  const american = quantitiesFor("mg/dL", "en-US");

  it("are written in the reader's unit and clock", () => {
    expect([american.glucose(70), american.clock(0), american.clock(1_440)]).toEqual([
      "70 mg/dL",
      "12:00 AM",
      "12:00 AM",
    ]);
    // 70 / 18.01559 = 3.886.
    const spanish = quantitiesFor("mmol/L", "es-ES");
    expect([spanish.glucose(70), spanish.clock(1_325)]).toEqual(["3,9 mmol/L", "22:05"]);
  });

  it("round a difference as they round a concentration: 20 mg/dL are 1.1 mmol/L", () => {
    expect(quantitiesFor("mmol/L", "en-US").glucose(20)).toBe("1.1 mmol/L");
  });

  it("never say 0 % where something is there", () => {
    expect([0.3, 0, 97.9].map(american.percent)).toEqual(["< 1 %", "0 %", "98 %"]);
  });
});
