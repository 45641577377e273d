import { expect, test } from "vitest";
import { BANDS_FROM_TOP, bandRange } from "@/components/charts/band-words";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import { wordsFor } from "@/lib/i18n/words";
import { setRange } from "./set-range";

const words = wordsFor("en-US");

test("the standard set is written as everywhere else", () => {
  for (const unit of ["mg/dL", "mmol/L"] as const)
    for (const band of BANDS_FROM_TOP)
      expect(setRange(band, RANGE_SETS.standard, unit, words)).toBe(bandRange(band, unit, words));
});

test("in pregnancy everything above 140 is one band", () => {
  const bands = ["high", "target", "low", "veryLow"] as const;
  const ranges = (unit: "mg/dL" | "mmol/L") =>
    bands.map((band) => setRange(band, RANGE_SETS.pregnancy, unit, words));
  expect(ranges("mg/dL")).toEqual(["above 140", "63–140", "54–62", "below 54"]);
  expect(ranges("mmol/L")).toEqual(["above 7.8", "3.5–7.8", "3.0–3.4", "below 3.0"]);
});
