import { describe, expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { formatGlucose, formatGlucoseRange, formatGlucoseWithUnit, formatReading } from "./glucose";

const english = wordsFor("en-US");

describe("a glucose value", () => {
  it.each([
    [120, "120", "6.7"],
    [119.5, "120", "6.6"],
    [70, "70", "3.9"],
    [180, "180", "10.0"],
    [54, "54", "3.0"],
    [250, "250", "13.9"],
    [39, "39", "2.2"],
  ])("of %d is %s mg/dL or %s mmol/L", (mgDl, whole, oneDecimal) => {
    expect(formatGlucose(mgDl, "mg/dL")).toBe(whole);
    expect(formatGlucose(mgDl, "mmol/L")).toBe(oneDecimal);
  });

  it("carries its unit where asked, and the locale's comma", () => {
    expect(formatGlucoseWithUnit(120, "mg/dL")).toBe("120 mg/dL");
    expect(formatGlucoseWithUnit(120, "mmol/L", "de")).toBe("6,7 mmol/L");
  });
});

describe("a reading beyond the sensor's range", () => {
  it("is written as below or above, in both units, and never as 39 or 401", () => {
    expect(formatReading({ value: 39, status: "low" }, "mg/dL", english)).toBe("below 40");
    expect(formatReading({ value: 39, status: "low" }, "mmol/L", english)).toBe("below 2.2");
    expect(formatReading({ value: 401, status: "high" }, "mg/dL", english)).toBe("above 400");
    expect(formatReading({ value: 401, status: "high" }, "mmol/L", english)).toBe("above 22.2");
    expect(formatReading({ value: 40, status: null }, "mg/dL", english)).toBe("40");
  });
});

describe("a range", () => {
  it("has an en dash and one unit", () => {
    expect(formatGlucoseRange({ low: 70, high: 180 }, "mg/dL")).toBe("70–180 mg/dL");
    expect(formatGlucoseRange({ low: 70, high: 180 }, "mmol/L")).toBe("3.9–10.0 mmol/L");
  });
});
