import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { mmolLToMgDl } from "../units";
import { titr, titrBounds } from "./titr";

const of = (...values: number[]) => distributionOf(Float64Array.from(values));

it("time in tight range includes 70 and 140 mg/dL and nothing beyond", () => {
  // Of 69.9, 70, 70, 140, 140.1 three are within.
  expect(titr(of(140, 69.9, 70, 140.1, 70), "mg/dL")).toBe(60);
});

it("readings sent in mmol/L are compared with 3.9 and 7.8, both included", () => {
  const converted = of(...[3.89, 3.9, 7.8, 7.81].map(mmolLToMgDl));
  expect(titr(converted, "mmol/L")).toBe(50);
  // 7.8 mmol/L is 140.52 mg/dL, and 3.89 is 70.08.
  expect(titr(converted, "mg/dL")).toBe(50);
  expect(titr(of(mmolLToMgDl(7.8)), "mg/dL")).toBe(0);
});

it("every hundredth of a mmol/L is within the tight range exactly from 3.9 to 7.8", () => {
  const { low, high } = titrBounds("mmol/L");
  const hundredths = Array.from({ length: 3_221 }, (_, i) => (110 + i) / 100);
  const within = hundredths.filter((value) => mmolLToMgDl(value) >= low && mmolLToMgDl(value) <= high);
  expect([within[0], within.at(-1), within.length]).toEqual([3.9, 7.8, 391]);
});

it("there is no time in tight range without readings", () => {
  expect(titr(of(), "mg/dL")).toBeNull();
});
