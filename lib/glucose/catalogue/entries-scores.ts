import { grade } from "../metrics/grade";
import { hyperIndex } from "../metrics/hyper-index";
import { hypoIndex } from "../metrics/hypo-index";
import { igc } from "../metrics/igc";
import { mValue } from "../metrics/m-value";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { FOUR_READINGS, fourRows } from "./example-readings";
import type { MetricGroup } from "./metric";

const SCORE = grade(FOUR_READINGS);
const REFERENCES = [
  { r: 90, byHand: 39.858 },
  { r: 100, byHand: 31.248 },
  { r: 120, byHand: 22.925 },
] as const;

export function scoresGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("scores", [
    entry("grade", {
      figure: "grade",
      formula: t("metrics.entries.grade.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.hill2007],
      rows: fourRows(t),
      results: [
        { byHand: 9.801, computed: SCORE?.value ?? null, decimals: 3, unit: "" },
        {
          name: t("metrics.entries.grade.results.hypo"),
          byHand: 16,
          computed: SCORE?.hypo ?? null,
          decimals: 1,
          unit: "%",
        },
        {
          name: t("metrics.entries.grade.results.eu"),
          byHand: 1.1,
          computed: SCORE?.eu ?? null,
          decimals: 1,
          unit: "%",
        },
        {
          name: t("metrics.entries.grade.results.hyper"),
          byHand: 82.9,
          computed: SCORE?.hyper ?? null,
          decimals: 1,
          unit: "%",
        },
      ],
    }),
    entry("m-value", {
      figure: "mValue",
      formula: t("metrics.entries.m-value.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.schlichtkrull1965],
      rows: fourRows(t),
      results: REFERENCES.map(({ r, byHand }) => ({
        name: t("metrics.entries.m-value.results.reference", { r }),
        byHand,
        computed: mValue(FOUR_READINGS, r),
        decimals: 3,
        unit: "",
      })),
    }),
    entry("hypoglycaemia-index", {
      figure: "hypoIndex",
      formula: t("metrics.entries.hypoglycaemia-index.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.rodbard2009Interpretation],
      rows: fourRows(t),
      results: [
        {
          name: t("metrics.entries.hypoglycaemia-index.results.index"),
          byHand: 3.333,
          computed: hypoIndex(FOUR_READINGS),
          decimals: 3,
          unit: "",
        },
      ],
    }),
    entry("hyperglycaemia-index", {
      figure: "hyperIndex",
      formula: t("metrics.entries.hyperglycaemia-index.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.rodbard2009Interpretation],
      rows: fourRows(t),
      results: [
        {
          name: t("metrics.entries.hyperglycaemia-index.results.index"),
          byHand: 2.32,
          computed: hyperIndex(FOUR_READINGS),
          decimals: 3,
          unit: "",
        },
      ],
    }),
    entry("igc", {
      figure: "igc",
      formula: t("metrics.entries.igc.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.rodbard2009Interpretation],
      rows: fourRows(t),
      results: [{ byHand: 5.653, computed: igc(FOUR_READINGS), decimals: 3, unit: "" }],
    }),
  ]);
}
