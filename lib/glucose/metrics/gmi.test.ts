import { describe, expect, it } from "vitest";
import { z } from "zod";
import { oracle } from "../testing/people";
import { gmi, gmiMmolPerMol } from "./gmi";

const Tables = z.object({
  gmi_percent_from_mgdl: z.record(z.string(), z.union([z.number(), z.string()])),
  gmi_mmolmol_from_mmoll: z.record(z.string(), z.union([z.number(), z.string()])),
});
const tables = Tables.parse(oracle("published-tables"));
const rows = (table: Record<string, number | string>) => {
  return Object.entries(table).flatMap(([mean, value]) =>
    typeof value === "number" ? [[Number(mean), value]] : [],
  );
};

describe("GMI", () => {
  it("is 3.31 + 0.02392 times the mean in mg/dL", () => {
    expect(gmi(150)).toBeCloseTo(6.898, 12);
    expect(gmi(null)).toBeNull();
  });

  it.each(rows(tables.gmi_percent_from_mgdl))(
    "at %d mg/dL is the %d %% of the published table",
    (mean, percent) => {
      expect(Number(gmi(mean ?? 0)?.toFixed(1))).toBe(percent);
    },
  );

  it.each(rows(tables.gmi_mmolmol_from_mmoll))(
    "at %d mmol/L is the published %d mmol/mol",
    (mean, mmolPerMol) => {
      expect(Number(gmiMmolPerMol((mean ?? 0) * 18)?.toFixed(1))).toBe(mmolPerMol);
    },
  );

  it("has no value in either unit without a mean", () => {
    expect(gmiMmolPerMol(null)).toBeNull();
  });
});
