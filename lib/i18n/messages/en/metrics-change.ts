const GLUCOSE = "mg/dL or mmol/L";

export const metricsChange = {
  mage: {
    name: "Mean amplitude of glycemic excursions",
    shortName: "MAGE",
    meaning: "How high the large rises and falls are, small ones left out.",
    definition:
      "On a grid of five minutes, turning points are the extremes between crossings of two moving averages, over 5 and 32 steps. A rise or fall counts from one standard deviation on. MAGE is the mean height of those that count: rises and falls together, rises alone (MAGE+), falls alone (MAGE−), and whichever are higher.",
    formula: "mean height of rises and falls of at least 1 SD",
    variant:
      "The algorithm of iglu (Fernandes 2022), named because no two programs agree: AGATA works day by day and counts quiet days as 0, rGV and cgmanalysis smooth first, GlucoStats pairs peaks in order. Never compare it across programs.",
    unit: GLUCOSE,
    edgeCases:
      "The curve is cut at pauses of more than 3 hours; parts shorter than 32 steps or with an SD below 1 mg/dL are left out. No value where nothing is left or no excursion counts.",
    steps:
      "The SD of the 85 readings is 24.9, and all four excursions are larger.\n" +
      "Rises: 100 to 180 and 90 to 170, so MAGE+ = (80 + 80) / 2 = 80.0.\n" +
      "Falls: 180 to 90 and 170 to 110, so MAGE− = (90 + 60) / 2 = 75.0.\n" +
      "Together: (80 + 75) / 2 = 77.5.",
  },
  modd: {
    name: "Mean of daily differences",
    shortName: "MODD",
    meaning: "How different glucose is at the same time of day on two days in a row.",
    definition:
      "The mean absolute difference between each value and the one at the same time of the day before.",
    formula: "mean of |x(t) − x(t − 1 day)|",
    variant:
      "After a clock change the same time of day is compared. cgmquantify and cgmanalysis pair the last two days that have readings, even 48 hours apart.",
    unit: GLUCOSE,
    edgeCases: "No value without two days in a row at the same time of day.",
    steps:
      "Distances at each time: 20, 10, 10, 20, 20, 10.\n" +
      "(20 + 10 + 10 + 20 + 20 + 10) / 6 = 90 / 6 = 15.",
  },
  conga: {
    name: "CONGA over 1, 2, 4 and 6 hours",
    shortName: "CONGA(n)",
    meaning: "How much glucose changes within so many hours.",
    definition: "The sample SD of the differences between each value and the one n hours earlier.",
    formula: "SD of x(t) − x(t − n hours)",
    variant:
      "Continuous overlapping net glycemic action. Numbers for different n cannot be compared, so n is always named: iglu takes 24 unless told, AGATA 4, rGV 1. EasyGV and cgmquantify give another quantity under this name.",
    unit: GLUCOSE,
    edgeCases: "No value below two pairs.",
    steps:
      "Differences over one hour: 40, −50, 30, 50 on day 1 and 30, −20, 0, 40 on day 2. Their mean is 120 / 8 = 15.\n" +
      "Squared distances from 15 add up to 8,600: √(8,600 / 7) = 35.05.",
  },
  "conga-24": {
    name: "CONGA over 24 hours",
    shortName: "CONGA(24)",
    meaning: "How much glucose differs from that of 24 hours earlier.",
    definition: "The sample SD of the differences between each value and the one 24 hours earlier.",
    formula: "SD of x(t) − x(t − 24 hours)",
    variant: "As CONGA(n), but it needs two days in a row.",
    unit: GLUCOSE,
    edgeCases: "No value below two pairs.",
    steps:
      "Differences day 2 − day 1: 20, −10, 10, 20, −20, 10. Their mean is 5.\n" +
      "Squared distances from 5 add up to 1,350: √(1,350 / 5) = 16.43.",
  },
  mag: {
    name: "Mean absolute glucose change",
    shortName: "MAG",
    meaning: "How much glucose moves in an hour, up and down added together.",
    definition: "The absolute changes from step to step, added up and divided by the hours that they cover.",
    formula: "Σ|Δx| / hours",
    variant:
      "At the sensor's own step, and gaps add no time. rGV and GlucoStats divide by the whole span, gaps included; iglu's older hourly form gives lower numbers.",
    unit: "mg/dL or mmol/L per hour",
    edgeCases: "No value without two neighbouring values.",
    steps: "Seven changes of 12 and two of 0: 84 mg/dL in 45 minutes, and 84 / 0.75 = 112.",
  },
  gvp: {
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
    steps:
      "A step of 5 minutes and 12 mg/dL is √(25 + 144) = 13 long, a level one 5.\n" +
      "7 · 13 + 2 · 5 = 101 over 45: 100 · (101 / 45 − 1) = 124.4 %.",
  },
  "sd-of-rate": {
    name: "SD of the rate of change",
    shortName: "SD of ROC",
    meaning: "How much the speed of glucose varies.",
    definition: "The sample SD of the rates of change over 15 minutes.",
    formula: "SD of (x(t) − x(t − 15 min)) / 15",
    variant: "A sensor that speaks every 15 minutes or less often is taken step by step.",
    unit: "mg/dL or mmol/L per minute",
    edgeCases: "No value below two pairs.",
    steps:
      "Differences over three steps: 36, 36, 24, 0, −24, −36, −24. Their SD is 30.54.\n" +
      "30.54 / 15 = 2.04.",
  },
  lability: {
    name: "Lability index (LI)",
    shortName: "Lability index",
    meaning: "How strongly glucose changes within an hour, large changes weighing more.",
    definition:
      "Each reading is paired with the one an hour later, at most 2½ minutes off; the squared differences are added up and divided by the hours of all pairs.",
    formula: "Σ(x(t + 60 min) − x(t))² / Σ hours",
    variant:
      "In (mg/dL)² per hour. The original is in (mmol/L)² per hour and week; the two cannot be compared.",
    unit: "(mg/dL)² per hour",
    edgeCases: "No value without a pair.",
    steps:
      "Differences over one hour: 40, −50, 30, 50, 30, −20, 0, 40. Their squares add up to 10,400.\n" +
      "Eight pairs of one hour: 10,400 / 8 = 1,300.",
  },
  auc: {
    name: "Area under the curve, per hour",
    shortName: "AUC",
    meaning: "The average of the curve over time, pauses left out.",
    definition: "Trapezoids between neighbouring values, added up and divided by the hours that they cover.",
    variant:
      "The time-weighted average of the recorded time. iglu 4.3.0 averages other pairs of values by mistake and is off by up to 2.7 %.",
    unit: GLUCOSE,
    edgeCases: "No value without two neighbouring values.",
    steps:
      "Nine trapezoids: all ten readings (1,252) less half of the first and the last (106) make 1,146.\n" +
      "1,146 / 9 = 127.3.",
    results: { perHour: "AUC per hour" },
  },
} as const;
