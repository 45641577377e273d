import { expect, test } from "vitest";
import { numberOf } from "./typed-number";

test.each([
  ["7.1", 7.1],
  [" 7,1 ", 7.1],
  ["53", 53],
])("“%s” is %d", (typed, number) => expect(numberOf(typed)).toBe(number));

test.each(["", "7.", "seven", "7.1.2", "1e3", "-7", "7,1,2"])("“%s” is no number", (typed) => {
  expect(numberOf(typed)).toBeNull();
});
