import { aucHourly } from "../metrics/auc";
import { conga } from "../metrics/conga";
import { gvp } from "../metrics/gvp";
import { lability } from "../metrics/lability";
import { mag } from "../metrics/mag";
import { modd } from "../metrics/modd";
import { sdRoc } from "../metrics/sd-roc";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { mageEntry } from "./entry-mage";
import { exampleGrid, hourRows, morningRows, ONE_HOUR, seriesOf, TWO_MORNINGS } from "./example-readings";
import type { MetricGroup } from "./metric";

const HOUR = exampleGrid(ONE_HOUR, 5);
const MORNINGS = exampleGrid(TWO_MORNINGS, 30);

export function dynamicsGroup(words: CatalogueWords): MetricGroup {
  const { t, entry, group } = words;
  return group("change", [
    mageEntry(words),
    entry("modd", {
      figure: "modd",
      formula: t("metrics.entries.modd.formula"),
      needs: "dayToDay",
      goal: null,
      citations: [CITATIONS.molnar1972, CITATIONS.service1980],
      rows: morningRows(t),
      results: [{ byHand: 15, computed: modd(MORNINGS), decimals: 0, unit: "mg/dL" }],
    }),
    entry("conga", {
      figure: "conga",
      formula: t("metrics.entries.conga.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.mcdonnell2005],
      rows: morningRows(t),
      results: [
        { name: "CONGA(1)", byHand: 35.05, computed: conga(MORNINGS, 1), decimals: 2, unit: "mg/dL" },
      ],
    }),
    entry("conga-24", {
      figure: "conga24",
      formula: t("metrics.entries.conga-24.formula"),
      needs: "dayToDay",
      goal: null,
      citations: [CITATIONS.mcdonnell2005],
      rows: morningRows(t),
      results: [{ byHand: 16.43, computed: conga(MORNINGS, 24), decimals: 2, unit: "mg/dL" }],
    }),
    entry("mag", {
      figure: "mag",
      formula: t("metrics.entries.mag.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.hermanides2010],
      rows: hourRows(t),
      results: [{ byHand: 112, computed: mag(HOUR), decimals: 0, unit: t("metrics.units.perHour") }],
    }),
    entry("gvp", {
      figure: "gvp",
      formula: t("metrics.entries.gvp.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.peyser2018],
      rows: hourRows(t),
      results: [{ byHand: 124.4, computed: gvp(HOUR), decimals: 1, unit: "%" }],
    }),
    entry("sd-of-rate", {
      figure: "sdRoc",
      formula: t("metrics.entries.sd-of-rate.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.clarke2009],
      rows: hourRows(t),
      results: [{ byHand: 2.04, computed: sdRoc(HOUR), decimals: 2, unit: t("metrics.units.perMinute") }],
    }),
    entry("lability", {
      figure: "lability",
      formula: t("metrics.entries.lability.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.ryan2004],
      rows: morningRows(t),
      results: [
        {
          byHand: 1_300,
          computed: lability(seriesOf(TWO_MORNINGS)),
          decimals: 0,
          unit: t("metrics.units.squaredPerHour"),
        },
      ],
    }),
    entry("auc", {
      figure: "aucHourly",
      formula: "Σ (x(t) + x(t − Δt)) / 2 · Δt / ΣΔt",
      needs: "level",
      goal: null,
      citations: [CITATIONS.broll2021],
      rows: hourRows(t),
      results: [
        {
          name: t("metrics.entries.auc.results.perHour"),
          byHand: 127.3,
          computed: aucHourly(HOUR),
          decimals: 1,
          unit: "mg/dL",
        },
      ],
    }),
  ]);
}
