import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { lbgi } from "./lbgi";

const lbgiOf = (...values: number[]) => lbgi(distributionOf(Float64Array.from(values)));

it("LBGI is the mean low risk over all readings, those without risk included", () => {
  // rl(70) = 7.755206, rl(54) = 18.461365, rl(180) = 0: (2 · 7.755206 + 18.461365 + 0) / 4.
  expect(lbgiOf(70, 180, 54, 70)).toBeCloseTo(8.492944, 6);
});

it("LBGI is 0 where no reading is low", () => {
  expect(lbgiOf(120, 250, 401)).toBe(0);
});

it("there is no LBGI without readings", () => {
  expect(lbgiOf()).toBeNull();
});
