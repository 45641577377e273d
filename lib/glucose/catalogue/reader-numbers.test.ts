import { expect, test } from "vitest";
import { withReaderNumbers } from "./reader-numbers";

test.each([
  ["en-US", "√(58,850 / 9) = √6,538.9 = 80.9.", "√(58,850 / 9) = √6,538.9 = 80.9."],
  ["es-MX", "√(58,850 / 9) = √6,538.9 = 80.9.", "√(58,850 / 9) = √6,538.9 = 80.9."],
  ["es-AR", "√(58,850 / 9) = √6,538.9 = 80.9.", "√(58.850 / 9) = √6.538,9 = 80,9."],
  ["es-ES", "1,400 / 10 = 140; ln(x)^1.084 − 5.381", "1400 / 10 = 140; ln(x)^1,084 − 5,381"],
  ["es-ES", "9 · 0.05 = 0.45, y −0.2196", "9 · 0,05 = 0,45, y −0,2196"],
])("in %s %s is %s", (locale, text, written) => {
  expect(withReaderNumbers(text, locale)).toBe(written);
});

test.each(["iglu 4.3.0", "110, 130, 140", "70–180", "1-4-1", "12½", "07:30", "Bergenstal 2018", "SDb,dm"])(
  "%s stays",
  (text) => expect(withReaderNumbers(text, "es-ES")).toBe(text),
);
