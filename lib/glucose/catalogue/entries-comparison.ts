import { comparePeriods } from "../compare/compare-periods";
import type { CatalogueWords } from "./catalogue-words";
import { madeUpPeriod } from "./example-fortnight";
import type { MetricGroup } from "./metric";

// Days of one level each, so that a period's average is that of its two levels.
const { figures } = comparePeriods({
  before: madeUpPeriod(6, (day) => (day % 2 === 0 ? 160 : 180)),
  after: madeUpPeriod(6, (day) => (day % 2 === 0 ? 140 : 160)),
});
const average = figures.find(({ figure }) => figure === "mean");

export function comparisonGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("comparison", [
    entry("difference", {
      figure: null,
      formula: t("metrics.entries.difference.formula"),
      needs: "bothPeriods",
      goal: null,
      citations: [],
      rows: [],
      results: [
        {
          name: t("metrics.entries.difference.results.before"),
          byHand: 170,
          computed: average?.before ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
        {
          name: t("metrics.entries.difference.results.after"),
          byHand: 150,
          computed: average?.after ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
        {
          byHand: -20,
          computed: average?.difference ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
      ],
    }),
  ]);
}
