import type { Band } from "../bands";
import { activePercent, expectedReadings } from "../coverage";
import { epochDay, type LocalDate } from "../local-time";
import { cv } from "../metrics/cv";
import { gmi } from "../metrics/gmi";
import type { BandCounts } from "../metrics/times-in-ranges";
import { firstDateWhen, type OutlookClock } from "../outlook";
import type { Period } from "../period";
import { RANGE_SETS, type RangeSetId } from "../range-sets";
import { bandIndex } from "../ranges";
import { type Evidence, verdictOn } from "../sufficiency";
import type { Sufficiency } from "../verdict";
import type { ClassCounts, StartedEpisodes } from "./day-aggregate";
import type { DayAggregates, DayTotals } from "./day-aggregates";

/** A set of ranges with goals that somebody published: the only ones that days in classes can be held against. */
export type PublishedRanges = Exclude<RangeSetId, "custom">;

/** The figures of a period that a list shows; each is what `summarize` says of the same dates and readings. Unrounded. */
export interface PeriodFigures {
  readonly period: Period;
  /** Readings that the figures use. */
  readonly readings: number;
  readonly observed: number;
  readonly expected: number;
  /** Of the period, 0–100; null where nothing could have been there. */
  readonly activePercent: number | null;
  readonly daysWithReadings: number;
  readonly hoursOfReadings: number;
  /** mg/dL; null without readings. */
  readonly mean: number | null;
  /** mg/dL; null below two readings. */
  readonly sd: number | null;
  /** Percent. */
  readonly cv: number | null;
  /** Percent. */
  readonly gmi: number | null;
  /** Readings by the bands of the ranges that were asked for, in the order of `BANDS`; 0 for a band that they do not have. */
  readonly counts: BandCounts;
  /** The same in exact percent; null for a band that the ranges do not have. All 0 without readings. */
  readonly shares: Readonly<Record<Exclude<Band, "veryHigh">, number>> & { readonly veryHigh: number | null };
  /** By the consensus thresholds whatever the ranges, and by the date on which they start. */
  readonly episodes: StartedEpisodes;
  readonly sufficiency: Pick<Sufficiency, "timeInRanges" | "mean" | "sd" | "cv" | "gmi" | "episodes">;
}

/**
 * The figures of some local dates, both inclusive, from what was counted on each. Dates after the last one that was
 * counted hold nothing, and nothing was expected of them; dates before the first are not known, and asking for them throws.
 *
 * Verdicts name the date from which a withheld figure can be there where `now` is given, else none. Linear in the dates.
 */
export function figuresOfDays(
  days: DayAggregates,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  ranges: PublishedRanges,
  now?: OutlookClock,
): PeriodFigures {
  const first = epochDay(from) - days.firstDay;
  const last = epochDay(to) - days.firstDay;
  if (first < 0) throw new RangeError("Dates were asked for that no summary reaches back to.");
  const totals = days.totals(first, last);
  const { counts, readings, episodes, observed, expectedSeconds } = totals;
  const { cadenceMinutes } = days;
  const expected = expectedReadings(expectedSeconds / 60, cadenceMinutes);
  const mean = readings === 0 ? null : totals.sum / readings;
  const spread = sdOfSums(totals);
  const inBands = bandsOf(counts, ranges);
  const period = { from, to, days: last - first + 1 };
  return {
    period,
    readings,
    observed,
    expected,
    activePercent: expected === 0 ? null : activePercent(observed, expected),
    daysWithReadings: totals.daysWorn,
    hoursOfReadings: (observed * cadenceMinutes) / 60,
    mean,
    sd: spread,
    cv: cv(spread, mean),
    gmi: gmi(mean),
    counts: inBands,
    shares: sharesOf(inBands, readings, ranges),
    episodes,
    sufficiency: verdictsOn(totals, expected, { days, first, last, now }),
  };
}

