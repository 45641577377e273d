import { cv } from "../metrics/cv";
import { cvOfDays } from "../metrics/cv-of-days";
import { iqr } from "../metrics/iqr";
import { jIndex } from "../metrics/j-index";
import { mad } from "../metrics/mad";
import { mean } from "../metrics/mean";
import { sd } from "../metrics/sd";
import { sdSubtypes } from "../metrics/sd-subtypes";
import { FIGURE_GOALS } from "../ranges";
import { CITATIONS } from "./citations";
import { exampleGrid, rowsOf, TEN_READINGS, TEN_ROWS, TWO_MORNINGS } from "./example-readings";
import type { MetricGroup } from "./metric";
import { NEEDS } from "./needs";

const SPREAD = sd(TEN_READINGS);
const AVERAGE = mean(TEN_READINGS);
const MORNINGS = exampleGrid(TWO_MORNINGS, 30);
const PARTS = sdSubtypes(MORNINGS);
const OF_DAYS = cvOfDays(MORNINGS);

const GLUCOSE = "mg/dL or mmol/L";

export const SPREAD_GROUP: MetricGroup = {
  id: "spread",
  name: "Spread",
  about: "How far readings lie from one another, whatever their order.",
  metrics: [
    {
      id: "sd",
      figure: "sd",
      name: "Standard deviation",
      shortName: "SD",
      meaning: "How far readings typically lie from the average.",
      definition: "The square root of the mean squared distance from the average, of a sample (n − 1).",
      formula: "√(Σ(x − average)² / (n − 1))",
      variant:
        "Sample SD, as in iglu, AGATA, rGV and Tidepool's charts. Nightscout, cgmquantify and Tidepool's summaries divide " +
        "by n. It grows with the average; the CV takes that out.",
      unit: GLUCOSE,
      edgeCases: "No value below two readings.",
      needs: NEEDS.spread,
      goal: null,
      citations: [CITATIONS.battelino2023],
      example: {
        rows: TEN_ROWS,
        steps: [
          "Distances from 140: −90, −75, −70, −45, −30, 0, 20, 40, 80, 170. Their squares add up to 58,850.",
          "√(58,850 / 9) = √6,538.9 = 80.9.",
        ],
        results: [{ name: "SD", byHand: 80.9, computed: SPREAD, decimals: 1, unit: "mg/dL" }],
      },
    },
    {
      id: "cv",
      figure: "cv",
      name: "Coefficient of variation",
      shortName: "CV",
      meaning: "The spread as a share of the average: how much glucose moves, whatever its level.",
      definition: "The standard deviation divided by the average.",
      formula: "100 · SD / average",
      variant: "In percent; rGV and cgmanalysis give a fraction. The same in mg/dL and mmol/L.",
      unit: "%",
      edgeCases: "No value below two readings.",
      needs: NEEDS.spread,
      goal: {
        text: `At most ${FIGURE_GOALS.cv.bound} %, which is called stable`,
        source: CITATIONS.battelino2019,
      },
      citations: [CITATIONS.monnier2017, CITATIONS.battelino2019],
      example: {
        rows: TEN_ROWS,
        steps: ["SD 80.86, average 140: 100 · 80.86 / 140 = 57.8 %."],
        results: [{ name: "CV", byHand: 57.8, computed: cv(SPREAD, AVERAGE), decimals: 1, unit: "%" }],
      },
    },
    {
      id: "iqr",
      figure: "iqr",
      name: "Interquartile range",
      shortName: "IQR",
      meaning: "How wide the middle half of the readings is.",
      definition: "The 75th percentile minus the 25th.",
      formula: "p75 − p25",
      variant: "Percentiles of type 7, see “Percentiles”.",
      unit: GLUCOSE,
      edgeCases: "0 for a single reading, no value without any.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.broll2021],
      example: {
        rows: TEN_ROWS,
        steps: [
          "25th: position 2.25, so 70 + 0.25 · 25 = 76.25. 75th: position 6.75, so 160 + 0.75 · 20 = 175.",
          "175 − 76.25 = 98.75.",
        ],
        results: [{ name: "IQR", byHand: 98.75, computed: iqr(TEN_READINGS), decimals: 2, unit: "mg/dL" }],
      },
    },
    {
      id: "mad",
      figure: "mad",
      name: "Median absolute deviation",
      shortName: "MAD",
      meaning: "How far the readings in the middle lie from the median; single extremes hardly move it.",
      definition:
        "The median distance from the median, scaled so that it equals the SD where readings are normally distributed.",
      formula: "1.4826 · median |x − median|",
      variant: "With the factor 1.4826, as R and iglu have it.",
      unit: GLUCOSE,
      edgeCases: "0 for a single reading, no value without any.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.broll2021],
      example: {
        rows: TEN_ROWS,
        steps: [
          "Distances from the median 125, sorted: 15, 15, 30, 35, 55, 55, 60, 75, 95, 185. The middle two are both 55.",
          "1.4826 · 55 = 81.54.",
        ],
        results: [{ name: "MAD", byHand: 81.54, computed: mad(TEN_READINGS), decimals: 2, unit: "mg/dL" }],
      },
    },
    {
      id: "j-index",
      figure: "jIndex",
      name: "J-index",
      shortName: "J-index",
      meaning: "Average and spread in one number.",
      definition: "A thousandth of the square of average plus standard deviation.",
      formula: "0.001 · (average + SD)², both in mg/dL",
      variant: "With the sample SD; cgmquantify uses the population SD, cgmanalysis leaves the square out.",
      unit: "none",
      edgeCases: "No value below two readings.",
      needs: NEEDS.spread,
      goal: null,
      citations: [CITATIONS.wojcicki1995],
      example: {
        rows: TEN_ROWS,
        steps: ["0.001 · (140 + 80.86)² = 0.001 · 48,780 = 48.78."],
        results: [
          { name: "J-index", byHand: 48.78, computed: jIndex(AVERAGE, SPREAD), decimals: 2, unit: "" },
        ],
      },
    },
    {
      id: "sd-subtypes",
      figure: "sdSubtypes",
      name: "SD taken apart",
      shortName: "SD subtypes",
      meaning:
        "Whether the spread comes from within days, from differences between days, or from the time of day.",
      definition:
        "All on the even grid.\n" +
        "SDw, within days: mean of the SD of each day.\n" +
        "SDhh:mm, between times of day: SD of the average at each time.\n" +
        "SDwsh, within an hour: mean SD of all windows of one hour.\n" +
        "SDdm, between daily averages: their SD.\n" +
        "SDb, between days at one time: mean over the times of the SD across days.\n" +
        "SDb,dm: the same after each day's average is taken off.",
      formula: null,
      variant:
        "Days are local dates. Windows of an hour may cross midnight; what is missing in them is left out.",
      unit: GLUCOSE,
      edgeCases:
        "A day, time or window with one value has no SD and is left out; no value where nothing is left.",
      needs: NEEDS.spread,
      goal: null,
      citations: [CITATIONS.rodbard2009Methods],
      example: {
        rows: rowsOf(TWO_MORNINGS),
        steps: [
          "SDw: the days have 28.98 and 17.61, on average 23.29.",
          "SDhh:mm: averages by time 110, 155, 145, 120, 160, 165, whose SD is 22.53.",
          "SDwsh: an hour holds two values; the SD of two is their distance / √2. Ten distances add up to 270: 270 / 10 / √2 = 19.09.",
          "SDdm: daily averages 140 and 145, so 5 / √2 = 3.54.",
          "SDb: distances by time 20, 10, 10, 20, 20, 10, on average 15, so 15 / √2 = 10.61.",
          "SDb,dm: without the 5 between the averages they are 15, 15, 5, 15, 25, 5, on average 13.33, so 13.33 / √2 = 9.43.",
        ],
        results: [
          { name: "SDw", byHand: 23.29, computed: PARTS.w, decimals: 2, unit: "mg/dL" },
          { name: "SDhh:mm", byHand: 22.53, computed: PARTS.hhmm, decimals: 2, unit: "mg/dL" },
          { name: "SDwsh", byHand: 19.09, computed: PARTS.wsh, decimals: 2, unit: "mg/dL" },
          { name: "SDdm", byHand: 3.54, computed: PARTS.dm, decimals: 2, unit: "mg/dL" },
          { name: "SDb", byHand: 10.61, computed: PARTS.b, decimals: 2, unit: "mg/dL" },
          { name: "SDb,dm", byHand: 9.43, computed: PARTS.bdm, decimals: 2, unit: "mg/dL" },
        ],
      },
    },
    {
      id: "cv-of-days",
      figure: "cvOfDays",
      name: "Mean and SD of the daily CVs",
      shortName: "CVmean, CVsd",
      meaning: "How much glucose moves on a typical day, and how different the days are in that.",
      definition:
        "On the even grid: the coefficient of variation of each day; their mean, and their sample SD.",
      formula: "mean(CV of each day), SD(CV of each day)",
      variant: "Days are local dates.",
      unit: "%",
      edgeCases: "A day with one value has no CV. CVmean needs one day, CVsd two.",
      needs: NEEDS.spread,
      goal: null,
      citations: [CITATIONS.umpierrez2018],
      example: {
        rows: rowsOf(TWO_MORNINGS),
        steps: [
          "Day 1: 100 · 28.98 / 140 = 20.70 %. Day 2: 100 · 17.61 / 145 = 12.14 %.",
          "CVmean: (20.70 + 12.14) / 2 = 16.42 %. CVsd: (20.70 − 12.14) / √2 = 6.05 %.",
        ],
        results: [
          { name: "CVmean", byHand: 16.42, computed: OF_DAYS.mean, decimals: 2, unit: "%" },
          { name: "CVsd", byHand: 6.05, computed: OF_DAYS.sd, decimals: 2, unit: "%" },
        ],
      },
    },
  ],
};
