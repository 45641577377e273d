import { expect, test } from "vitest";
import { readGlucoseCell } from "./glucose-cell";

test.each([
  ["94", 94],
  ["5.8", 5.8],
  ["5,8", 5.8],
  ["136.80000000000001", 136.8],
  ["1.0e+02", 100],
  ["0.5", 0.5],
  ["1200", 1200],
])("%s is a number, however implausible", (text, value) => {
  expect(readGlucoseCell(text, "mg/dL")).toBe(value);
});

test.each(["", "NA", "NaN", "null", "-", "---", "N/A", "."])("“%s” is a missing value", (text) => {
  expect(readGlucoseCell(text, "mg/dL")).toBe("missing");
});

test.each(["0", "-5", "0.0", "-0,1"])("%s is not above 0", (text) => {
  expect(readGlucoseCell(text, "mg/dL")).toBe("not-positive");
});

test.each(["abc", "94 mg/dL", "1,234.5", "0x5E", "Infinity", "12 34", "٩٤", "<70", ">180", "< 4.0"])(
  "“%s” is no glucose value",
  (text) => {
    expect(readGlucoseCell(text, text.includes("4.0") ? "mmol/L" : "mg/dL")).toBe("text");
  },
);

test("the sensor's words and signs for a value out of its range are low and high", () => {
  for (const text of ["Low", "LOW", "lo", "Niedrig", "<40", "< 39"])
    expect(readGlucoseCell(text, "mg/dL")).toBe("low");
  for (const text of ["High", "HI", "Hoch", ">400", "> 500"])
    expect(readGlucoseCell(text, "mg/dL")).toBe("high");
  // 2.2 mmol/L is 39.6, 22.2 mmol/L is 399.9: the same bounds.
  expect(readGlucoseCell("<2.2", "mmol/L")).toBe("low");
  expect(readGlucoseCell(">22,2", "mmol/L")).toBe("high");
});
