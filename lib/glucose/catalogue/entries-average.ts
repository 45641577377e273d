import { keyFigures } from "../key-figures";
import { gmi, gmiMmolPerMol } from "../metrics/gmi";
import { mean } from "../metrics/mean";
import { median, quantile } from "../metrics/quantile";
import { FIGURE_GOALS, MEAN_GOAL } from "../ranges";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { periodOf } from "./example-fortnight";
import { morningRows, seriesOf, TEN_READINGS, TWO_MORNINGS, tenRows } from "./example-readings";
import type { MetricGroup } from "./metric";

const { days } = keyFigures(periodOf(seriesOf(TWO_MORNINGS), 2));

export function averageGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("average", [
    entry("average-glucose", {
      figure: "mean",
      formula: "Σx / n",
      needs: "level",
      goal: {
        text: t("metrics.entries.average-glucose.goal", {
          mgDl: MEAN_GOAL["mg/dL"],
          mmolL: MEAN_GOAL["mmol/L"],
        }),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      rows: tenRows(t),
      results: [
        {
          name: t("metrics.entries.average-glucose.results.average"),
          byHand: 140,
          computed: mean(TEN_READINGS),
          decimals: 0,
          unit: "mg/dL",
        },
      ],
    }),
    entry("gmi", {
      figure: "gmi",
      formula: t("metrics.entries.gmi.formula"),
      needs: "gmi",
      goal: {
        text: t("metrics.entries.gmi.goal", { bound: FIGURE_GOALS.gmi.bound }),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.bergenstal2018],
      rows: tenRows(t),
      results: [
        { byHand: 6.66, computed: gmi(mean(TEN_READINGS)), decimals: 2, unit: "%" },
        {
          byHand: 49.3,
          computed: gmiMmolPerMol(mean(TEN_READINGS)),
          decimals: 1,
          unit: "mmol/mol",
        },
      ],
    }),
    entry("median", {
      figure: "median",
      formula: t("metrics.entries.median.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.broll2021],
      rows: tenRows(t),
      results: [{ byHand: 125, computed: median(TEN_READINGS), decimals: 0, unit: "mg/dL" }],
    }),
    entry("percentiles", {
      figure: "quantiles",
      formula: t("metrics.entries.percentiles.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.broll2021],
      rows: tenRows(t),
      results: [
        {
          name: t("metrics.entries.percentiles.results.p5"),
          byHand: 56.75,
          computed: quantile(TEN_READINGS, 0.05),
          decimals: 2,
          unit: "mg/dL",
        },
        {
          name: t("metrics.entries.percentiles.results.p95"),
          byHand: 269.5,
          computed: quantile(TEN_READINGS, 0.95),
          decimals: 2,
          unit: "mg/dL",
        },
      ],
    }),
    entry("daily-averages", {
      figure: "dailyMeans",
      formula: t("metrics.entries.daily-averages.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.battelino2019],
      rows: morningRows(t),
      results: [
        {
          name: t("metrics.entries.daily-averages.results.day1"),
          byHand: 140,
          computed: days[0]?.mean ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
        {
          name: t("metrics.entries.daily-averages.results.day2"),
          byHand: 145,
          computed: days[1]?.mean ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
      ],
    }),
  ]);
}
