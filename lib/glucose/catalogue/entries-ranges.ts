import type { Band } from "../bands";
import { countBandsOf, timesInRanges } from "../metrics/times-in-ranges";
import { titr } from "../metrics/titr";
import { wholePercents } from "../percent";
import { RANGE_SETS } from "../range-sets";
import { BAND_GOALS } from "../ranges";
import { CITATIONS } from "./citations";
import { TEN_READINGS, TEN_ROWS } from "./example-readings";
import type { MetricGroup } from "./metric";
import { NEEDS } from "./needs";
import type { ExampleResult } from "./worked-example";

function shareOf(band: Band, name: string, byHand: number, set = RANGE_SETS.standard): ExampleResult {
  const bands = timesInRanges(countBandsOf(TEN_READINGS, set.bounds["mg/dL"]), "none", set.goals);
  const share = bands.find((one) => one.band === band)?.share;
  return { name, byHand, computed: share === undefined ? null : 100 * share, decimals: 0, unit: "%" };
}

const COMPARED =
  "Readings are compared as the sensor sent them, unrounded and in the unit they came in; rounding is for display only. ";

export const RANGES: MetricGroup = {
  id: "ranges",
  name: "Time in ranges",
  about:
    "Which share of readings lies in each of five bands. One percent of a day is about 15 minutes. The bands and goals " +
    "are those of the international consensus.",
  metrics: [
    {
      id: "time-in-range",
      figure: "timeInRanges",
      name: "Time in range (TIR), 70–\u2060180\u00A0mg/dL (3.9–\u206010.0\u00A0mmol/L)",
      shortName: "Time in range",
      meaning: "The share of readings that lie between 70 and 180 mg/dL (3.9 and 10.0 mmol/L).",
      definition: "Readings from 70 to 180 mg/dL, both included, as a share of all readings.",
      formula: "100 · count(70 ≤ x ≤ 180) / n",
      variant: `${COMPARED}Tidepool rounds first, so that 69.5 is in range there and low here; AGATA counts 70 and 180 as outside, Nightscout 180 as high. Every reading counts alike; GlucoStats weighs by time, gaps included.`,
      unit: "% of readings",
      edgeCases: "0 without readings. The period's verdict, not the number, says whether there were enough.",
      needs: NEEDS.level,
      goal: {
        text: `Above ${BAND_GOALS.target.bound} % for most adults with type 1 or type 2 diabetes; other groups under “Range sets”`,
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      example: {
        rows: TEN_ROWS,
        steps: [
          "70, 95, 110, 140, 160 and 180 are in range: 6 of 10 readings, 60 %. Both edges belong to it.",
        ],
        results: [shareOf("target", "Time in range", 60)],
      },
    },
    {
      id: "time-below-range",
      figure: "timeInRanges",
      name: "Time below range (TBR), below 70 mg/dL (3.9 mmol/L)",
      shortName: "Time below range",
      meaning:
        "The share of readings below 70 mg/dL (3.9 mmol/L), of which those below 54 (3.0) are called very low.",
      definition:
        "Two bands that do not overlap: low from 54 to below 70 mg/dL, very low below 54. The goal for low counts both together.",
      formula: "very low: 100 · count(x < 54) / n\nlow: 100 · count(54 ≤ x < 70) / n",
      variant: `${COMPARED}AGATA and GlucoStats count 54 and 70 themselves as low, the consensus does not.`,
      unit: "% of readings",
      edgeCases:
        "0 without readings. A share that rounds to 0 although readings are there is written “< 1 %”.",
      needs: NEEDS.level,
      goal: {
        text: `Below ${BAND_GOALS.low.bound} % under 70 mg/dL, very low included, and below ${BAND_GOALS.veryLow.bound} % under 54 mg/dL (3.0 mmol/L)`,
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      example: {
        rows: TEN_ROWS,
        steps: [
          "Very low: only 50, 1 of 10, which is 10 %.",
          "Low: only 65, 1 of 10, which is 10 %. 70 is in range.",
          "The goal looks at both together: 20 %.",
        ],
        results: [shareOf("veryLow", "Very low", 10), shareOf("low", "Low", 10)],
      },
    },
    {
      id: "time-above-range",
      figure: "timeInRanges",
      name: "Time above range (TAR), above 180 mg/dL (10.0 mmol/L)",
      shortName: "Time above range",
      meaning:
        "The share of readings above 180 mg/dL (10.0 mmol/L), of which those above 250 (13.9) are called very high.",
      definition:
        "Two bands that do not overlap: high above 180 and up to 250 mg/dL, very high above 250. The goal for high counts " +
        "both together.",
      formula: "high: 100 · count(180 < x ≤ 250) / n\nvery high: 100 · count(x > 250) / n",
      variant: `${COMPARED}A source in mmol/L is compared with 10.0 and 13.9, so that a reading of 13.9 is high, not very high.`,
      unit: "% of readings",
      edgeCases:
        "0 without readings. A share that rounds to 0 although readings are there is written “< 1 %”.",
      needs: NEEDS.level,
      goal: {
        text: `Below ${BAND_GOALS.high.bound} % above 180 mg/dL, very high included, and below ${BAND_GOALS.veryHigh.bound} % above 250 mg/dL (13.9 mmol/L)`,
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      example: {
        rows: TEN_ROWS,
        steps: [
          "High: only 220, 1 of 10, which is 10 %. 180 is in range.",
          "Very high: only 310, 1 of 10, which is 10 %.",
        ],
        results: [shareOf("high", "High", 10), shareOf("veryHigh", "Very high", 10)],
      },
    },
    {
      id: "time-in-tight-range",
      figure: "titr",
      name: "Time in tight range (TITR), 70–\u2060140\u00A0mg/dL (3.9–\u20607.8\u00A0mmol/L)",
      shortName: "Time in tight range",
      meaning:
        "The share of readings between 70 and 140 mg/dL (3.9 and 7.8 mmol/L), a narrower band inside the range.",
      definition: "Readings from 70 to 140 mg/dL, both included, as a share of all readings.",
      formula: "100 · count(70 ≤ x ≤ 140) / n",
      variant: `${COMPARED}Not to be confused with TING, which starts at 63.`,
      unit: "% of readings",
      edgeCases: "No value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.battelino2023],
      example: {
        rows: TEN_ROWS,
        steps: ["70, 95, 110 and 140: 4 of 10 readings, 40 %."],
        results: [
          {
            name: "Time in tight range",
            byHand: 40,
            computed: titr(TEN_READINGS, "mg/dL"),
            decimals: 0,
            unit: "%",
          },
        ],
      },
    },
    {
      id: "range-sets",
      figure: null,
      name: "Range sets: pregnancy, older adults, own ranges",
      shortName: "Range sets",
      meaning:
        "The same readings against the ranges and goals of another group of people, beside the standard ones.",
      definition:
        "Pregnancy: below 54, 54 to below 63, 63–140 and above 140 mg/dL (3.0, 3.5 and 7.8 mmol/L), four bands, since no " +
        "“very high” is defined. Older adults and adults at high risk: the standard bands with other goals. Own ranges: " +
        "any rising bounds from 20 to 600 mg/dL, without goals.",
      formula: null,
      variant:
        "Never applied unasked. Standard ranges stay on the page, so that two reports can be compared.",
      unit: "% of readings",
      edgeCases: "0 in every band without readings.",
      needs: NEEDS.level,
      goal: {
        text:
          "Pregnancy with type 1: above 70 % in 63–140, below 4 % under 63, below 1 % under 54, below 25 % above 140. With " +
          "type 2 or gestational diabetes no percentages are set. Older or at high risk: above 50 % in 70–180, below 1 % " +
          "under 70, below 50 % above 180, below 10 % above 250",
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.battelino2019],
      example: {
        rows: TEN_ROWS,
        steps: [
          "In the pregnancy range are 65, 70, 95, 110 and 140: 5 of 10, 50 %.",
          "Above 140 are 160, 180, 220 and 310: 4 of 10, 40 %.",
        ],
        results: [
          shareOf("target", "In 63–140", 50, RANGE_SETS.pregnancy),
          shareOf("high", "Above 140", 40, RANGE_SETS.pregnancy),
        ],
      },
    },
    {
      id: "whole-percentages",
      figure: null,
      name: "Whole percentages",
      shortName: "Whole percentages",
      meaning: "How the bands are rounded, so that they add up to exactly 100.",
      definition:
        "Each share is rounded down; the points that are missing to 100 go to the largest remainders. On a tie the larger " +
        "share comes first, then the lower band. Goals are tested on the unrounded shares.",
      formula: null,
      variant:
        "Known as the method of the largest remainder. Tidepool adds what is missing to the band “high”, whatever band the " +
        "rounding took it from.",
      unit: "%",
      edgeCases: "“< 1 %” stands for a band that has readings but rounds to 0; it counts as 0 in the total.",
      needs: NEEDS.always,
      goal: null,
      citations: [],
      example: {
        rows: [],
        steps: [
          "Of 300 readings 2 are low, 197 in range and 101 high: 0.67 %, 65.67 % and 33.67 %.",
          "Rounded down: 0, 65 and 33, together 98. Two points are missing and all remainders are equal (0.67).",
          "They go to the larger shares: 66 % in range and 34 % high. Low has readings, so it reads “< 1 %”.",
        ],
        results: wholePercents([2, 197, 101]).map(({ percent }, i) => ({
          name: ["Low", "In range", "High"][i] ?? "",
          byHand: [0, 66, 34][i] ?? Number.NaN,
          computed: percent,
          decimals: 0,
          unit: "%",
        })),
      },
    },
  ],
};
