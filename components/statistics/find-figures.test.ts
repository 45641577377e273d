import { expect, test } from "vitest";
import { FIRST_DATE, fullReadings, LAST_DATE, NOW } from "@/components/testing/fixtures";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { buildSeries } from "@/lib/glucose/series";
import { summarize } from "@/lib/glucose/summary";
import { freshAt } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { figureRows } from "./figure-rows";
import { findFigures } from "./find-figures";

const summary = summarize({
  series: buildSeries(fullReadings()),
  period: { from: FIRST_DATE, to: LAST_DATE, days: 14 },
  freshness: freshAt(NOW),
});
const found = (find: string, locale = "en-US") => {
  const words = wordsFor(locale);
  return findFigures(figureRows(summary, catalogueFor(words), { unit: "mg/dL", words }), find).flatMap(
    ({ metrics }) => metrics.map(({ metric }) => metric.id),
  );
};

test("a figure is found by its name, its abbreviation or its meaning, whatever the case", () => {
  expect(found("coefficient OF variation")).toContain("cv");
  expect(found("gmi")).toContain("gmi");
  expect(found("laboratory a1c")).toEqual(["gmi"]);
});

test("a figure is found by its meaning in the reader's language", () => {
  expect(found("laboratorio", "es-MX")).toEqual(["gmi"]);
  expect(found("laboratory", "es-MX")).toEqual([]);
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
