import type { PatternId, PatternResult } from "../patterns/pattern";
import { patternInBothUnits } from "./both-units";
import { type MadeUp, patternIn } from "./example-fortnight";
import type { Metric, MetricGroup } from "./metric";

interface PatternExample {
  readonly id: PatternId;
  readonly name: string;
  readonly meaning: string;
  readonly days: number;
  readonly glucose: MadeUp;
  readonly steps: readonly string[];
  readonly effect: { readonly name: string; readonly byHand: number; readonly decimals: number };
}

const between = (minute: number, fromHour: number, toHour: number) =>
  minute >= 60 * fromHour && minute < 60 * toHour;
/** 0 Monday to 6 Sunday. */
const weekdayOf = (day: number) => day % 7;

const EXAMPLES: readonly PatternExample[] = [
  {
    id: "night-lows",
    name: "Low glucose at night",
    meaning: "On how many nights glucose was low for at least a quarter of an hour.",
    days: 14,
    glucose: (day, minute) => (day < 6 && between(minute, 2, 3) ? 60 : 120),
    steps: [
      "60 mg/dL from 02:00 to 03:00 on 6 of 14 nights, else 120: 100 · 6 / 14 = 42.9 % of nights, above 20 %.",
    ],
    effect: { name: "Of nights", byHand: 42.9, decimals: 1 },
  },
  {
    id: "day-lows",
    name: "Low glucose at one time of the day",
    meaning: "In which three hours of the day glucose was low on most dates.",
    days: 14,
    glucose: (day, minute) => (day < 4 && between(minute, 15, 16) ? 60 : 120),
    steps: [
      "60 mg/dL from 15:00 to 16:00 on 4 of 14 dates, else 120: 100 · 4 / 14 = 28.6 % of dates, in the block from 15:00.",
    ],
    effect: { name: "Of dates", byHand: 28.6, decimals: 1 },
  },
  {
    id: "night-highs",
    name: "High glucose at night",
    meaning: "On how many nights glucose was high for at least an hour.",
    days: 14,
    glucose: (day, minute) => (day < 7 && between(minute, 1, 3) ? 200 : 120),
    steps: [
      "200 mg/dL from 01:00 to 03:00 on 7 of 14 nights, else 120: 100 · 7 / 14 = 50.0 % of nights, above 30 %.",
    ],
    effect: { name: "Of nights", byHand: 50, decimals: 1 },
  },
  {
    id: "post-breakfast-highs",
    name: "High glucose in the hours after breakfast",
    meaning:
      "On how many mornings glucose was high for at least an hour, at the time when most people have had breakfast.",
    days: 14,
    glucose: (day, minute) => (day < 7 && between(minute, 7, 9) ? 200 : 120),
    steps: [
      "200 mg/dL from 07:00 to 09:00 on 7 of 14 mornings, else 120: 100 · 7 / 14 = 50.0 % of mornings, above 30 %.",
    ],
    effect: { name: "Of mornings", byHand: 50, decimals: 1 },
  },
  {
    id: "day-highs",
    name: "High glucose at one time of the day",
    meaning: "In which three hours of the day glucose was high on most dates.",
    days: 14,
    glucose: (day, minute) => (day < 5 && between(minute, 12, 14) ? 200 : 120),
    steps: [
      "200 mg/dL from 12:00 to 14:00 on 5 of 14 dates, else 120: 100 · 5 / 14 = 35.7 % of dates, in the block from 12:00.",
    ],
    effect: { name: "Of dates", byHand: 35.7, decimals: 1 },
  },
  {
    id: "rebound-highs",
    name: "High glucose after low glucose",
    meaning: "After how many episodes of low glucose a high one began within two hours.",
    days: 14,
    glucose: (day, minute) => {
      if (day < 8 && between(minute, 15, 16)) return 60;
      return day < 4 && between(minute, 17, 18) ? 200 : 120;
    },
    steps: [
      "Low from 15:00 to 16:00 on 8 dates, high from 17:00 on 4 of them: 100 · 4 / 8 = 50.0 % of lows, above 25 %.",
    ],
    effect: { name: "Of lows", byHand: 50, decimals: 1 },
  },
  {
    id: "dawn-rise",
    name: "Rise at dawn",
    meaning: "Whether glucose between 6 and 7 is usually higher than between 3 and 4 of the same night.",
    days: 14,
    glucose: (_, minute) => (minute < 300 ? 100 : 130),
    steps: [
      "100 mg/dL until 05:00 and 130 afterwards, on 14 of 14 dates: a median rise of 130 − 100 = 30 mg/dL.",
    ],
    effect: { name: "Rise", byHand: 30, decimals: 0 },
  },
  {
    id: "weekend-difference",
    name: "Weekends against weekdays",
    meaning: "Whether the average glucose of Saturdays and Sundays differs from that of the other days.",
    days: 14,
    glucose: (day) => (weekdayOf(day) >= 5 ? 150 : 120),
    steps: ["150 mg/dL on 4 days of two weekends, 120 on the 10 others: 150 − 120 = 30 mg/dL."],
    effect: { name: "Difference", byHand: 30, decimals: 0 },
  },
  {
    id: "weekday-difference",
    name: "One weekday against the others",
    meaning: "Whether one day of the week stands out in its average glucose.",
    days: 28,
    glucose: (day) => (weekdayOf(day) === 2 ? 160 : 120),
    steps: ["160 mg/dL on 4 Wednesdays, 120 on the 24 other days: 160 − 120 = 40 mg/dL."],
    effect: { name: "Difference", byHand: 40, decimals: 0 },
  },
  {
    id: "best-day",
    name: "The day with the most time in range",
    meaning: "The date on which the largest share of readings was in range.",
    days: 14,
    glucose: (day, minute) => (between(minute, 12, day === 3 ? 15 : 18) ? 200 : 120),
    steps: [
      "Above range from 12:00 to 18:00 on every date but one, there until 15:00: 100 · 21 / 24 = 87.5 % in range.",
    ],
    effect: { name: "In range", byHand: 87.5, decimals: 1 },
  },
  {
    id: "most-variable-hour",
    name: "The hour that differs most from day to day",
    meaning: "At which hour the dates lie furthest apart.",
    days: 14,
    glucose: (day, minute) => (day < 7 && between(minute, 12, 13) ? 160 : 100),
    steps: [
      "From 12:00 to 13:00 160 mg/dL on 7 dates and 100 on 7, else always 100: 75th − 25th percentile = 160 − 100 = 60 mg/dL.",
    ],
    effect: { name: "Width of the middle half", byHand: 60, decimals: 0 },
  },
];

