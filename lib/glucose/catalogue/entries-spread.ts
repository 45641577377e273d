import { cv } from "../metrics/cv";
import { cvOfDays } from "../metrics/cv-of-days";
import { iqr } from "../metrics/iqr";
import { jIndex } from "../metrics/j-index";
import { mad } from "../metrics/mad";
import { mean } from "../metrics/mean";
import { sd } from "../metrics/sd";
import { sdSubtypes } from "../metrics/sd-subtypes";
import { FIGURE_GOALS } from "../ranges";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { exampleGrid, morningRows, TEN_READINGS, TWO_MORNINGS, tenRows } from "./example-readings";
import type { MetricGroup } from "./metric";

const SPREAD = sd(TEN_READINGS);
const AVERAGE = mean(TEN_READINGS);
const MORNINGS = exampleGrid(TWO_MORNINGS, 30);
const PARTS = sdSubtypes(MORNINGS);
const OF_DAYS = cvOfDays(MORNINGS);

export function spreadGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("spread", [
    entry("sd", {
      figure: "sd",
      formula: t("metrics.entries.sd.formula"),
      needs: "spread",
      goal: null,
      citations: [CITATIONS.battelino2023],
      rows: tenRows(t),
      results: [{ byHand: 80.9, computed: SPREAD, decimals: 1, unit: "mg/dL" }],
    }),
    entry("cv", {
      figure: "cv",
      formula: t("metrics.entries.cv.formula"),
      needs: "spread",
      goal: {
        text: t("metrics.entries.cv.goal", { bound: FIGURE_GOALS.cv.bound }),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.monnier2017, CITATIONS.battelino2019],
      rows: tenRows(t),
      results: [{ byHand: 57.8, computed: cv(SPREAD, AVERAGE), decimals: 1, unit: "%" }],
    }),
    entry("iqr", {
      figure: "iqr",
      formula: "p75 − p25",
      needs: "level",
      goal: null,
      citations: [CITATIONS.broll2021],
      rows: tenRows(t),
      results: [{ byHand: 98.75, computed: iqr(TEN_READINGS), decimals: 2, unit: "mg/dL" }],
    }),
    entry("mad", {
      figure: "mad",
      formula: t("metrics.entries.mad.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.broll2021],
      rows: tenRows(t),
      results: [{ byHand: 81.54, computed: mad(TEN_READINGS), decimals: 2, unit: "mg/dL" }],
    }),
    entry("j-index", {
      figure: "jIndex",
      formula: t("metrics.entries.j-index.formula"),
      needs: "spread",
      goal: null,
      citations: [CITATIONS.wojcicki1995],
      rows: tenRows(t),
      results: [{ byHand: 48.78, computed: jIndex(AVERAGE, SPREAD), decimals: 2, unit: "" }],
    }),
    entry("sd-subtypes", {
      figure: "sdSubtypes",
      formula: null,
      needs: "spread",
      goal: null,
      citations: [CITATIONS.rodbard2009Methods],
      rows: morningRows(t),
      results: [
        { name: "SDw", byHand: 23.29, computed: PARTS.w, decimals: 2, unit: "mg/dL" },
        { name: "SDhh:mm", byHand: 22.53, computed: PARTS.hhmm, decimals: 2, unit: "mg/dL" },
        { name: "SDwsh", byHand: 19.09, computed: PARTS.wsh, decimals: 2, unit: "mg/dL" },
        { name: "SDdm", byHand: 3.54, computed: PARTS.dm, decimals: 2, unit: "mg/dL" },
        { name: "SDb", byHand: 10.61, computed: PARTS.b, decimals: 2, unit: "mg/dL" },
        { name: "SDb,dm", byHand: 9.43, computed: PARTS.bdm, decimals: 2, unit: "mg/dL" },
      ],
    }),
    entry("cv-of-days", {
      figure: "cvOfDays",
      formula: t("metrics.entries.cv-of-days.formula"),
      needs: "spread",
      goal: null,
      citations: [CITATIONS.umpierrez2018],
      rows: morningRows(t),
      results: [
        { name: "CVmean", byHand: 16.42, computed: OF_DAYS.mean, decimals: 2, unit: "%" },
        { name: "CVsd", byHand: 6.05, computed: OF_DAYS.sd, decimals: 2, unit: "%" },
      ],
    }),
  ]);
}
