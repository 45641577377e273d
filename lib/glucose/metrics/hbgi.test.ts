import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { hbgi } from "./hbgi";

const hbgiOf = (...values: number[]) => hbgi(distributionOf(Float64Array.from(values)));

it("HBGI is the mean high risk over all readings, those without risk included", () => {
  // rh(180) = 7.729312, rh(250) = 22.436200, rh(70) = 0: (2 · 7.729312 + 22.436200 + 0) / 4.
  expect(hbgiOf(180, 70, 250, 180)).toBeCloseTo(9.473706, 6);
});

it("HBGI is 0 where no reading is high", () => {
  expect(hbgiOf(39, 70, 112)).toBe(0);
});

it("there is no HBGI without readings", () => {
  expect(hbgiOf()).toBeNull();
});