function metricOf({ id, name, meaning, days, glucose, steps, effect }: PatternExample): Metric {
  const result = patternIn(id, days, glucose);
  const measured = result.state === "too-little-data" ? null : result.effect;
  return {
    id,
    figure: null,
    name,
    shortName: name,
    meaning,
    definition: patternInBothUnits.rule(result),
    formula: null,
    variant: `The rule is Hindsight's own and stands on every pattern. ${chanceOf(result)}`,
    unit: measured?.unit ?? "",
    edgeCases:
      "A rule that was looked for and not found is listed too, and one without enough data says what is missing. No cause " +
      "is implied.",
    needs: needsOf(patternIn(id, 1, glucose)),
    goal: null,
    citations: [],
    example: {
      rows: [],
      steps,
      results: [
        {
          ...effect,
          computed: measured?.value ?? null,
          unit: measured?.unit.startsWith("percent") === true ? "%" : "mg/dL",
        },
      ],
    },
  };
}

/** What one day alone is told that it lacks: "7 nights with 70 % of their readings; there are 1." */
function needsOf(result: PatternResult): string {
  if (result.state !== "too-little-data") return "";
  const [least] = patternInBothUnits.missing(result).split(";");
  return `${least}.`;
}

function chanceOf(result: PatternResult): string {
  if (result.state === "too-little-data") return "";
  return result.chance.probability === null
    ? "It describes and is not tested."
    : `Tested against chance. ${patternInBothUnits.method(result)}`;
}

export const PATTERNS: MetricGroup = {
  id: "patterns",
  name: "Patterns",
  about:
    "What repeats on several days, by rules that anybody can check. Each pattern names its dates, how often it happened and " +
    "how easily chance alone would show as much.",
  metrics: EXAMPLES.map(metricOf),
};
