import { expect, it } from "vitest";
import { jIndex } from "./j-index";

it("J-index is a thousandth of the square of mean plus SD", () => {
  // (150 + 50)² / 1000.
  expect(jIndex(150, 50)).toBeCloseTo(40, 12);
  expect(jIndex(100, 0)).toBeCloseTo(10, 12);
});

it("there is no J-index without a mean or an SD", () => {
  expect(jIndex(null, 50)).toBeNull();
  expect(jIndex(150, null)).toBeNull();
});
