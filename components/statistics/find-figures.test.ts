import { expect, test } from "vitest";
import { fullReadings, periodOf } from "@/components/testing/fixtures";
import { CATALOGUE } from "@/lib/glucose/catalogue/catalogue";
import { wordsFor } from "@/lib/i18n/words";
import { figureRows } from "./figure-rows";
import { findFigures } from "./find-figures";

const { summary } = periodOf(fullReadings());
const found = (find: string, locale = "en-US") =>
  findFigures(figureRows(summary, CATALOGUE, { unit: "mg/dL", words: wordsFor(locale) }), find).flatMap(
    ({ metrics }) => metrics.map(({ metric }) => metric.id),
  );

test("a figure is found by its name, its abbreviation or its meaning, whatever the case", () => {
  expect(found("coefficient OF variation")).toContain("cv");
  expect(found("gmi")).toContain("gmi");
  expect(found("laboratory a1c")).toEqual(["gmi"]);
});

test("accents are not needed", () => {
  expect(found("desviacion estandar", "es-MX")).toContain("sd");
});

test("every word must be there, and without words everything is", () => {
  expect(found("median glucose")).toContain("median");
  expect(found("median unicorn")).toEqual([]);
  expect(found("  ")).toHaveLength(new Set(found("")).size);
  expect(found("").length).toBeGreaterThan(40);
});
