import { expect, it } from "vitest";
import { formatNumber, plainSpaces } from "./number";

it("a number has exactly its decimals, in the way of the locale", () => {
  expect(formatNumber(6, 1)).toBe("6.0");
  expect(formatNumber(6.25, 1)).toBe("6.3");
  expect(formatNumber(6.25, 1, "de")).toBe("6,3");
  expect(formatNumber(1_234.5, 0)).toBe("1,235");
});

it("nothing is written as -0", () => {
  expect(formatNumber(-0.04, 1)).toBe("0.0");
  expect(formatNumber(-0.06, 1)).toBe("-0.1");
});

it("no text holds a space that differs between Node and browsers", () => {
  expect(formatNumber(1_234_567, 0, "fr")).toBe("1 234 567");
  expect(plainSpaces("2:05 PM – 3 PM")).toBe("2:05 PM – 3 PM");
});
