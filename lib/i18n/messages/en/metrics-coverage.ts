export const metricsCoverage = {
  "sensor-active": {
    name: "Sensor active",
    shortName: "Sensor active",
    meaning: "The share of readings that are there, of all that the period could have had.",
    definition:
      "Readings of the period, counted once per interval of the sensor, divided by the readings that fit into the period up to the last complete sync. Days count with their real length: 23 or 25 hours when the clock changed.",
    formula: "100 · observed / (minutes asked for / interval)",
    variant:
      "Of the whole period. Other programs take the time from the first to the last reading, or count duplicates, and can then show more than 100 %.",
    unit: "%",
    edgeCases:
      "0 without readings, never above 100. Two sensors at once, or a reading that was sent twice, count once. Time that has not been fetched yet is not missing.",
    goal: "At least {active} % of 14 days",
    steps:
      "A sensor that speaks every 5 minutes can give 1,440 / 5 = 288 readings on a day of 24 hours.\n" +
      "270 are there: 100 · 270 / 288 = 93.75 %.\n" +
      "On the day of 25 hours in autumn, 1,500 / 5 = 300 are expected, so a full day is 100 %, not 104 %.",
    results: { longDay: "Expected on a day of 25 hours" },
  },
  "active-while-worn": {
    name: "Sensor active while worn",
    shortName: "Active while worn",
    meaning: "The same share, counted only from the first to the last reading of the period.",
    definition:
      "Readings of the period, counted once per interval of the sensor, divided by the readings that fit between the first and the last of them.",
    formula: "100 · observed / ((last − first) / interval + 1)",
    variant:
      "What some programs call “time CGM active”. It is named apart here, because somebody who wore the sensor for two of fourteen days can have 100 % of it.",
    unit: "%",
    edgeCases: "0 without readings, never above 100.",
    steps:
      "From the first to the last reading pass 4,315 minutes: 4,315 / 5 + 1 = 864 readings fit.\n" +
      "810 are there: 100 · 810 / 864 = 93.75 %.",
    results: { worn: "Sensor active while worn" },
  },
  gaps: {
    name: "Gaps",
    shortName: "Gaps",
    meaning: "When there were no readings, and for how long.",
    definition:
      "A pause of more than 2.5 times the sensor's interval, that is of more than 12½ minutes for a sensor that speaks every 5. The time before the first and after the last reading of the period counts too.",
    variant:
      "The rule is Hindsight's own. A curve is broken where there is a gap, and no figure bridges one.",
    unit: "minutes",
    edgeCases:
      "None where everything that was asked for is there. Time that has not been fetched yet is no gap.",
    steps: "From 08:10 to 08:40 pass 30 minutes, more than 2.5 · 5 = 12.5: a gap of 30 minutes.",
    results: { gap: "Gap" },
  },
  "out-of-scale": {
    name: "Readings outside the sensor's scale",
    shortName: "Out of scale",
    meaning:
      "A sensor says “low” or “high” where it cannot measure; these readings count, at the edge of its scale.",
    definition:
      "“Low” counts as 39 mg/dL (2.2 mmol/L) and “high” as 401 mg/dL (22.3 mmol/L) in every figure, as Dexcom sends them. They are shown as “below 40” and “above 400”, each with its number. Values outside 20–600 mg/dL (1.1–33.3 mmol/L) are counted and used by no figure.",
    variant:
      "Leaving them out would make a period with many lows look calmer. The true value is further out, so an average with such readings is an estimate.",
    unit: "readings",
    edgeCases: "0 where there are none.",
    steps: "The average counts them as 39 and 401: (39 + 60 + 401) / 3 = 166.7.",
    results: { average: "Average" },
  },
} as const;
