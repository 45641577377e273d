import type { PatternId, PatternResult } from "../patterns/pattern";
import type { PatternWords } from "../patterns/pattern-words";
import type { CatalogueWords } from "./catalogue-words";
import { type MadeUp, patternIn } from "./example-fortnight";
import type { Metric, MetricGroup } from "./metric";

interface PatternExample {
  readonly id: PatternId;
  readonly days: number;
  readonly glucose: MadeUp;
  readonly byHand: number;
  readonly decimals: number;
}

const between = (minute: number, fromHour: number, toHour: number) =>
  minute >= 60 * fromHour && minute < 60 * toHour;
/** 0 Monday to 6 Sunday. */
const weekdayOf = (day: number) => day % 7;

const EXAMPLES: readonly PatternExample[] = [
  {
    id: "night-lows",
    days: 14,
    glucose: (day, minute) => (day < 6 && between(minute, 2, 3) ? 60 : 120),
    byHand: 42.9,
    decimals: 1,
  },
  {
    id: "day-lows",
    days: 14,
    glucose: (day, minute) => (day < 4 && between(minute, 15, 16) ? 60 : 120),
    byHand: 28.6,
    decimals: 1,
  },
  {
    id: "night-highs",
    days: 14,
    glucose: (day, minute) => (day < 7 && between(minute, 1, 3) ? 200 : 120),
    byHand: 50,
    decimals: 1,
  },
  {
    id: "post-breakfast-highs",
    days: 14,
    glucose: (day, minute) => (day < 7 && between(minute, 7, 9) ? 200 : 120),
    byHand: 50,
    decimals: 1,
  },
  {
    id: "day-highs",
    days: 14,
    glucose: (day, minute) => (day < 5 && between(minute, 12, 14) ? 200 : 120),
    byHand: 35.7,
    decimals: 1,
  },
  {
    id: "rebound-highs",
    days: 14,
    glucose: (day, minute) => {
      if (day < 8 && between(minute, 15, 16)) return 60;
      return day < 4 && between(minute, 17, 18) ? 200 : 120;
    },
    byHand: 50,
    decimals: 1,
  },
  {
    id: "dawn-rise",
    days: 14,
    glucose: (_, minute) => (minute < 300 ? 100 : 130),
    byHand: 30,
    decimals: 0,
  },
  {
    id: "weekend-difference",
    days: 14,
    glucose: (day) => (weekdayOf(day) >= 5 ? 150 : 120),
    byHand: 30,
    decimals: 0,
  },
  {
    id: "weekday-difference",
    days: 28,
    glucose: (day) => (weekdayOf(day) === 2 ? 160 : 120),
    byHand: 40,
    decimals: 0,
  },
  {
    id: "best-day",
    days: 14,
    glucose: (day, minute) => (between(minute, 12, day === 3 ? 15 : 18) ? 200 : 120),
    byHand: 87.5,
    decimals: 1,
  },
  {
    id: "most-variable-hour",
    days: 14,
    glucose: (day, minute) => (day < 7 && between(minute, 12, 13) ? 160 : 100),
    byHand: 60,
    decimals: 0,
  },
];

/** What each rule says of the days made up for it, and of the first of them alone, for which it has too little data. */
const RESULTS = EXAMPLES.map((example) => ({
  ...example,
  result: patternIn(example.id, example.days, example.glucose),
  ofOneDay: patternIn(example.id, 1, example.glucose),
}));

const PARTS = {
  "percent of dates": "metrics.rules.units.dates",
  "percent of lows": "metrics.rules.units.lows",
  "percent of readings": "metrics.rules.units.readings",
} as const;

function metricOf(
  { id, byHand, decimals, result, ofOneDay }: (typeof RESULTS)[number],
  { t, patterns }: CatalogueWords,
): Metric {
  const measured = result.state === "too-little-data" ? null : result.effect;
  const unit = measured?.unit ?? "mg/dL";
  const name = t(`metrics.rules.patterns.${id}.name`);
  return {
    id,
    figure: null,
    name,
    shortName: name,
    meaning: t(`metrics.rules.patterns.${id}.meaning`),
    definition: patterns.rule(result),
    formula: null,
    variant: `${t("metrics.rules.own")} ${chanceOf(result, { t, patterns })}`,
    unit: unit === "mg/dL" ? unit : t(PARTS[unit]),
    edgeCases: t("metrics.rules.edgeCases"),
    needs: needsOf(ofOneDay, patterns),
    goal: null,
    citations: [],
    example: {
      rows: [],
      steps: [t(`metrics.rules.patterns.${id}.steps`)],
      results: [
        {
          name: t(`metrics.rules.patterns.${id}.effect`),
          byHand,
          computed: measured?.value ?? null,
          decimals,
          unit: unit === "mg/dL" ? unit : "%",
        },
      ],
    },
  };
}

/** What one day alone is told that it lacks: "7 nights with 70 % of their readings; there are 1." */
function needsOf(ofOneDay: PatternResult, patterns: PatternWords): string {
  if (ofOneDay.state !== "too-little-data") return "";
  const [least] = patterns.missing(ofOneDay).split(";");
  return `${least}.`;
}

function chanceOf(result: PatternResult, { t, patterns }: Pick<CatalogueWords, "t" | "patterns">): string {
  if (result.state === "too-little-data") return "";
  return result.chance.probability === null
    ? t("metrics.rules.notTested")
    : `${t("metrics.rules.tested")} ${patterns.method(result)}`;
}

export function patternsGroup(words: CatalogueWords): MetricGroup {
  return words.group(
    "patterns",
    RESULTS.map((result) => metricOf(result, words)),
  );
}
