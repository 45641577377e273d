import { grade } from "../metrics/grade";
import { hyperIndex } from "../metrics/hyper-index";
import { hypoIndex } from "../metrics/hypo-index";
import { igc } from "../metrics/igc";
import { mValue } from "../metrics/m-value";
import { CITATIONS } from "./citations";
import { FOUR_READINGS, FOUR_ROWS } from "./example-readings";
import type { MetricGroup } from "./metric";
import { NEEDS } from "./needs";

const SCORE = grade(FOUR_READINGS);

export const SCORES: MetricGroup = {
  id: "scores",
  name: "Scores of the literature",
  about:
    "Older indices that research still uses. Tools set their constants differently, so each is named with the ones used here.",
  metrics: [
    {
      id: "grade",
      figure: "grade",
      name: "Glycaemic risk assessment diabetes equation",
      shortName: "GRADE",
      meaning:
        "A risk from 0 to 50 for each reading, averaged, with the parts that low and high readings have in it.",
      definition:
        "The mean of a score that is 0 near 88 mg/dL (4.9 mmol/L) and rises to both sides, at most 50.",
      formula: "mean of min(50, 425 · (log₁₀(log₁₀(x)) + 0.16)²), x in mmol/L as mg/dL / 18",
      variant:
        "Parts are shares of the sum of scores: hypo below 70, eu 70–140, hyper above 140 mg/dL. iglu's own bound for hypo " +
        "is 80, AGATA uses 70 and 180 and no maximum, EasyGV takes the median and other constants.",
      unit: "none; parts in %",
      edgeCases: "No value without readings. No parts where every score is 0.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.hill2007],
      example: {
        rows: FOUR_ROWS,
        steps: [
          "60 mg/dL are 3.333 mmol/L: 425 · (log₁₀(log₁₀(3.333)) + 0.16)² = 6.284. Likewise 100: 0.435, 150: 6.553, 300: 25.932.",
          "(6.284 + 0.435 + 6.553 + 25.932) / 4 = 9.801.",
          "Hypo: 6.284 of 39.205 are 16.0 %. Eu: 0.435 are 1.1 %. Hyper: 6.553 + 25.932 are 82.9 %.",
        ],
        results: [
          { name: "GRADE", byHand: 9.801, computed: SCORE?.value ?? null, decimals: 3, unit: "" },
          { name: "Hypo", byHand: 16, computed: SCORE?.hypo ?? null, decimals: 1, unit: "%" },
          { name: "Eu", byHand: 1.1, computed: SCORE?.eu ?? null, decimals: 1, unit: "%" },
          { name: "Hyper", byHand: 82.9, computed: SCORE?.hyper ?? null, decimals: 1, unit: "%" },
        ],
      },
    },
    {
      id: "m-value",
      figure: "mValue",
      name: "M-value",
      shortName: "M-value",
      meaning: "How far readings lie from one reference value, far ones weighing much more.",
      definition: "The mean of the cube of ten times the decimal logarithm of reading by reference.",
      formula: "mean of |10 · log₁₀(x / r)|³, r = 90, 100 or 120 mg/dL",
      variant:
        "Given for three references, since tools differ: iglu uses 90, AGATA 100, rGV and GlucoStats 120. Without the term " +
        "W / 20 of the original, which was made for a handful of readings a day.",
      unit: "none",
      edgeCases: "No value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.schlichtkrull1965],
      example: {
        rows: FOUR_ROWS,
        steps: [
          "For r = 100: 60 gives |10 · log₁₀(0.6)|³ = 10.919, 100 gives 0, 150 gives 5.460, 300 gives 108.614.",
          "(10.919 + 0 + 5.460 + 108.614) / 4 = 31.248.",
          "In the same way r = 90 gives 39.858 and r = 120 gives 22.925.",
        ],
        results: [
          {
            name: "M-value, r = 90",
            byHand: 39.858,
            computed: mValue(FOUR_READINGS, 90),
            decimals: 3,
            unit: "",
          },
          {
            name: "M-value, r = 100",
            byHand: 31.248,
            computed: mValue(FOUR_READINGS, 100),
            decimals: 3,
            unit: "",
          },
          {
            name: "M-value, r = 120",
            byHand: 22.925,
            computed: mValue(FOUR_READINGS, 120),
            decimals: 3,
            unit: "",
          },
        ],
      },
    },
    {
      id: "hypoglycaemia-index",
      figure: "hypoIndex",
      name: "Hypoglycaemia index",
      shortName: "Hypo index",
      meaning: "How often and how far readings lay below 80 mg/dL (4.4 mmol/L).",
      definition:
        "The squared distances of the readings below 80 mg/dL, divided by 30 times the number of all readings.",
      formula: "Σ over x < 80 of (80 − x)² / (30 · n)",
      variant: "With the bounds 80 and 140, as in iglu; AGATA and GlucoStats use 70 and 180.",
      unit: "none",
      edgeCases: "0 where no reading is below 80; no value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.rodbard2009Interpretation],
      example: {
        rows: FOUR_ROWS,
        steps: ["Only 60 is below 80: (80 − 60)² = 400, and 400 / (30 · 4) = 3.333."],
        results: [
          {
            name: "Hypoglycaemia index",
            byHand: 3.333,
            computed: hypoIndex(FOUR_READINGS),
            decimals: 3,
            unit: "",
          },
        ],
      },
    },
    {
      id: "hyperglycaemia-index",
      figure: "hyperIndex",
      name: "Hyperglycaemia index",
      shortName: "Hyper index",
      meaning: "How often and how far readings lay above 140 mg/dL (7.8 mmol/L).",
      definition:
        "The distances of the readings above 140 mg/dL to the power of 1.1, divided by 30 times the number of all readings.",
      formula: "Σ over x > 140 of (x − 140)^1.1 / (30 · n)",
      variant: "With the bounds 80 and 140, as in iglu; AGATA and GlucoStats use 70 and 180.",
      unit: "none",
      edgeCases: "0 where no reading is above 140; no value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.rodbard2009Interpretation],
      example: {
        rows: FOUR_ROWS,
        steps: ["150: 10^1.1 = 12.589. 300: 160^1.1 = 265.786.", "(12.589 + 265.786) / (30 · 4) = 2.320."],
        results: [
          {
            name: "Hyperglycaemia index",
            byHand: 2.32,
            computed: hyperIndex(FOUR_READINGS),
            decimals: 3,
            unit: "",
          },
        ],
      },
    },
    {
      id: "igc",
      figure: "igc",
      name: "Index of glycaemic control",
      shortName: "IGC",
      meaning: "Both indices together: readings below 80 and above 140 mg/dL (4.4 and 7.8 mmol/L).",
      definition: "Hypoglycaemia index plus hyperglycaemia index.",
      formula: "hypoglycaemia index + hyperglycaemia index",
      variant: "With the bounds 80 and 140.",
      unit: "none",
      edgeCases: "No value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.rodbard2009Interpretation],
      example: {
        rows: FOUR_ROWS,
        steps: ["3.333 + 2.320 = 5.653."],
        results: [{ name: "IGC", byHand: 5.653, computed: igc(FOUR_READINGS), decimals: 3, unit: "" }],
      },
    },
  ],
};
