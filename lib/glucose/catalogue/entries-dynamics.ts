import { aucHourly } from "../metrics/auc";
import { conga } from "../metrics/conga";
import { gvp } from "../metrics/gvp";
import { lability } from "../metrics/lability";
import { mag } from "../metrics/mag";
import { modd } from "../metrics/modd";
import { sdRoc } from "../metrics/sd-roc";
import { CITATIONS } from "./citations";
import { MAGE } from "./entry-mage";
import { exampleGrid, ONE_HOUR, rowsOf, seriesOf, TWO_MORNINGS } from "./example-readings";
import type { MetricGroup } from "./metric";
import { NEEDS } from "./needs";

const HOUR = exampleGrid(ONE_HOUR, 5);
const MORNINGS = exampleGrid(TWO_MORNINGS, 30);

export const DYNAMICS: MetricGroup = {
  id: "change",
  name: "Change over time",
  about:
    "How fast glucose moves, and how one day resembles the next. These are computed on an even grid: readings are laid on " +
    "steps of the sensor's interval, in between by a straight line, and nothing is filled in across a pause of more than " +
    "45 minutes.",
  metrics: [
    MAGE,
    {
      id: "modd",
      figure: "modd",
      name: "Mean of daily differences",
      shortName: "MODD",
      meaning: "How different glucose is at the same time of day on two days in a row.",
      definition:
        "The mean absolute difference between each value and the one at the same time of the day before.",
      formula: "mean of |x(t) − x(t − 1 day)|",
      variant:
        "After a clock change the same time of day is compared. cgmquantify and cgmanalysis pair the last two days that have " +
        "readings, even 48 hours apart.",
      unit: "mg/dL or mmol/L",
      edgeCases: "No value without two days in a row at the same time of day.",
      needs: NEEDS.dayToDay,
      goal: null,
      citations: [CITATIONS.molnar1972, CITATIONS.service1980],
      example: {
        rows: rowsOf(TWO_MORNINGS),
        steps: [
          "Distances at each time: 20, 10, 10, 20, 20, 10.",
          "(20 + 10 + 10 + 20 + 20 + 10) / 6 = 90 / 6 = 15.",
        ],
        results: [{ name: "MODD", byHand: 15, computed: modd(MORNINGS), decimals: 0, unit: "mg/dL" }],
      },
    },
    {
      id: "conga",
      figure: "conga",
      name: "CONGA over 1, 2, 4 and 6 hours",
      shortName: "CONGA(n)",
      meaning: "How much glucose changes within so many hours.",
      definition: "The sample SD of the differences between each value and the one n hours earlier.",
      formula: "SD of x(t) − x(t − n hours)",
      variant:
        "Continuous overlapping net glycemic action. Numbers for different n cannot be compared, so n is always named: iglu " +
        "takes 24 unless told, AGATA 4, rGV 1. EasyGV and cgmquantify give another quantity under this name.",
      unit: "mg/dL or mmol/L",
      edgeCases: "No value below two pairs.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.mcdonnell2005],
      example: {
        rows: rowsOf(TWO_MORNINGS),
        steps: [
          "Differences over one hour: 40, −50, 30, 50 on day 1 and 30, −20, 0, 40 on day 2. Their mean is 120 / 8 = 15.",
          "Squared distances from 15 add up to 8,600: √(8,600 / 7) = 35.05.",
        ],
        results: [
          { name: "CONGA(1)", byHand: 35.05, computed: conga(MORNINGS, 1), decimals: 2, unit: "mg/dL" },
        ],
      },
    },
    {
      id: "conga-24",
      figure: "conga24",
      name: "CONGA over 24 hours",
      shortName: "CONGA(24)",
      meaning: "How much glucose differs from that of 24 hours earlier.",
      definition: "The sample SD of the differences between each value and the one 24 hours earlier.",
      formula: "SD of x(t) − x(t − 24 hours)",
      variant: "As CONGA(n), but it needs two days in a row.",
      unit: "mg/dL or mmol/L",
      edgeCases: "No value below two pairs.",
      needs: NEEDS.dayToDay,
      goal: null,
      citations: [CITATIONS.mcdonnell2005],
      example: {
        rows: rowsOf(TWO_MORNINGS),
        steps: [
          "Differences day 2 − day 1: 20, −10, 10, 20, −20, 10. Their mean is 5.",
          "Squared distances from 5 add up to 1,350: √(1,350 / 5) = 16.43.",
        ],
        results: [
          { name: "CONGA(24)", byHand: 16.43, computed: conga(MORNINGS, 24), decimals: 2, unit: "mg/dL" },
        ],
      },
    },
    {
      id: "mag",
      figure: "mag",
      name: "Mean absolute glucose change",
      shortName: "MAG",
      meaning: "How much glucose moves in an hour, up and down added together.",
      definition:
        "The absolute changes from step to step, added up and divided by the hours that they cover.",
      formula: "Σ|Δx| / hours",
      variant:
        "At the sensor's own step, and gaps add no time. rGV and GlucoStats divide by the whole span, gaps included; iglu's " +
        "older hourly form gives lower numbers.",
      unit: "mg/dL or mmol/L per hour",
      edgeCases: "No value without two neighbouring values.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.hermanides2010],
      example: {
        rows: rowsOf(ONE_HOUR),
        steps: ["Seven changes of 12 and two of 0: 84 mg/dL in 45 minutes, and 84 / 0.75 = 112."],
        results: [{ name: "MAG", byHand: 112, computed: mag(HOUR), decimals: 0, unit: "mg/dL per hour" }],
      },
    },
    {
      id: "gvp",
      figure: "gvp",
      name: "Glycemic variability percentage",
      shortName: "GVP",
      meaning: "By how many percent the curve is longer than a level line of the same duration.",
      definition:
        "The length of the curve, drawn with one minute as long as one mg/dL, over that of a level line, minus one.",
      formula: "100 · (Σ√(Δt² + Δx²) / ΣΔt − 1), Δt in minutes, Δx in mg/dL",
      variant:
        "Always in mg/dL: mmol/L would give another number. Gaps add neither length nor time; rGV bridges them.",
      unit: "%",
      edgeCases: "0 on a level curve; no value without two neighbouring values.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.peyser2018],
      example: {
        rows: rowsOf(ONE_HOUR),
        steps: [
          "A step of 5 minutes and 12 mg/dL is √(25 + 144) = 13 long, a level one 5.",
          "7 · 13 + 2 · 5 = 101 over 45: 100 · (101 / 45 − 1) = 124.4 %.",
        ],
        results: [{ name: "GVP", byHand: 124.4, computed: gvp(HOUR), decimals: 1, unit: "%" }],
      },
    },
    {
      id: "sd-of-rate",
      figure: "sdRoc",
      name: "SD of the rate of change",
      shortName: "SD of ROC",
      meaning: "How much the speed of glucose varies.",
      definition: "The sample SD of the rates of change over 15 minutes.",
      formula: "SD of (x(t) − x(t − 15 min)) / 15",
      variant: "A sensor that speaks every 15 minutes or less often is taken step by step.",
      unit: "mg/dL or mmol/L per minute",
      edgeCases: "No value below two pairs.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.clarke2009],
      example: {
        rows: rowsOf(ONE_HOUR),
        steps: [
          "Differences over three steps: 36, 36, 24, 0, −24, −36, −24. Their SD is 30.54.",
          "30.54 / 15 = 2.04.",
        ],
        results: [
          { name: "SD of ROC", byHand: 2.04, computed: sdRoc(HOUR), decimals: 2, unit: "mg/dL per minute" },
        ],
      },
    },
    {
      id: "lability",
      figure: "lability",
      name: "Lability index (LI)",
      shortName: "Lability index",
      meaning: "How strongly glucose changes within an hour, large changes weighing more.",
      definition:
        "Each reading is paired with the one an hour later, at most 2½ minutes off; the squared differences are added up and " +
        "divided by the hours of all pairs.",
      formula: "Σ(x(t + 60 min) − x(t))² / Σ hours",
      variant:
        "In (mg/dL)² per hour. The original is in (mmol/L)² per hour and week; the two cannot be compared.",
      unit: "(mg/dL)² per hour",
      edgeCases: "No value without a pair.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.ryan2004],
      example: {
        rows: rowsOf(TWO_MORNINGS),
        steps: [
          "Differences over one hour: 40, −50, 30, 50, 30, −20, 0, 40. Their squares add up to 10,400.",
          "Eight pairs of one hour: 10,400 / 8 = 1,300.",
        ],
        results: [
          {
            name: "Lability index",
            byHand: 1_300,
            computed: lability(seriesOf(TWO_MORNINGS)),
            decimals: 0,
            unit: "(mg/dL)² per hour",
          },
        ],
      },
    },
    {
      id: "auc",
      figure: "aucHourly",
      name: "Area under the curve, per hour",
      shortName: "AUC",
      meaning: "The average of the curve over time, pauses left out.",
      definition:
        "Trapezoids between neighbouring values, added up and divided by the hours that they cover.",
      formula: "Σ (x(t) + x(t − Δt)) / 2 · Δt / ΣΔt",
      variant:
        "The time-weighted average of the recorded time. iglu 4.3.0 averages other pairs of values by mistake and is off by " +
        "up to 2.7 %.",
      unit: "mg/dL or mmol/L",
      edgeCases: "No value without two neighbouring values.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.broll2021],
      example: {
        rows: rowsOf(ONE_HOUR),
        steps: [
          "Nine trapezoids: all ten readings (1,252) less half of the first and the last (106) make 1,146.",
          "1,146 / 9 = 127.3.",
        ],
        results: [
          { name: "AUC per hour", byHand: 127.3, computed: aucHourly(HOUR), decimals: 1, unit: "mg/dL" },
        ],
      },
    },
  ],
};
