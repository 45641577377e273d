import { activePercent, expectedReadings } from "../coverage";
import { distributionOf } from "../distribution";
import { gapsIn } from "../gaps";
import { mean } from "../metrics/mean";
import { HIGH_SENTINEL_MG_DL, LOW_SENTINEL_MG_DL } from "../reading";
import { REPRESENTATIVE_ACTIVE_PERCENT_MIN } from "../sufficiency";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { rowsOf, seriesOf } from "./example-readings";
import type { MetricGroup } from "./metric";

const PAUSE = [
  { day: 0, fromMinute: 480, stepMinutes: 5, values: [118, 121, 125] },
  { day: 0, fromMinute: 520, stepMinutes: 5, values: [140, 138] },
];
const PAUSED = seriesOf(PAUSE);
const [gap] = gapsIn(PAUSED, { from: PAUSED.systemTime[0] ?? 0, to: PAUSED.systemTime[4] ?? 0 }, 5);

export function coverageGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("coverage", [
    entry("sensor-active", {
      figure: null,
      formula: t("metrics.entries.sensor-active.formula"),
      needs: "always",
      goal: {
        text: t("metrics.entries.sensor-active.goal", { active: REPRESENTATIVE_ACTIVE_PERCENT_MIN }),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019, CITATIONS.riddlesworth2018],
      rows: [],
      results: [
        {
          byHand: 93.75,
          computed: activePercent(270, expectedReadings(1_440, 5)),
          decimals: 2,
          unit: "%",
        },
        {
          name: t("metrics.entries.sensor-active.results.longDay"),
          byHand: 300,
          computed: expectedReadings(1_500, 5),
          decimals: 0,
          unit: t("metrics.units.readings"),
        },
      ],
    }),
    entry("active-while-worn", {
      figure: null,
      formula: t("metrics.entries.active-while-worn.formula"),
      needs: "always",
      goal: null,
      citations: [CITATIONS.broll2021],
      rows: [],
      results: [
        {
          name: t("metrics.entries.active-while-worn.results.worn"),
          byHand: 93.75,
          computed: activePercent(810, expectedReadings(4_315, 5) + 1),
          decimals: 2,
          unit: "%",
        },
      ],
    }),
    entry("gaps", {
      figure: null,
      formula: null,
      needs: "always",
      goal: null,
      citations: [],
      rows: rowsOf(PAUSE, [t("metrics.rows.beforePause"), t("metrics.rows.afterPause")]),
      results: [
        {
          name: t("metrics.entries.gaps.results.gap"),
          byHand: 30,
          computed: gap?.minutes ?? null,
          decimals: 0,
          unit: t("metrics.units.minutes"),
        },
      ],
    }),
    entry("out-of-scale", {
      figure: null,
      formula: null,
      needs: "always",
      goal: null,
      citations: [],
      rows: [
        {
          label: t("metrics.rows.beyond"),
          readings: [
            { at: t("metrics.at.low"), mgDl: LOW_SENTINEL_MG_DL },
            { at: null, mgDl: 60 },
            { at: t("metrics.at.high"), mgDl: HIGH_SENTINEL_MG_DL },
          ],
        },
      ],
      results: [
        {
          name: t("metrics.entries.out-of-scale.results.average"),
          byHand: 166.7,
          computed: mean(distributionOf(Float64Array.of(LOW_SENTINEL_MG_DL, 60, HIGH_SENTINEL_MG_DL))),
          decimals: 1,
          unit: "mg/dL",
        },
      ],
    }),
  ]);
}
