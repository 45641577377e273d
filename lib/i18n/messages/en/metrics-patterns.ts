/** The rules that look for what repeats; what they ask for and find is in `patterns`. */
export const metricsPatterns = {
  "night-lows": {
    name: "Low glucose at night",
    meaning: "On how many nights glucose was low for at least a quarter of an hour.",
    steps:
      "60 mg/dL from 02:00 to 03:00 on 6 of 14 nights, else 120: 100 · 6 / 14 = 42.9 % of nights, above 20 %.",
    effect: "Of nights",
  },
  "day-lows": {
    name: "Low glucose at one time of the day",
    meaning: "In which three hours of the day glucose was low on most dates.",
    steps:
      "60 mg/dL from 15:00 to 16:00 on 4 of 14 dates, else 120: 100 · 4 / 14 = 28.6 % of dates, in the block from 15:00.",
    effect: "Of dates",
  },
  "night-highs": {
    name: "High glucose at night",
    meaning: "On how many nights glucose was high for at least an hour.",
    steps:
      "200 mg/dL from 01:00 to 03:00 on 7 of 14 nights, else 120: 100 · 7 / 14 = 50.0 % of nights, above 30 %.",
    effect: "Of nights",
  },
  "post-breakfast-highs": {
    name: "High glucose in the hours after breakfast",
    meaning:
      "On how many mornings glucose was high for at least an hour, at the time when most people have had breakfast.",
    steps:
      "200 mg/dL from 07:00 to 09:00 on 7 of 14 mornings, else 120: 100 · 7 / 14 = 50.0 % of mornings, above 30 %.",
    effect: "Of mornings",
  },
  "day-highs": {
    name: "High glucose at one time of the day",
    meaning: "In which three hours of the day glucose was high on most dates.",
    steps:
      "200 mg/dL from 12:00 to 14:00 on 5 of 14 dates, else 120: 100 · 5 / 14 = 35.7 % of dates, in the block from 12:00.",
    effect: "Of dates",
  },
  "rebound-highs": {
    name: "High glucose after low glucose",
    meaning: "After how many episodes of low glucose a high one began within two hours.",
    steps:
      "Low from 15:00 to 16:00 on 8 dates, high from 17:00 on 4 of them: 100 · 4 / 8 = 50.0 % of lows, above 25 %.",
    effect: "Of lows",
  },
  "dawn-rise": {
    name: "Rise at dawn",
    meaning: "Whether glucose between 6 and 7 is usually higher than between 3 and 4 of the same night.",
    steps:
      "100 mg/dL until 05:00 and 130 afterwards, on 14 of 14 dates: a median rise of 130 − 100 = 30 mg/dL.",
    effect: "Rise",
  },
  "weekend-difference": {
    name: "Weekends against weekdays",
    meaning: "Whether the average glucose of Saturdays and Sundays differs from that of the other days.",
    steps: "150 mg/dL on 4 days of two weekends, 120 on the 10 others: 150 − 120 = 30 mg/dL.",
    effect: "Difference",
  },
  "weekday-difference": {
    name: "One weekday against the others",
    meaning: "Whether one day of the week stands out in its average glucose.",
    steps: "160 mg/dL on 4 Wednesdays, 120 on the 24 other days: 160 − 120 = 40 mg/dL.",
    effect: "Difference",
  },
  "best-day": {
    name: "The day with the most time in range",
    meaning: "The date on which the largest share of readings was in range.",
    steps:
      "Above range from 12:00 to 18:00 on every date but one, there until 15:00: 100 · 21 / 24 = 87.5 % in range.",
    effect: "In range",
  },
  "most-variable-hour": {
    name: "The hour that differs most from day to day",
    meaning: "At which hour the dates lie furthest apart.",
    steps:
      "From 12:00 to 13:00 160 mg/dL on 7 dates and 100 on 7, else always 100: 75th − 25th percentile = 160 − 100 = 60 mg/dL.",
    effect: "Width of the middle half",
  },
} as const;
