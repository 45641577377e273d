const GLUCOSE = "mg/dL or mmol/L";

export const metricsSpread = {
  sd: {
    name: "Standard deviation",
    shortName: "SD",
    meaning: "How far readings typically lie from the average.",
    definition: "The square root of the mean squared distance from the average, of a sample (n − 1).",
    formula: "√(Σ(x − average)² / (n − 1))",
    variant:
      "Sample SD, as in iglu, AGATA, rGV and Tidepool's charts. Nightscout, cgmquantify and Tidepool's summaries divide by n. It grows with the average; the CV takes that out.",
    unit: GLUCOSE,
    edgeCases: "No value below two readings.",
    steps:
      "Distances from 140: −90, −75, −70, −45, −30, 0, 20, 40, 80, 170. Their squares add up to 58,850.\n" +
      "√(58,850 / 9) = √6,538.9 = 80.9.",
  },
  cv: {
    name: "Coefficient of variation",
    shortName: "CV",
    meaning: "The spread as a share of the average: how much glucose moves, whatever its level.",
    definition: "The standard deviation divided by the average.",
    formula: "100 · SD / average",
    variant: "In percent; rGV and cgmanalysis give a fraction. The same in mg/dL and mmol/L.",
    unit: "%",
    edgeCases: "No value below two readings.",
    goal: "At most {bound} %, which is called stable",
    steps: "SD 80.86, average 140: 100 · 80.86 / 140 = 57.8 %.",
  },
  iqr: {
    name: "Interquartile range",
    shortName: "IQR",
    meaning: "How wide the middle half of the readings is.",
    definition: "The 75th percentile minus the 25th.",
    variant: "Percentiles of type 7, see “Percentiles”.",
    unit: GLUCOSE,
    edgeCases: "0 for a single reading, no value without any.",
    steps:
      "25th: position 2.25, so 70 + 0.25 · 25 = 76.25. 75th: position 6.75, so 160 + 0.75 · 20 = 175.\n" +
      "175 − 76.25 = 98.75.",
  },
  mad: {
    name: "Median absolute deviation",
    shortName: "MAD",
    meaning: "How far the readings in the middle lie from the median; single extremes hardly move it.",
    definition:
      "The median distance from the median, scaled so that it equals the SD where readings are normally distributed.",
    formula: "1.4826 · median |x − median|",
    variant: "With the factor 1.4826, as R and iglu have it.",
    unit: GLUCOSE,
    edgeCases: "0 for a single reading, no value without any.",
    steps:
      "Distances from the median 125, sorted: 15, 15, 30, 35, 55, 55, 60, 75, 95, 185. The middle two are both 55.\n" +
      "1.4826 · 55 = 81.54.",
  },
  "j-index": {
    name: "J-index",
    shortName: "J-index",
    meaning: "Average and spread in one number.",
    definition: "A thousandth of the square of average plus standard deviation.",
    formula: "0.001 · (average + SD)², both in mg/dL",
    variant: "With the sample SD; cgmquantify uses the population SD, cgmanalysis leaves the square out.",
    unit: "none",
    edgeCases: "No value below two readings.",
    steps: "0.001 · (140 + 80.86)² = 0.001 · 48,780 = 48.78.",
  },
  "sd-subtypes": {
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
    variant:
      "Days are local dates. Windows of an hour may cross midnight; what is missing in them is left out.",
    unit: GLUCOSE,
    edgeCases:
      "A day, time or window with one value has no SD and is left out; no value where nothing is left.",
    steps:
      "SDw: the days have 28.98 and 17.61, on average 23.29.\n" +
      "SDhh:mm: averages by time 110, 155, 145, 120, 160, 165, whose SD is 22.53.\n" +
      "SDwsh: an hour holds two values; the SD of two is their distance / √2. Ten distances add up to 270: 270 / 10 / √2 = 19.09.\n" +
      "SDdm: daily averages 140 and 145, so 5 / √2 = 3.54.\n" +
      "SDb: distances by time 20, 10, 10, 20, 20, 10, on average 15, so 15 / √2 = 10.61.\n" +
      "SDb,dm: without the 5 between the averages they are 15, 15, 5, 15, 25, 5, on average 13.33, so 13.33 / √2 = 9.43.",
  },
  "cv-of-days": {
    name: "Mean and SD of the daily CVs",
    shortName: "CVmean, CVsd",
    meaning: "How much glucose moves on a typical day, and how different the days are in that.",
    definition:
      "On the even grid: the coefficient of variation of each day; their mean, and their sample SD.",
    formula: "mean(CV of each day), SD(CV of each day)",
    variant: "Days are local dates.",
    unit: "%",
    edgeCases: "A day with one value has no CV. CVmean needs one day, CVsd two.",
    steps:
      "Day 1: 100 · 28.98 / 140 = 20.70 %. Day 2: 100 · 17.61 / 145 = 12.14 %.\n" +
      "CVmean: (20.70 + 12.14) / 2 = 16.42 %. CVsd: (20.70 − 12.14) / √2 = 6.05 %.",
  },
} as const;
