import type { LocalDate } from "../local-time";
import type { HoursOfDay } from "../parts-of-day";
import type { Excursion } from "./excursions";

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

// A result holds numbers only. `pattern-words.ts` makes the sentences, in the reader's language and unit.

/** On how many of the dates (nights, mornings) looked at something happened. */
export interface DatesFinding {
  readonly happened: number;
  readonly looked: number;
}

/** Medians of the daily means: one group of dates minus all others, mg/dL. */
export interface GroupFinding {
  readonly differenceMgDl: number;
  readonly dates: number;
  readonly otherDates: number;
}

interface OftenInHours {
  readonly rule: Excursion & HoursOfDay;
  readonly finding: DatesFinding;
}

interface OftenInBlock {
  readonly rule: Excursion & { readonly blockHours: number };
  readonly finding: DatesFinding & HoursOfDay;
}

/** What each rule asks for and what it finds. Amounts of glucose are mg/dL; `fromMinute` 1,440 is the day's end. */
interface RuleNumbers {
  readonly "night-lows": OftenInHours;
  readonly "day-lows": OftenInBlock;
  readonly "night-highs": OftenInHours;
  readonly "post-breakfast-highs": OftenInHours;
  readonly "day-highs": OftenInBlock;
  readonly "rebound-highs": {
    readonly rule: {
      readonly lowMgDl: number;
      readonly highMgDl: number;
      readonly withinHours: number;
      readonly lowsMin: number;
      /** Of the lows looked at. */
      readonly percentMin: number;
    };
    /** Of the lows. */
    readonly finding: { readonly followed: number; readonly looked: number };
  };
  readonly "dawn-rise": {
    readonly rule: { readonly before: HoursOfDay; readonly after: HoursOfDay; readonly riseMinMgDl: number };
    /** Dates that are higher, those of them by `riseMinMgDl`, and the median of all changes. */
    readonly finding: {
      readonly rises: number;
      readonly largeRises: number;
      readonly looked: number;
      readonly changeMgDl: number;
    };
  };
  readonly "weekend-difference": {
    readonly rule: { readonly differenceMinMgDl: number; readonly weekendDaysMin: number };
    readonly finding: GroupFinding;
  };
  readonly "weekday-difference": {
    readonly rule: { readonly differenceMinMgDl: number; readonly datesOfWeekdayMin: number };
    /** ISO weekday: 1 Monday to 7 Sunday. */
    readonly finding: GroupFinding & { readonly weekday: number };
  };
  readonly "best-day": {
    readonly rule: { readonly lowMgDl: number; readonly highMgDl: number };
    /** `percent` of readings in range, on so many dates. */
    readonly finding: { readonly percent: number; readonly dates: number };
  };
  readonly "most-variable-hour": {
    readonly rule: { readonly lowPercentile: number; readonly highPercentile: number };
    readonly finding: HoursOfDay & { readonly lowMgDl: number; readonly highMgDl: number };
  };
}

/** How large a pattern is. "mg/dL" is a difference or a spread, signed where it can go both ways. */
export interface PatternEffect {
  readonly value: number;
  readonly unit: "percent of dates" | "percent of lows" | "percent of readings" | "mg/dL";
}

/** How easily chance alone would show as much. What chance means to each rule is said by `pattern-words.ts`. */
export interface PatternChance {
  /** 0–1, already multiplied by `looks`; null where the rule is descriptive or had nothing to test. */
  readonly probability: number | null;
  /** How many places (blocks of the day, weekdays) the rule looked at to choose the one it names. */
  readonly looks: number;
}

interface RuleOf<Id extends PatternId> {
  readonly id: Id;
  /** The whole rule with its numbers. */
  readonly rule: RuleNumbers[Id]["rule"];
  /** Dates with enough readings for this rule to judge them. */
  readonly daysLooked: number;
}

/** One rule that had enough data. */
export interface PatternOf<Id extends PatternId> extends RuleOf<Id> {
  readonly state: "found" | "not-found";
  /** What was counted or measured. */
  readonly finding: RuleNumbers[Id]["finding"];
  /** Dates on which it happened, ascending; for a difference, the dates on one side of it. */
  readonly dates: readonly LocalDate[];
  /** Time of day, minutes after local midnight; both null when it concerns whole dates. 1,440 is the day's end. */
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  /** Null where there was nothing to measure. */
  readonly effect: PatternEffect | null;
  readonly chance: PatternChance;
}

/** One rule that could not be judged yet. */
export interface TooLittleDataOf<Id extends PatternId> extends RuleOf<Id> {
  readonly state: "too-little-data";
  readonly daysMin: number;
  /** Of the dates looked at, those that the rule needs beside `daysMin`; null unless it needs weekends. */
  readonly weekendDays: number | null;
}

/** A rule that had enough data. `not-found` says that it was looked for, and carries the same counts and dates. */
export type Pattern = { [Id in PatternId]: PatternOf<Id> }[PatternId];
/** A rule that could not be judged yet. */
export type TooLittleData = { [Id in PatternId]: TooLittleDataOf<Id> }[PatternId];
export type PatternResult = Pattern | TooLittleData;

/** What the rule called `Id` answers. */
export type PatternResultOf<Id extends PatternId> = PatternOf<Id> | TooLittleDataOf<Id>;

/** Dates of which a rule needs this many before it says anything, unless it states its own number. */
export const DAYS_MIN = 7;
