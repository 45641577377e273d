const GLUCOSE = "mg/dL or mmol/L";
const TYPE_7 =
  "Between two readings it is interpolated (Hyndman and Fan's type 7, as in R, NumPy and d3). Nightscout picks a reading instead of interpolating.";

export const metricsAverage = {
  "average-glucose": {
    name: "Average glucose",
    shortName: "Average glucose",
    meaning: "All readings added up and divided by their number.",
    definition: "The arithmetic mean of all readings of the period; each reading counts alike.",
    variant: "Weighted by reading, not by time; the time-weighted average is under “Area under the curve”.",
    unit: GLUCOSE,
    edgeCases: "No value without readings.",
    goal: "Below {mgDl} mg/dL ({mmolL} mmol/L)",
    steps: "50 + 65 + 70 + 95 + 110 + 140 + 160 + 180 + 220 + 310 = 1,400, and 1,400 / 10 = 140.",
    results: { average: "Average" },
  },
  gmi: {
    name: "Glucose management indicator",
    shortName: "GMI",
    meaning: "The laboratory A1c that goes, on average over many people, with this average glucose.",
    definition:
      "A straight line through the average glucose, in percent and, fitted on its own, in mmol/mol.",
    formula:
      "GMI (%) = 3.31 + 0.02392 · average in mg/dL\n" +
      "GMI (mmol/mol) = 12.71 + 4.70587 · average in mg/dL / 18",
    variant:
      "The mmol/mol number has a formula of its own, so converting the percentage gives a slightly different one. It takes the place of the older line through the average (Nathan 2008), which Nightscout shows. A laboratory A1c often differs by some tenths.",
    unit: "% or mmol/mol",
    edgeCases: "No value without an average.",
    goal: "Below {bound} %",
    steps:
      "The average is 140 mg/dL: 3.31 + 0.02392 · 140 = 6.66 %, shown as 6.7 %.\n" +
      "In mmol/mol: 12.71 + 4.70587 · 140 / 18 = 49.3.",
  },
  median: {
    name: "Median",
    shortName: "Median",
    meaning: "The reading in the middle: half of them are lower, half are higher.",
    definition: "The 50th percentile of all readings.",
    formula: "position (n − 1) · 0.5 in the sorted readings, counted from 0",
    variant: TYPE_7,
    unit: GLUCOSE,
    edgeCases: "No value without readings.",
    steps: "Position (10 − 1) · 0.5 = 4.5 lies halfway between 110 and 140: 125.",
  },
  percentiles: {
    name: "Percentiles",
    shortName: "Percentiles",
    meaning:
      "The value below which a given share of readings lies: a tenth of them lie below the 10th percentile.",
    definition: "Minimum, 5th, 10th, 25th, 50th, 75th, 90th and 95th percentile and maximum of all readings.",
    formula: "position (n − 1) · p in the sorted readings, counted from 0",
    variant: TYPE_7,
    unit: GLUCOSE,
    edgeCases: "No value without readings; all equal with one.",
    steps:
      "5th: position 9 · 0.05 = 0.45, so 50 + 0.45 · (65 − 50) = 56.75.\n" +
      "95th: position 9 · 0.95 = 8.55, so 220 + 0.55 · (310 − 220) = 269.50.",
    results: { p5: "5th percentile", p95: "95th percentile" },
  },
  "daily-averages": {
    name: "Daily averages",
    shortName: "Daily averages",
    meaning: "The average of each date by itself.",
    definition: "The arithmetic mean of the readings whose own wall clock showed that date.",
    formula: "Σx / n over the readings of one date",
    variant: "A date has 23 or 25 hours where the clock changed, and follows the person on a journey.",
    unit: GLUCOSE,
    edgeCases: "No value for a date without readings.",
    steps:
      "Day 1: 100 + 160 + 140 + 110 + 170 + 160 = 840, and 840 / 6 = 140.\n" +
      "Day 2: 120 + 150 + 150 + 130 + 150 + 170 = 870, and 870 / 6 = 145.",
    results: { day1: "Day 1", day2: "Day 2" },
  },
} as const;
