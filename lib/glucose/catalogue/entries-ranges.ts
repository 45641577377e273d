import type { Band } from "../bands";
import { countBandsOf, timesInRanges } from "../metrics/times-in-ranges";
import { titr } from "../metrics/titr";
import { wholePercents } from "../percent";
import { RANGE_SETS } from "../range-sets";
import { BAND_GOALS } from "../ranges";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { TEN_READINGS, tenRows } from "./example-readings";
import type { MetricGroup } from "./metric";
import type { ExampleResult } from "./worked-example";

const [LOW, IN_RANGE, HIGH] = wholePercents([2, 197, 101]);

function shareOf(band: Band, byHand: number, set = RANGE_SETS.standard): Omit<ExampleResult, "name"> {
  const bands = timesInRanges(countBandsOf(TEN_READINGS, set.bounds["mg/dL"]), "none", set.goals);
  const share = bands.find((one) => one.band === band)?.share;
  return { byHand, computed: share === undefined ? null : 100 * share, decimals: 0, unit: "%" };
}

export function rangesGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  return group("ranges", [
    entry("time-in-range", {
      figure: "timeInRanges",
      formula: t("metrics.entries.time-in-range.formula"),
      needs: "level",
      goal: {
        text: t("metrics.entries.time-in-range.goal", { bound: BAND_GOALS.target.bound }),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      rows: tenRows(t),
      results: [shareOf("target", 60)],
    }),
    entry("time-below-range", {
      figure: "timeInRanges",
      formula: t("metrics.entries.time-below-range.formula"),
      needs: "level",
      goal: {
        text: t("metrics.entries.time-below-range.goal", {
          low: BAND_GOALS.low.bound,
          veryLow: BAND_GOALS.veryLow.bound,
        }),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      rows: tenRows(t),
      results: [
        { name: t("metrics.entries.time-below-range.results.veryLow"), ...shareOf("veryLow", 10) },
        { name: t("metrics.entries.time-below-range.results.low"), ...shareOf("low", 10) },
      ],
    }),
    entry("time-above-range", {
      figure: "timeInRanges",
      formula: t("metrics.entries.time-above-range.formula"),
      needs: "level",
      goal: {
        text: t("metrics.entries.time-above-range.goal", {
          high: BAND_GOALS.high.bound,
          veryHigh: BAND_GOALS.veryHigh.bound,
        }),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      rows: tenRows(t),
      results: [
        { name: t("metrics.entries.time-above-range.results.high"), ...shareOf("high", 10) },
        { name: t("metrics.entries.time-above-range.results.veryHigh"), ...shareOf("veryHigh", 10) },
      ],
    }),
    entry("time-in-tight-range", {
      figure: "titr",
      formula: t("metrics.entries.time-in-tight-range.formula"),
      needs: "level",
      goal: null,
      citations: [CITATIONS.battelino2023],
      rows: tenRows(t),
      results: [
        {
          byHand: 40,
          computed: titr(TEN_READINGS, "mg/dL"),
          decimals: 0,
          unit: "%",
        },
      ],
    }),
    entry("range-sets", {
      figure: null,
      formula: null,
      needs: "level",
      goal: {
        text: t("metrics.entries.range-sets.goal"),
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      rows: tenRows(t),
      results: [
        {
          name: t("metrics.entries.range-sets.results.target"),
          ...shareOf("target", 50, RANGE_SETS.pregnancy),
        },
        { name: t("metrics.entries.range-sets.results.high"), ...shareOf("high", 40, RANGE_SETS.pregnancy) },
      ],
    }),
    entry("whole-percentages", {
      figure: null,
      formula: null,
      needs: "always",
      goal: null,
      citations: [],
      rows: [],
      results: [
        {
          name: t("metrics.entries.whole-percentages.results.low"),
          byHand: 0,
          computed: LOW?.percent ?? null,
          decimals: 0,
          unit: "%",
        },
        {
          name: t("metrics.entries.whole-percentages.results.inRange"),
          byHand: 66,
          computed: IN_RANGE?.percent ?? null,
          decimals: 0,
          unit: "%",
        },
        {
          name: t("metrics.entries.whole-percentages.results.high"),
          byHand: 34,
          computed: HIGH?.percent ?? null,
          decimals: 0,
          unit: "%",
        },
      ],
    }),
  ]);
}
