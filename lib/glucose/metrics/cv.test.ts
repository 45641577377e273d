import { expect, it } from "vitest";
import { cv } from "./cv";

it("CV is a percentage of the mean", () => {
  expect(cv(45, 150)).toBe(30);
  expect(cv(0, 150)).toBe(0);
});

it("there is no CV without an SD, without a mean or at a mean of 0", () => {
  expect(cv(null, 150)).toBeNull();
  expect(cv(45, null)).toBeNull();
  expect(cv(45, 0)).toBeNull();
});
