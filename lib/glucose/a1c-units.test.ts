import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ifccMmolMolOf, ngspPercentOf } from "./a1c-units";

// The table of the ADA and the NGSP, as laboratories print it.
const PRINTED = [
  { percent: "5.0", mmolMol: 31 },
  { percent: "6.0", mmolMol: 42 },
  { percent: "6.5", mmolMol: 48 },
  { percent: "7.0", mmolMol: 53 },
  { percent: "8.0", mmolMol: 64 },
  { percent: "9.0", mmolMol: 75 },
  { percent: "10.0", mmolMol: 86 },
  { percent: "12.0", mmolMol: 108 },
];

describe("a laboratory A1c in its two units", () => {
  it.each(PRINTED)("$mmolMol mmol/mol and $percent % are one value", ({ percent, mmolMol }) => {
    expect(Math.round(ifccMmolMolOf(Number(percent)))).toBe(mmolMol);
    expect(ngspPercentOf(mmolMol).toFixed(1)).toBe(percent);
  });

  it("follows the master equation to the last digit: 50 mmol/mol are 6.726 %", () => {
    expect(ngspPercentOf(50)).toBeCloseTo(6.726, 12);
    expect(ifccMmolMolOf(6.726)).toBeCloseTo(50, 10);
  });

  it("comes back from the other unit as it was", () => {
    fc.assert(
      fc.property(fc.double({ min: 3, max: 20, noNaN: true }), (percent) => {
        expect(ngspPercentOf(ifccMmolMolOf(percent))).toBeCloseTo(percent, 10);
      }),
      { seed: 20_261_125 },
    );
  });
});
