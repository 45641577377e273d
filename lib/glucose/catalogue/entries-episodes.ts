import { EPISODE_DEFINITIONS, type EpisodeDefinition } from "../episode-definitions";
import { episodesOf } from "../episodes";
import { RANGE_BOUNDS } from "../ranges";
import { CITATIONS } from "./citations";
import { type ExampleStretch, exampleGrid, rowsOf } from "./example-readings";
import type { Metric, MetricGroup } from "./metric";
import { NEEDS } from "./needs";

const DIP: readonly ExampleStretch[] = [
  {
    label: "Readings in mg/dL, five minutes apart",
    day: 0,
    fromMinute: 120,
    stepMinutes: 5,
    values: [92, 78, 66, 58, 52, 51, 53, 64, 72, 68, 76, 84, 95],
  },
];
const RISE: readonly ExampleStretch[] = [
  {
    label: "Readings in mg/dL, five minutes apart",
    day: 0,
    fromMinute: 720,
    stepMinutes: 5,
    values: [168, 179, 186, 194, 203, 198, 189, 177, 170, 165],
  },
];
const { hypo } = episodesOf(exampleGrid(DIP, 5), RANGE_BOUNDS["mg/dL"]);
const { hyper } = episodesOf(exampleGrid(RISE, 5), RANGE_BOUNDS["mg/dL"]);

function inWords(definitions: Readonly<Record<string, EpisodeDefinition>>): string {
  return Object.values(definitions)
    .map(({ name, rule }) => `${name}: ${rule.charAt(0).toLowerCase()}${rule.slice(1)}`)
    .join("\n");
}

const SHARED = {
  figure: "episodes",
  formula: "per week = 7 · episodes / recorded days",
  unit: "episodes per week of recorded time; minutes",
  edgeCases:
    "“15 minutes” are three readings at 5 minutes and one at 15. A shorter recovery belongs to the episode. A pause of more " +
    "than 45 minutes ends it, and an episode that is cut off there, or at the edge of the data, says so.",
  needs: NEEDS.level,
  goal: null,
} as const satisfies Partial<Metric>;

export const EPISODES: MetricGroup = {
  id: "episodes",
  name: "Episodes",
  about:
    "How often glucose left the range for at least 15 minutes, and for how long. Computed on the even grid.",
  metrics: [
    {
      ...SHARED,
      id: "low-episodes",
      name: "Episodes of low glucose, below 70 mg/dL (3.9 mmol/L)",
      shortName: "Low episodes",
      meaning: "How often glucose was low for at least a quarter of an hour, and for how long.",
      definition: inWords(EPISODE_DEFINITIONS.hypo),
      variant:
        "Two definitions of a long low are in circulation and give different numbers; both are counted under their names. iglu " +
        "adds readings of the recovery to an episode that the data cuts off, AGATA takes every pause for a recovery, and " +
        "cgmguru counts 120 minutes as extended, not only more.",
      citations: [CITATIONS.battelino2023, CITATIONS.danne2017, CITATIONS.broll2021],
      example: {
        rows: rowsOf(DIP),
        steps: [
          "Below 70 from 02:10 on: 66, 58, 52, 51, 53, 64. Then 72 is one reading only, shorter than 15 minutes, and 68 is low again.",
          "76, 84 and 95 end it. It counts from 66 to 68: 8 steps of 5 minutes = 40 minutes, 1 episode, lowest 51.",
          "Below 54 are 52, 51 and 53, three in a row: 1 episode of level 2, 15 minutes.",
        ],
        results: [
          { name: "Level 1", byHand: 1, computed: hypo.level1.count, decimals: 0, unit: "episode" },
          {
            name: "Its duration",
            byHand: 40,
            computed: hypo.level1.list[0]?.minutes ?? null,
            decimals: 0,
            unit: "minutes",
          },
          {
            name: "Its lowest value",
            byHand: 51,
            computed: hypo.level1.list[0]?.extreme ?? null,
            decimals: 0,
            unit: "mg/dL",
          },
          {
            name: "Level 2, duration",
            byHand: 15,
            computed: hypo.level2.list[0]?.minutes ?? null,
            decimals: 0,
            unit: "minutes",
          },
        ],
      },
    },
    {
      ...SHARED,
      id: "high-episodes",
      name: "Episodes of high glucose, above 180 mg/dL (10.0 mmol/L)",
      shortName: "High episodes",
      meaning: "How often glucose was high for at least a quarter of an hour, and for how long.",
      definition: inWords(EPISODE_DEFINITIONS.hyper),
      variant:
        "The 90 minutes of an extended high need not be in a row; iglu approximates them by 120 in a row.",
      citations: [CITATIONS.battelino2023, CITATIONS.danne2017, CITATIONS.broll2021],
      example: {
        rows: rowsOf(RISE),
        steps: [
          "Above 180 from 12:10 on: 186, 194, 203, 198, 189. Then 177, 170 and 165 end it.",
          "5 steps of 5 minutes = 25 minutes, highest 203, 1 episode of level 1.",
        ],
        results: [
          { name: "Level 1", byHand: 1, computed: hyper.level1.count, decimals: 0, unit: "episode" },
          {
            name: "Its duration",
            byHand: 25,
            computed: hyper.level1.list[0]?.minutes ?? null,
            decimals: 0,
            unit: "minutes",
          },
          {
            name: "Its highest value",
            byHand: 203,
            computed: hyper.level1.list[0]?.extreme ?? null,
            decimals: 0,
            unit: "mg/dL",
          },
        ],
      },
    },
  ],
};
