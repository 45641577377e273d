import { expect, test } from "vitest";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { FIGURES_TO_COMPARE } from "@/lib/glucose/compare/compared-figures";
import { wordsFor } from "@/lib/i18n/words";
import { metricOf } from "./figure-metric";

const catalogue = catalogueFor(wordsFor("en-US"));
const metrics = new Map(catalogue.flatMap((group) => group.metrics).map((metric) => [metric.id, metric]));

test("every figure has its entry in the catalogue", () => {
  expect(FIGURES_TO_COMPARE.filter(({ figure }) => !metrics.has(metricOf(figure)))).toEqual([]);
});

test("the entry is judged by the same rule as the figure, where the entry names one", () => {
  const differing = FIGURES_TO_COMPARE.filter(({ figure, judgedBy }) => {
    const rule = metrics.get(metricOf(figure))?.figure ?? null;
    return rule !== null && rule !== judgedBy;
  });
  expect(differing.map(({ figure }) => figure)).toEqual([]);
});
