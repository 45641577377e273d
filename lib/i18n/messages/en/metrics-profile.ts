export const metricsProfile = {
  "glucose-profile": {
    name: "Glucose profile (AGP-style)",
    shortName: "Glucose profile",
    meaning:
      "All days laid over one another: the middle line is the typical value, the areas show how far days differ.",
    definition:
      "For each hour of the day the 5th, 25th, 50th, 75th and 95th percentile of all readings in it, drawn at the half hour, then smoothed round the clock.",
    formula: "(p(hour before) + 4 · p(hour) + p(hour after)) / 6",
    variant:
      "Percentiles of type 7 on raw readings, hourly, cyclic weights 1-4-1. Raw bins of 15 or 5 minutes on request. Others take half hours without smoothing (Tidepool's trends, Nightscout), or 10th and 90th percentiles; iglu's smoothing does not close at midnight.",
    unit: "mg/dL or mmol/L",
    edgeCases:
      "A time of day with readings from fewer than 5 days stays empty. With one neighbour missing the weights are 4 and 1.",
    steps:
      "From 7 to 8 there are 110, 130, 140, 150 and 200: median 140, 95th percentile at position 4 · 0.95 = 3.8, so 150 + 0.8 · 50 = 190.\n" +
      "The medians of the hours beside it are 110 and 160: (110 + 4 · 140 + 160) / 6 = 138.3.",
    results: { p95: "95th percentile at 7:30, raw", median: "Median at 7:30, smoothed" },
  },
  "night-and-day": {
    name: "Night and day",
    shortName: "Night and day",
    meaning: "The same figures for the night by itself and for the rest of the day.",
    definition:
      "Average, SD, CV and time in ranges of the readings from 00:00 to before 06:00, and of the others.",
    variant: "The night is 00:00–06:00 unless set otherwise; it may run over midnight.",
    unit: "as the figure",
    edgeCases:
      "No average where a part has no readings. No goals: the consensus sets none for parts of a day.",
    steps:
      "Night: 04:00 and 05:00, (90 + 100) / 2 = 95. Day: 06:00 and 07:00, (140 + 160) / 2 = 150. 06:00 belongs to the day.",
    results: { night: "Average at night", day: "Average by day" },
  },
} as const;
