import * as fc from "fast-check";
import { expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { bgri } from "./bgri";
import { hbgi } from "./hbgi";
import { lbgi } from "./lbgi";

it("BGRI adds low and high risk", () => {
  // rl(70) = 7.755206 and rh(180) = 7.729312, each over two readings.
  expect(bgri(distributionOf(Float64Array.of(70, 180)))).toBeCloseTo(7.742259, 6);
});

it("BGRI is LBGI + HBGI for any readings", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 600 }), { minLength: 1 }), (values) => {
      const readings = distributionOf(Float64Array.from(values));
      expect(bgri(readings)).toBe((lbgi(readings) ?? Number.NaN) + (hbgi(readings) ?? Number.NaN));
    }),
    { seed: 11, numRuns: 200 },
  );
});

it("there is no BGRI without readings", () => {
  expect(bgri(distributionOf(new Float64Array()))).toBeNull();
});
