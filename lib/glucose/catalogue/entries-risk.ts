import { adrr } from "../metrics/adrr";
import { bgri } from "../metrics/bgri";
import { cogi } from "../metrics/cogi";
import { gri } from "../metrics/gri";
import { hbgi } from "../metrics/hbgi";
import { lbgi } from "../metrics/lbgi";
import { sd } from "../metrics/sd";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { FOUR_READINGS, fourRows, TEN_READINGS, tenRows } from "./example-readings";
import type { MetricGroup } from "./metric";

const TEN_GRI = gri({ veryLow: 10, low: 10, target: 60, high: 10, veryHigh: 10 });

export function riskGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("risk", [
    entry("lbgi", {
      figure: "lbgi",
      formula: t("metrics.entries.lbgi.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.kovatchev1997, CITATIONS.fabris2016],
      rows: fourRows(t),
      results: [{ byHand: 3.513, computed: lbgi(FOUR_READINGS), decimals: 3, unit: "" }],
    }),
    entry("hbgi", {
      figure: "hbgi",
      formula: t("metrics.entries.hbgi.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.kovatchev1997, CITATIONS.fabris2016],
      rows: fourRows(t),
      results: [{ byHand: 9.209, computed: hbgi(FOUR_READINGS), decimals: 3, unit: "" }],
    }),
    entry("bgri", {
      figure: "bgri",
      formula: "LBGI + HBGI",
      needs: "level",
      goal: null,
      citations: [CITATIONS.kovatchev1997],
      rows: fourRows(t),
      results: [{ byHand: 12.723, computed: bgri(FOUR_READINGS), decimals: 3, unit: "" }],
    }),
    entry("adrr", {
      figure: "adrr",
      formula: t("metrics.entries.adrr.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.kovatchev2006],
      rows: [
        {
          label: t("metrics.rows.day", { day: 1 }),
          readings: [
            { at: t("metrics.at.lowest"), mgDl: 60 },
            { at: t("metrics.at.highest"), mgDl: 150 },
          ],
        },
        {
          label: t("metrics.rows.day", { day: 2 }),
          readings: [
            { at: t("metrics.at.lowest"), mgDl: 100 },
            { at: t("metrics.at.highest"), mgDl: 300 },
          ],
        },
      ],
      results: [
        {
          byHand: 25.445,
          computed: adrr({ lowest: Float64Array.of(60, 100), highest: Float64Array.of(150, 300) }),
          decimals: 3,
          unit: "",
        },
      ],
    }),
    entry("gri", {
      figure: "gri",
      formula: t("metrics.entries.gri.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.klonoff2023],
      rows: tenRows(t),
      results: [
        { byHand: 78, computed: TEN_GRI?.value ?? null, decimals: 0, unit: "" },
        {
          name: t("metrics.entries.gri.results.hypo"),
          byHand: 18,
          computed: TEN_GRI?.hypo ?? null,
          decimals: 0,
          unit: "%",
        },
        {
          name: t("metrics.entries.gri.results.hyper"),
          byHand: 15,
          computed: TEN_GRI?.hyper ?? null,
          decimals: 0,
          unit: "%",
        },
      ],
    }),
    entry("cogi", {
      figure: "cogi",
      formula: t("metrics.entries.cogi.formula"),
      needs: "spread",
      goal: null,
      citations: [CITATIONS.leelarathna2020],
      rows: tenRows(t),
      results: [
        {
          byHand: 34.52,
          computed: cogi({ timeInRangePercent: 60, timeBelowPercent: 20, sd: sd(TEN_READINGS) }),
          decimals: 2,
          unit: "",
        },
      ],
    }),
  ]);
}