/** Sample SD (n − 1). Of whole numbers nothing is lost: both products are whole and far below 2⁵³. */
export function sdOfSums({ readings, sum, sumOfSquares }: DayTotals): number | null {
  if (readings < 2) return null;
  return Math.sqrt(Math.max(0, readings * sumOfSquares - sum * sum) / readings / (readings - 1));
}

// A value of each class; the classes are made so that every one lies in one band of every published set.
const OF_CLASS = [50, 60, 65, 100, 160, 200, 300] as const;

const BAND_OF_CLASS: Readonly<Record<PublishedRanges, readonly number[]>> = {
  standard: bandsOfClasses("standard"),
  older: bandsOfClasses("older"),
  pregnancy: bandsOfClasses("pregnancy"),
  "pregnancy-type-2": bandsOfClasses("pregnancy-type-2"),
};

function bandsOfClasses(ranges: PublishedRanges): number[] {
  return OF_CLASS.map((value) => bandIndex(value, RANGE_SETS[ranges].bounds["mg/dL"]));
}

/** Readings in the bands of a set, from those in the classes. */
export function bandsOf(classes: ClassCounts, ranges: PublishedRanges): BandCounts {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const bands = BAND_OF_CLASS[ranges];
  for (let i = 0; i < bands.length; i += 1) {
    const band = bands[i] ?? 0;
    counts[band] = (counts[band] ?? 0) + (classes[i] ?? 0);
  }
  return counts;
}

function sharesOf(counts: BandCounts, total: number, ranges: PublishedRanges): PeriodFigures["shares"] {
  const percent = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  return {
    veryLow: percent(counts[0]),
    low: percent(counts[1]),
    target: percent(counts[2]),
    high: percent(counts[3]),
    veryHigh: RANGE_SETS[ranges].goals.veryHigh === undefined ? null : percent(counts[4]),
  };
}

interface Judged {
  readonly days: DayAggregates;
  readonly first: number;
  readonly last: number;
  readonly now: OutlookClock | undefined;
}

/** What the rules look at, of dates that were added up. */
export function evidenceOfTotals(totals: DayTotals, expected: number, cadenceMinutes: number): Evidence {
  return {
    hours: (totals.observedInFigures * cadenceMinutes) / 60,
    readings: totals.readings,
    days: totals.daysInFigures,
    activePercent: activePercent(totals.observedInFigures, expected),
    // Profiles and figures from day to day are not judged here.
    profileDays: 0,
    consecutiveDays: 0,
  };
}

function verdictsOn(totals: DayTotals, expected: number, judged: Judged): PeriodFigures["sufficiency"] {
  const evidence = evidenceOfTotals(totals, expected, judged.days.cadenceMinutes);
  const availableOn = (showable: (later: Evidence) => boolean) => whenShowable(judged, showable);
  const level = verdictOn("mean", evidence, availableOn);
  const spread = verdictOn("sd", evidence, availableOn);
  return {
    timeInRanges: level,
    mean: level,
    sd: spread,
    cv: spread,
    gmi: verdictOn("gmi", evidence, availableOn),
    episodes: level,
  };
}

function whenShowable({ days, first, last, now }: Judged, showable: (later: Evidence) => boolean) {
  if (now === undefined) return null;
  const length = last - first + 1;
  const of = (each: (totals: DayTotals) => number) =>
    Array.from({ length }, (_, i) => each(days.totals(first + i, first + i)));
  const columns = {
    firstDay: days.firstDay + first,
    days: length,
    readings: Uint32Array.from(of(({ readings }) => readings)),
    observed: Uint32Array.from(of(({ observedInFigures }) => observedInFigures)),
    expectedMinutes: Float64Array.from(of(({ expectedSeconds }) => expectedSeconds / 60)),
  };
  const { cadenceMinutes } = days;
  return firstDateWhen({ covered: { days: columns }, cadenceMinutes, freshness: now }, showable);
}
