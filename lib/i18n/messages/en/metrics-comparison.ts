export const metricsComparison = {
  difference: {
    name: "Difference between two periods",
    shortName: "Difference",
    meaning:
      "What changed from one period to another, and whether days alone differ as much from one another.",
    definition:
      "The later value minus the earlier one. For average, SD, CV, GMI, the five bands and episodes per week there is a 95 % interval: days of both periods are drawn again and again with replacement, and the difference is computed each time. “Beyond the usual” means that the interval leaves out 0.",
    formula: "after − before; 95 % interval of the differences of redrawn days",
    variant:
      "Hindsight's own. Draws are the same every time, so that a report says the same when it is opened again. Other figures depend on the order of days or on ranks and have a difference only.",
    unit: "that of the figure; for percentages, percentage points",
    edgeCases:
      "No difference where a side has no value. No interval below 7 days with readings on either side.",
    steps:
      "Before: six days, every other at 160 and 180 mg/dL, average 170. After: at 140 and 160, average 150.\n" +
      "150 − 170 = −20 mg/dL. Six days are too few for an interval.",
    results: { before: "Before", after: "After" },
  },
} as const;
