import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { mean } from "./mean";

it("the mean weighs every reading alike", () => {
  expect(mean(distributionOf(Float64Array.of(100, 100, 100, 200)))).toBe(125);
  expect(mean(distributionOf(Float64Array.of(39, 401)))).toBe(220);
});

it("there is no mean without readings", () => {
  expect(mean(distributionOf(new Float64Array()))).toBeNull();
});
