/** What an episode is called, when it counts, and who says so: for people to read. */
export interface EpisodeDefinition {
  readonly name: string;
  readonly rule: string;
  readonly citation: string;
}

const BATTELINO_2023 = "Battelino 2023, doi 10.1016/S2213-8587(22)00319-9";
const DANNE_2017 = "Danne 2017, doi 10.2337/dc17-1600";
const BROLL_2021 = "Broll 2021 (iglu), doi 10.1371/journal.pone.0248560";

/**
 * The definitions behind `episodesOf`, in words. Two for a long episode are in circulation and give different numbers:
 * both are counted, and whoever shows one says which.
 */
export const EPISODE_DEFINITIONS = {
  hypo: {
    level1: {
      name: "Low (level 1)",
      rule: "Below 70 mg/dL for at least 15 min, until at or above 70 for 15 min.",
      citation: BATTELINO_2023,
    },
    level2: {
      name: "Very low (level 2)",
      rule: "Below 54 mg/dL for at least 15 min, until at or above 54 for 15 min.",
      citation: BATTELINO_2023,
    },
    level1Exclusive: {
      name: "Low, never very low",
      rule: "A level 1 episode without a level 2 episode in it.",
      citation: BROLL_2021,
    },
    extended: {
      name: "Extended low",
      rule: "Below 70 mg/dL for more than 120 min in a row, until at or above 70 for 15 min.",
      citation: BATTELINO_2023,
    },
    prolonged: {
      name: "Prolonged very low",
      rule: "Below 54 mg/dL for at least 120 min in a row, until at or above 54 for 15 min.",
      citation: DANNE_2017,
    },
  },
  hyper: {
    level1: {
      name: "High (level 1)",
      rule: "Above 180 mg/dL for at least 15 min, until at or below 180 for 15 min.",
      citation: BATTELINO_2023,
    },
    level2: {
      name: "Very high (level 2)",
      rule: "Above 250 mg/dL for at least 15 min, until at or below 250 for 15 min.",
      citation: BATTELINO_2023,
    },
    level1Exclusive: {
      name: "High, never very high",
      rule: "A level 1 episode without a level 2 episode in it.",
      citation: BROLL_2021,
    },
    extended: {
      name: "Extended high",
      rule: "Above 250 mg/dL for at least 90 of 120 min, until at or below 180 for 15 min.",
      citation: BATTELINO_2023,
    },
    prolonged: {
      name: "Prolonged very high",
      rule: "Above 250 mg/dL for at least 120 min in a row, until at or below 250 for 15 min.",
      citation: `The mirror image of the prolonged low of ${DANNE_2017}`,
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, EpisodeDefinition>>>>;
