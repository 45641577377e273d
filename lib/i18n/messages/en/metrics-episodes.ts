const SHARED = {
  formula: "per week = 7 · episodes / recorded days",
  unit: "episodes per week of recorded time; minutes",
  edgeCases:
    "“15 minutes” are three readings at 5 minutes and one at 15. A shorter recovery belongs to the episode. A pause of more than 45 minutes ends it, and an episode that is cut off there, or at the edge of the data, says so.",
} as const;

export const metricsEpisodes = {
  "low-episodes": {
    name: "Episodes of low glucose, below 70 mg/dL (3.9 mmol/L)",
    shortName: "Low episodes",
    meaning: "How often glucose was low for at least a quarter of an hour, and for how long.",
    definition:
      "Low (level 1): below 70 mg/dL for at least 15 min, until at or above 70 for 15 min.\n" +
      "Very low (level 2): below 54 mg/dL for at least 15 min, until at or above 54 for 15 min.\n" +
      "Low, never very low: a level 1 episode without a level 2 episode in it.\n" +
      "Extended low: below 70 mg/dL for more than 120 min in a row, until at or above 70 for 15 min.\n" +
      "Prolonged very low: below 54 mg/dL for at least 120 min in a row, until at or above 54 for 15 min.",
    formula: SHARED.formula,
    variant:
      "Two definitions of a long low are in circulation and give different numbers; both are counted under their names. iglu adds readings of the recovery to an episode that the data cuts off, AGATA takes every pause for a recovery, and cgmguru counts 120 minutes as extended, not only more.",
    unit: SHARED.unit,
    edgeCases: SHARED.edgeCases,
    steps:
      "Below 70 from 02:10 on: 66, 58, 52, 51, 53, 64. Then 72 is one reading only, shorter than 15 minutes, and 68 is low again.\n" +
      "76, 84 and 95 end it. It counts from 66 to 68: 8 steps of 5 minutes = 40 minutes, 1 episode, lowest 51.\n" +
      "Below 54 are 52, 51 and 53, three in a row: 1 episode of level 2, 15 minutes.",
    results: {
      level1: "Level 1",
      duration: "Its duration",
      lowest: "Its lowest value",
      level2Duration: "Level 2, duration",
    },
  },
  "high-episodes": {
    name: "Episodes of high glucose, above 180 mg/dL (10.0 mmol/L)",
    shortName: "High episodes",
    meaning: "How often glucose was high for at least a quarter of an hour, and for how long.",
    definition:
      "High (level 1): above 180 mg/dL for at least 15 min, until at or below 180 for 15 min.\n" +
      "Very high (level 2): above 250 mg/dL for at least 15 min, until at or below 250 for 15 min.\n" +
      "High, never very high: a level 1 episode without a level 2 episode in it.\n" +
      "Extended high: above 250 mg/dL for at least 90 of 120 min, until at or below 180 for 15 min.\n" +
      "Prolonged very high: above 250 mg/dL for at least 120 min in a row, until at or below 250 for 15 min.",
    formula: SHARED.formula,
    variant:
      "The 90 minutes of an extended high need not be in a row; iglu approximates them by 120 in a row.",
    unit: SHARED.unit,
    edgeCases: SHARED.edgeCases,
    steps:
      "Above 180 from 12:10 on: 186, 194, 203, 198, 189. Then 177, 170 and 165 end it.\n" +
      "5 steps of 5 minutes = 25 minutes, highest 203, 1 episode of level 1.",
    results: { level1: "Level 1", duration: "Its duration", highest: "Its highest value" },
  },
} as const;
