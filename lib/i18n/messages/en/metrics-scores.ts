const BOUNDS = "With the bounds 80 and 140, as in iglu; AGATA and GlucoStats use 70 and 180.";

export const metricsScores = {
  grade: {
    name: "Glycaemic risk assessment diabetes equation",
    shortName: "GRADE",
    meaning:
      "A risk from 0 to 50 for each reading, averaged, with the parts that low and high readings have in it.",
    definition:
      "The mean of a score that is 0 near 88 mg/dL (4.9 mmol/L) and rises to both sides, at most 50.",
    formula: "mean of min(50, 425 · (log₁₀(log₁₀(x)) + 0.16)²), x in mmol/L as mg/dL / 18",
    variant:
      "Parts are shares of the sum of scores: hypo below 70, eu 70–140, hyper above 140 mg/dL. iglu's own bound for hypo is 80, AGATA uses 70 and 180 and no maximum, EasyGV takes the median and other constants.",
    unit: "none; parts in %",
    edgeCases: "No value without readings. No parts where every score is 0.",
    steps:
      "60 mg/dL are 3.333 mmol/L: 425 · (log₁₀(log₁₀(3.333)) + 0.16)² = 6.284. Likewise 100: 0.435, 150: 6.553, 300: 25.932.\n" +
      "(6.284 + 0.435 + 6.553 + 25.932) / 4 = 9.801.\n" +
      "Hypo: 6.284 of 39.205 are 16.0 %. Eu: 0.435 are 1.1 %. Hyper: 6.553 + 25.932 are 82.9 %.",
    results: { hypo: "Hypo", eu: "Eu", hyper: "Hyper" },
  },
  "m-value": {
    name: "M-value",
    shortName: "M-value",
    meaning: "How far readings lie from one reference value, far ones weighing much more.",
    definition: "The mean of the cube of ten times the decimal logarithm of reading by reference.",
    formula: "mean of |10 · log₁₀(x / r)|³, r = 90, 100 or 120 mg/dL",
    variant:
      "Given for three references, since tools differ: iglu uses 90, AGATA 100, rGV and GlucoStats 120. Without the term W / 20 of the original, which was made for a handful of readings a day.",
    unit: "none",
    edgeCases: "No value without readings.",
    steps:
      "For r = 100: 60 gives |10 · log₁₀(0.6)|³ = 10.919, 100 gives 0, 150 gives 5.460, 300 gives 108.614.\n" +
      "(10.919 + 0 + 5.460 + 108.614) / 4 = 31.248.\n" +
      "In the same way r = 90 gives 39.858 and r = 120 gives 22.925.",
    results: { reference: "M-value, r = {r}" },
  },
  "hypoglycaemia-index": {
    name: "Hypoglycaemia index",
    shortName: "Hypo index",
    meaning: "How often and how far readings lay below 80 mg/dL (4.4 mmol/L).",
    definition:
      "The squared distances of the readings below 80 mg/dL, divided by 30 times the number of all readings.",
    formula: "Σ over x < 80 of (80 − x)² / (30 · n)",
    variant: BOUNDS,
    unit: "none",
    edgeCases: "0 where no reading is below 80; no value without readings.",
    steps: "Only 60 is below 80: (80 − 60)² = 400, and 400 / (30 · 4) = 3.333.",
    results: { index: "Hypoglycaemia index" },
  },
  "hyperglycaemia-index": {
    name: "Hyperglycaemia index",
    shortName: "Hyper index",
    meaning: "How often and how far readings lay above 140 mg/dL (7.8 mmol/L).",
    definition:
      "The distances of the readings above 140 mg/dL to the power of 1.1, divided by 30 times the number of all readings.",
    formula: "Σ over x > 140 of (x − 140)^1.1 / (30 · n)",
    variant: BOUNDS,
    unit: "none",
    edgeCases: "0 where no reading is above 140; no value without readings.",
    steps: "150: 10^1.1 = 12.589. 300: 160^1.1 = 265.786.\n(12.589 + 265.786) / (30 · 4) = 2.320.",
    results: { index: "Hyperglycaemia index" },
  },
  igc: {
    name: "Index of glycaemic control",
    shortName: "IGC",
    meaning: "Both indices together: readings below 80 and above 140 mg/dL (4.4 and 7.8 mmol/L).",
    definition: "Hypoglycaemia index plus hyperglycaemia index.",
    formula: "hypoglycaemia index + hyperglycaemia index",
    variant: "With the bounds 80 and 140.",
    unit: "none",
    edgeCases: "No value without readings.",
    steps: "3.333 + 2.320 = 5.653.",
  },
} as const;
