import { formatDate, formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { LOCALE_DEFAULT } from "@/lib/format/number";
import { formatBandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "../local-time";

/** Every rule that is looked at, in the order in which rules without a finding are listed. */
export const PATTERN_IDS = [
  "night-lows",
  "day-lows",
  "night-highs",
  "post-breakfast-highs",
  "day-highs",
  "rebound-highs",
  "dawn-rise",
  "weekend-difference",
  "weekday-difference",
  "best-day",
  "most-variable-hour",
] as const;
export type PatternId = (typeof PATTERN_IDS)[number];

/**
 * A piece of a sentence: text, or a quantity that the reader's unit and locale decide how to write. `mgDl` is a
 * concentration or a difference of two; `minuteOfDay` a clock time; `percent` a number from 0 to 100.
 */
export type PatternPart =
  | string
  | { readonly mgDl: number }
  | { readonly minuteOfDay: number }
  | { readonly date: LocalDate }
  | { readonly percent: number };

/** A sentence without a unit in it yet: `wordsIn` writes it. */
export type PatternWords = readonly PatternPart[];

/** How large a pattern is. "mg/dL" is a difference or a spread, signed where it can go both ways. */
export interface PatternEffect {
  readonly value: number;
  readonly unit: "percent of dates" | "percent of lows" | "percent of readings" | "mg/dL";
}

/** How easily chance alone would show as much. */
export interface PatternChance {
  /** 0–1, already corrected where a rule looks several times; null where the rule is descriptive. */
  readonly probability: number | null;
  /** What "chance" means here, in one plain sentence. */
  readonly method: PatternWords;
}

interface Rule {
  readonly id: PatternId;
  readonly title: PatternWords;
  /** The whole rule with its numbers. */
  readonly rule: PatternWords;
  /** Dates with enough readings for this rule to judge them. */
  readonly daysLooked: number;
}

/** A rule that had enough data. `not-found` says that it was looked for, and carries the same counts and dates. */
export interface Pattern extends Rule {
  readonly state: "found" | "not-found";
  /** What was counted or measured: "On 6 of 14 nights." */
  readonly finding: PatternWords;
  /** Dates on which it happened, ascending; for a difference, the dates on one side of it. */
  readonly dates: readonly LocalDate[];
  /** Time of day, minutes after local midnight; both null when it concerns whole dates. 1,440 is the day's end. */
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  /** Null where there was nothing to measure. */
  readonly effect: PatternEffect | null;
  readonly chance: PatternChance;
}

/** A rule that could not be judged yet. */
export interface TooLittleData extends Rule {
  readonly state: "too-little-data";
  readonly daysMin: number;
  /** What is missing, with what is there. */
  readonly missing: PatternWords;
}

export type PatternResult = Pattern | TooLittleData;

/** Dates of which a rule needs this many before it says anything, unless it states its own number. */
export const DAYS_MIN = 7;

/** What a rule that judges whole dates lacks when there are not `daysMin` of them. */
export function tooFewDates(daysMin: number, daysLooked: number): PatternWords {
  return [`${daysMin} dates with `, { percent: 70 }, ` of their readings; there are ${daysLooked}.`];
}

/** A sentence for a reader: glucose with its unit, clock times and dates as the locale writes them. */
export function wordsIn(words: PatternWords, unit: GlucoseUnit, locale: string = LOCALE_DEFAULT): string {
  return words
    .map((part) => {
      if (typeof part === "string") return part;
      if ("mgDl" in part) return formatGlucoseWithUnit(part.mgDl, unit, locale);
      if ("minuteOfDay" in part) return formatMinuteOfDay(part.minuteOfDay, { locale });
      if ("date" in part) return formatDate(part.date, { locale });
      const percent = Math.round(part.percent);
      return formatBandPercent({ percent, underOne: percent === 0 && part.percent > 0 });
    })
    .join("");
}
