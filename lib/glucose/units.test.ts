import { describe, expect, it } from "vitest";
import { inUnit } from "@/lib/format/unit";
import { DISPLAY_MG_DL_PER_MMOL_L, FORMULA_MG_DL_PER_MMOL_L, mgDlToMmolL, mmolLToMgDl } from "./units";

describe("conversion between mg/dL and mmol/L", () => {
  it("uses 18.01559 for people and 18 for published formulas", () => {
    expect(DISPLAY_MG_DL_PER_MMOL_L).toBe(18.01559);
    expect(FORMULA_MG_DL_PER_MMOL_L).toBe(18);
  });

  it.each([
    [70, "3.9"],
    [180, "10.0"],
    [54, "3.0"],
    [250, "13.9"],
    [100, "5.6"],
    [39, "2.2"],
  ])("%i mg/dL is %s mmol/L", (mgDl, mmolL) => {
    expect(mgDlToMmolL(mgDl).toFixed(1)).toBe(mmolL);
    expect(inUnit(mgDl, "mmol/L")).toBe(mgDlToMmolL(mgDl));
    expect(inUnit(mgDl, "mg/dL")).toBe(mgDl);
  });

  it("loses nothing on the way there and back", () => {
    for (let mgDl = 20; mgDl <= 600; mgDl += 1) expect(mmolLToMgDl(mgDlToMmolL(mgDl))).toBeCloseTo(mgDl, 10);
  });
});
