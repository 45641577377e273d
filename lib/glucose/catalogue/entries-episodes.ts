import { episodesOf } from "../episodes";
import { RANGE_BOUNDS } from "../ranges";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { type ExampleStretch, exampleGrid, rowsOf } from "./example-readings";
import type { MetricGroup } from "./metric";

const DIP: readonly ExampleStretch[] = [
  {
    day: 0,
    fromMinute: 120,
    stepMinutes: 5,
    values: [92, 78, 66, 58, 52, 51, 53, 64, 72, 68, 76, 84, 95],
  },
];
const RISE: readonly ExampleStretch[] = [
  {
    day: 0,
    fromMinute: 720,
    stepMinutes: 5,
    values: [168, 179, 186, 194, 203, 198, 189, 177, 170, 165],
  },
];
const { hypo } = episodesOf(exampleGrid(DIP, 5), RANGE_BOUNDS["mg/dL"]);
const { hyper } = episodesOf(exampleGrid(RISE, 5), RANGE_BOUNDS["mg/dL"]);

export function episodesGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  const labels = [t("metrics.rows.inOrder")];
  const minutes = t("metrics.units.minutes");
  return group("episodes", [
    entry("low-episodes", {
      figure: "episodes",
      formula: t("metrics.entries.low-episodes.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.battelino2023, CITATIONS.danne2017, CITATIONS.broll2021],
      rows: rowsOf(DIP, labels),
      results: [
        {
          name: t("metrics.entries.low-episodes.results.level1"),
          byHand: 1,
          computed: hypo.level1.count,
          decimals: 0,
          unit: t("metrics.units.episode"),
        },
        {
          name: t("metrics.entries.low-episodes.results.duration"),
          byHand: 40,
          computed: hypo.level1.list[0]?.minutes ?? null,
          decimals: 0,
          unit: minutes,
        },
        {
          name: t("metrics.entries.low-episodes.results.lowest"),
          byHand: 51,
          computed: hypo.level1.list[0]?.extreme ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
        {
          name: t("metrics.entries.low-episodes.results.level2Duration"),
          byHand: 15,
          computed: hypo.level2.list[0]?.minutes ?? null,
          decimals: 0,
          unit: minutes,
        },
      ],
    }),
    entry("high-episodes", {
      figure: "episodes",
      formula: t("metrics.entries.high-episodes.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.battelino2023, CITATIONS.danne2017, CITATIONS.broll2021],
      rows: rowsOf(RISE, labels),
      results: [
        {
          name: t("metrics.entries.high-episodes.results.level1"),
          byHand: 1,
          computed: hyper.level1.count,
          decimals: 0,
          unit: t("metrics.units.episode"),
        },
        {
          name: t("metrics.entries.high-episodes.results.duration"),
          byHand: 25,
          computed: hyper.level1.list[0]?.minutes ?? null,
          decimals: 0,
          unit: minutes,
        },
        {
          name: t("metrics.entries.high-episodes.results.highest"),
          byHand: 203,
          computed: hyper.level1.list[0]?.extreme ?? null,
          decimals: 0,
          unit: "mg/dL",
        },
      ],
    }),
  ]);
}
