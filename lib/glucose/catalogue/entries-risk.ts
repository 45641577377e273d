import { adrr } from "../metrics/adrr";
import { bgri } from "../metrics/bgri";
import { cogi } from "../metrics/cogi";
import { gri } from "../metrics/gri";
import { hbgi } from "../metrics/hbgi";
import { lbgi } from "../metrics/lbgi";
import { sd } from "../metrics/sd";
import { CITATIONS } from "./citations";
import { FOUR_READINGS, FOUR_ROWS, TEN_READINGS, TEN_ROWS } from "./example-readings";
import type { MetricGroup } from "./metric";
import { NEEDS } from "./needs";

const RISK = "r(x) = 10 · f(x)², f(x) = 1.509 · (ln(x)^1.084 − 5.381), x in mg/dL";
const TEN_GRI = gri({ veryLow: 10, low: 10, target: 60, high: 10, veryHigh: 10 });

export const RISK_INDICES: MetricGroup = {
  id: "risk",
  name: "Risk indices",
  about:
    "Numbers that weigh readings by how far out they are. The blood glucose risk is 0 near 112.5 mg/dL (6.2 mmol/L) and " +
    "about 100 at 20 and at 600 mg/dL.",
  metrics: [
    {
      id: "lbgi",
      figure: "lbgi",
      name: "Low blood glucose index",
      shortName: "LBGI",
      meaning: "How often and how far glucose was low, with far lows weighing much more.",
      definition:
        "The mean over all readings of the risk of low glucose; readings above the middle count with 0.",
      formula: `mean of rl(x); ${RISK}; rl(x) = r(x) where f(x) < 0, else 0`,
      variant:
        "Over all readings. The factor is 10 · 1.509² as published; iglu writes 22.77 and comes out 0.0036 % lower. One " +
        "variant of rGV divides by the readings with a risk only, which gives a larger number.",
      unit: "none",
      edgeCases: "0 where no reading is below the middle; no value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.kovatchev1997, CITATIONS.fabris2016],
      example: {
        rows: FOUR_ROWS,
        steps: [
          "f(60) = −1.1649, so rl = 10 · 1.3571 = 13.571. f(100) = −0.2196, so rl = 0.482.",
          "150 and 300 lie above the middle and count with 0.",
          "(13.571 + 0.482 + 0 + 0) / 4 = 3.513.",
        ],
        results: [{ name: "LBGI", byHand: 3.513, computed: lbgi(FOUR_READINGS), decimals: 3, unit: "" }],
      },
    },
    {
      id: "hbgi",
      figure: "hbgi",
      name: "High blood glucose index",
      shortName: "HBGI",
      meaning: "How often and how far glucose was high, with far highs weighing more.",
      definition:
        "The mean over all readings of the risk of high glucose; readings below the middle count with 0.",
      formula: `mean of rh(x); ${RISK}; rh(x) = r(x) where f(x) > 0, else 0`,
      variant: "As for LBGI.",
      unit: "none",
      edgeCases: "0 where no reading is above the middle; no value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.kovatchev1997, CITATIONS.fabris2016],
      example: {
        rows: FOUR_ROWS,
        steps: [
          "f(150) = 0.5372, so rh = 2.886. f(300) = 1.8426, so rh = 33.952. 60 and 100 count with 0.",
          "(0 + 0 + 2.886 + 33.952) / 4 = 9.209.",
        ],
        results: [{ name: "HBGI", byHand: 9.209, computed: hbgi(FOUR_READINGS), decimals: 3, unit: "" }],
      },
    },
    {
      id: "bgri",
      figure: "bgri",
      name: "Blood glucose risk index",
      shortName: "BGRI",
      meaning: "The risk of low and of high glucose together.",
      definition: "LBGI plus HBGI.",
      formula: "LBGI + HBGI",
      variant: "As for LBGI.",
      unit: "none",
      edgeCases: "No value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.kovatchev1997],
      example: {
        rows: FOUR_ROWS,
        steps: ["With more decimals, 3.5132 + 9.2094 = 12.723."],
        results: [{ name: "BGRI", byHand: 12.723, computed: bgri(FOUR_READINGS), decimals: 3, unit: "" }],
      },
    },
    {
      id: "adrr",
      figure: "adrr",
      name: "Average daily risk range",
      shortName: "ADRR",
      meaning: "How far apart the lowest and the highest reading of a day are, in terms of risk.",
      definition:
        "For each date the largest risk of a low reading plus the largest risk of a high one; the mean over dates.",
      formula: `mean over dates of (max rl + max rh); ${RISK}`,
      variant:
        "By calendar date of the person's own clock. rGV sets its days off a little, which moves the number.",
      unit: "none",
      edgeCases: "A date with few readings counts like a full one; dates without readings do not count.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.kovatchev2006],
      example: {
        rows: [
          {
            label: "Day 1, mg/dL",
            readings: [
              { at: "lowest", mgDl: 60 },
              { at: "highest", mgDl: 150 },
            ],
          },
          {
            label: "Day 2, mg/dL",
            readings: [
              { at: "lowest", mgDl: 100 },
              { at: "highest", mgDl: 300 },
            ],
          },
        ],
        steps: [
          "Day 1: rl(60) + rh(150) = 13.571 + 2.886 = 16.456 with all decimals.",
          "Day 2: rl(100) + rh(300) = 0.482 + 33.952 = 34.434.",
          "(16.456 + 34.434) / 2 = 25.445.",
        ],
        results: [
          {
            name: "ADRR",
            byHand: 25.445,
            computed: adrr({ lowest: Float64Array.of(60, 100), highest: Float64Array.of(150, 300) }),
            decimals: 3,
            unit: "",
          },
        ],
      },
    },
    {
      id: "gri",
      figure: "gri",
      name: "Glycemia risk index",
      shortName: "GRI",
      meaning: "The five bands in one number from 0 to 100, as clinicians weigh them; lower is less risk.",
      definition:
        "A weighted sum of the exact shares below and above range, at most 100, with five zones: A up to 20, B up to 40, C " +
        "up to 60, D up to 80, E above.",
      formula:
        "3.0 · very low + 2.4 · low + 1.6 · very high + 0.8 · high, each in %\n" +
        "= 3.0 · (very low + 0.8 · low) + 1.6 · (very high + 0.5 · high)",
      variant:
        "With the bands that do not overlap; early versions of iglu counted very low twice. GlucoStats exchanges the weights " +
        "of high and very high. The zone is that of the unrounded value.",
      unit: "none",
      edgeCases: "No value without readings.",
      needs: NEEDS.level,
      goal: null,
      citations: [CITATIONS.klonoff2023],
      example: {
        rows: TEN_ROWS,
        steps: [
          "Very low, low, high and very high are 10 % each.",
          "3.0 · 10 + 2.4 · 10 + 1.6 · 10 + 0.8 · 10 = 78, which is zone D.",
          "Its parts: hypo 10 + 0.8 · 10 = 18, hyper 10 + 0.5 · 10 = 15, and 3.0 · 18 + 1.6 · 15 = 78.",
        ],
        results: [
          { name: "GRI", byHand: 78, computed: TEN_GRI?.value ?? null, decimals: 0, unit: "" },
          { name: "Hypo component", byHand: 18, computed: TEN_GRI?.hypo ?? null, decimals: 0, unit: "%" },
          { name: "Hyper component", byHand: 15, computed: TEN_GRI?.hyper ?? null, decimals: 0, unit: "%" },
        ],
      },
    },
    {
      id: "cogi",
      figure: "cogi",
      name: "Continuous glucose monitoring index",
      shortName: "COGI",
      meaning:
        "Time in range, time below range and spread in one number from 0 to 100; higher is nearer to the goals.",
      definition:
        "Half of it is time in range, 35 % time below range (full marks at 0 %, none from 15 % on), 15 % the SD (full marks " +
        "up to 18 mg/dL or 1.0 mmol/L, none from 108 mg/dL or 6.0 mmol/L on).",
      formula:
        "0.5 · TIR + 0.35 · 100 · (15 − TBR) / 15 + 0.15 · 100 · (108 − SD) / 90, each mark from 0 to 100",
      variant: "With the sample SD.",
      unit: "none",
      edgeCases: "No value below two readings.",
      needs: NEEDS.spread,
      goal: null,
      citations: [CITATIONS.leelarathna2020],
      example: {
        rows: TEN_ROWS,
        steps: [
          "Time in range 60 %: 0.5 · 60 = 30. Time below range 20 %, above 15: 0.",
          "SD 80.86: 100 · (108 − 80.86) / 90 = 30.15 marks, and 0.15 · 30.15 = 4.52.",
          "30 + 0 + 4.52 = 34.52.",
        ],
        results: [
          {
            name: "COGI",
            byHand: 34.52,
            computed: cogi({ timeInRangePercent: 60, timeBelowPercent: 20, sd: sd(TEN_READINGS) }),
            decimals: 2,
            unit: "",
          },
        ],
      },
    },
  ],
};
