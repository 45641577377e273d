import { metricsAverage } from "./metrics-average";
import { metricsChange } from "./metrics-change";
import { metricsComparison } from "./metrics-comparison";
import { metricsCoverage } from "./metrics-coverage";
import { metricsEpisodes } from "./metrics-episodes";
import { metricsExclusions } from "./metrics-exclusions";
import { metricsPatterns } from "./metrics-patterns";
import { metricsProfile } from "./metrics-profile";
import { metricsRanges } from "./metrics-ranges";
import { metricsRisk } from "./metrics-risk";
import { metricsScores } from "./metrics-scores";
import { metricsSpread } from "./metrics-spread";

const REPRESENTATIVE =
  "Below 14 days with readings, or 70 % sensor active, it is shown and marked “may not be representative”.";

/**
 * The catalogue of figures at /metrics and in Statistics: one part for each chapter, each entry under its anchor.
 * `steps` has one step of the worked example a line. Numbers with decimals or thousands stand as English writes them in
 * every language; `lib/glucose/catalogue/reader-numbers.ts` writes them for the reader.
 */
export const metrics = {
  page: {
    title: "How every figure is computed",
    lead: "Two programs can show two numbers under one name. This is what Hindsight means by each of its figures: the definition, the exact variant, what it needs, and an example to follow with a pencil.",
    contents: "Figures on this page",
    reading: {
      title: "Reading this page",
      formulas:
        "Formulas are in mg/dL; 1 mmol/L is {mgDl} mg/dL. “n” is the number of readings, “x” a reading, “Σ” a sum.",
      examples:
        "Reports say “—” and why where a figure does not have enough data. The examples are made of a few readings, too few for a report, and their results come from the same engine that computes the reports.",
      goals:
        "Goals are those of the consensus for groups of people. What is right for one person is for them and their care team.",
    },
    facts: {
      definition: "Definition",
      formula: "Formula",
      variant: "Variant",
      unit: "Unit",
      edgeCases: "Edge cases",
      needs: "Needs",
      goal: "Goal",
      source: "Source",
    },
    noGoal: "No common goal.",
    ownRule: "Hindsight's own rule.",
    example: "Worked example<hidden> of {figure}</hidden>",
    computed: "As the engine computes it",
    noValue: "no value",
  },
  groups: {
    coverage: {
      name: "Coverage",
      about: "How much of the period the sensor saw. Every other figure is only as good as this.",
    },
    ranges: {
      name: "Time in ranges",
      about:
        "Which share of readings lies in each of five bands. One percent of a day is about 15 minutes. The bands and goals are those of the international consensus.",
    },
    average: { name: "Average", about: "Where glucose lies on the whole." },
    spread: { name: "Spread", about: "How far readings lie from one another, whatever their order." },
    risk: {
      name: "Risk indices",
      about:
        "Numbers that weigh readings by how far out they are. The blood glucose risk is 0 near 112.5 mg/dL (6.2 mmol/L) and about 100 at 20 and at 600 mg/dL.",
    },
    scores: {
      name: "Scores of the literature",
      about:
        "Older indices that research still uses. Tools set their constants differently, so each is named with the ones used here.",
    },
    change: {
      name: "Change over time",
      about:
        "How fast glucose moves, and how one day resembles the next. These are computed on an even grid: readings are laid on steps of the sensor's interval, in between by a straight line, and nothing is filled in across a pause of more than 45 minutes.",
    },
    episodes: {
      name: "Episodes",
      about:
        "How often glucose left the range for at least 15 minutes, and for how long. Computed on the even grid.",
    },
    profile: {
      name: "Time of day",
      about: "What is usual at which time of day. Every reading stands where the person's own clock stood.",
    },
    patterns: {
      name: "Patterns",
      about:
        "What repeats on several days, by rules that anybody can check. Each pattern names its dates, how often it happened and how easily chance alone would show as much.",
    },
    comparison: { name: "Comparison", about: "The same figures of two periods side by side." },
    exclusions: {
      name: "Readings left out",
      about: "Readings that can be left out of the figures on request, and by which rule.",
    },
  },
  /** The rules of `sufficiency.ts` in words. */
  needs: {
    level: `24 hours of readings in the period. ${REPRESENTATIVE}`,
    spread: `24 hours of readings in the period and at least 30 readings. ${REPRESENTATIVE}`,
    dayToDay: `24 hours of readings in the period and 2 days in a row with readings. ${REPRESENTATIVE}`,
    gmi: "24 hours of readings, 14 days with readings, and the sensor active 70 % of the period. Below that it is withheld.",
    profile: `24 hours of readings in the period and 7 days with at least 12 hours each; a time of day also needs readings from 5 days. ${REPRESENTATIVE}`,
    bothPeriods:
      "Both periods must have enough data for the figure. What may not be representative keeps that mark.",
    request: "Somebody asks for it.",
    always: "Nothing: it is always shown.",
  },
  /** Above the readings of a worked example. */
  rows: {
    day: "Day {day}, mg/dL",
    ten: "Ten readings in mg/dL, sorted; their order does not matter",
    four: "Four readings in mg/dL; their order does not matter",
    tenInOrder: "Ten readings in mg/dL, five minutes apart",
    inOrder: "Readings in mg/dL, five minutes apart",
    beforePause: "mg/dL, five minutes apart",
    afterPause: "After a pause",
    beyond: "Readings in mg/dL: “low”, 60, “high”",
    corners: "Corners of a curve in mg/dL; in between a reading every five minutes on a straight line",
    nightAndMorning: "Night and morning, mg/dL",
    night: "Readings at night in mg/dL, five minutes apart",
  },
  /** In the place of a reading's time. */
  at: { low: "low", high: "high", lowest: "lowest", highest: "highest" },
  /** After a result that is no glucose. */
  units: {
    minutes: "minutes",
    readings: "readings",
    episode: "episode",
    perHour: "mg/dL per hour",
    perMinute: "mg/dL per minute",
    squaredPerHour: "(mg/dL)² per hour",
  },
  entries: {
    ...metricsCoverage,
    ...metricsRanges,
    ...metricsAverage,
    ...metricsSpread,
    ...metricsRisk,
    ...metricsScores,
    ...metricsChange,
    ...metricsEpisodes,
    ...metricsProfile,
    ...metricsComparison,
    ...metricsExclusions,
  },
  rules: {
    own: "The rule is Hindsight's own and stands on every pattern.",
    tested: "Tested against chance.",
    notTested: "It describes and is not tested.",
    edgeCases:
      "A rule that was looked for and not found is listed too, and one without enough data says what is missing. No cause is implied.",
    units: { dates: "percent of dates", lows: "percent of lows", readings: "percent of readings" },
    patterns: metricsPatterns,
  },
} as const;
