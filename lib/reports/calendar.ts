import type { TransactionOptions } from "@/lib/db/context";
import { latestMonths, monthsTouched } from "@/lib/glucose/calendar-months";
import type { Coverage, DaySummary, Freshness, KeyFigures } from "@/lib/glucose/figures";
import { heldAgainst, keyFiguresAgainst } from "@/lib/glucose/held-against";
import { daysBetween, type LocalDate } from "@/lib/glucose/local-time";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import { RANGE_SETS, type RangeSet, type RangeSetChoice } from "@/lib/glucose/range-sets";
import { seriesBetween } from "@/lib/glucose/series";
import { type DaySparkline, daySparklines } from "@/lib/glucose/sparkline";
import { type WeekdayHour, weekdayHours } from "@/lib/glucose/weekday-hours";
import { type SummaryInput, workingsOf } from "@/lib/glucose/workings";
import type { PatientAccess, ShareLimits } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";
import type { ChosenPeriod } from "./period-query";
import { sharedPart } from "./shared-period";

/** What the calendar shows without a period in its address. */
const MONTHS_DEFAULT = 3;
/** Of a longer period the newest: a page of curves is to be looked at, not to be scrolled for minutes. */
const MONTHS_MAX = 12;

/** One month of the calendar: its days, and what they come to. */
export interface CalendarMonth {
  readonly period: Period;
  readonly days: readonly DaySummary[];
  readonly bands: KeyFigures["bands"];
  readonly verdict: KeyFigures["sufficiency"]["timeInRanges"];
  readonly coverage: Coverage;
}

export interface CalendarMonths {
  readonly months: readonly CalendarMonth[];
  /** The small curve of each date; empty where they were not asked for. */
  readonly sparklines: readonly DaySparkline[];
  /** Months that the period touches beside those that are shown. */
  readonly monthsLeftOut: number;
  readonly observed: number;
}

export interface CalendarHours {
  readonly cells: readonly WeekdayHour[];
  readonly observed: number;
}

interface Shown {
  readonly lastDate: LocalDate;
  readonly limits: ShareLimits | null;
}

/** The period of a calendar's address: the one that was asked for, else what is shown of the last three months. */
export function calendarPeriod(
  chosen: ChosenPeriod,
  { lastDate, limits }: Shown,
): Pick<ChosenPeriod, "period" | "presetDays"> {
  if (Object.keys(chosen.periodQuery).length > 0) return chosen;
  return { period: sharedPart(latestMonths(MONTHS_DEFAULT, lastDate), limits), presetDays: null };
}

/** The months that a period touches, each whole but for the days that have not come yet or are not shared. */
export function calendarMonths(period: Period, { lastDate, limits }: Shown): Period[] {
  return monthsTouched(period, lastDate).map((month) => sharedPart(month, limits));
}

interface CalendarRequest {
  readonly period: Period;
  readonly lastDate: LocalDate;
  readonly freshness: Freshness;
  readonly curves: boolean;
  /** Those of the days, the months and the hours. */
  readonly ranges?: RangeSetChoice;
}

/** The months that a period touches, day by day. */
export async function calendarMonthsOf(
  access: PatientAccess,
  { period, lastDate, freshness, curves, ranges = "standard" }: CalendarRequest,
  options: TransactionOptions = {},
): Promise<CalendarMonths> {
  const touched = calendarMonths(period, { lastDate, limits: access.limits });
  const months = touched.slice(-MONTHS_MAX);
  const [first, last] = [months[0], months.at(-1)];
  const monthsLeftOut = touched.length - months.length;
  if (!first || !last) return { months: [], sparklines: [], monthsLeftOut, observed: 0 };
  const whole = { from: first.from, to: last.to, days: daysBetween(first.from, last.to) + 1 };
  const input = await loadPeriodInput(access, whole, freshness, options);
  const shown = months.map((month) => calendarMonth(input, month, RANGE_SETS[ranges]));
  return {
    months: shown,
    sparklines: curves ? daySparklines(workingsOf(input)) : [],
    monthsLeftOut,
    observed: shown.reduce((sum, { coverage }) => sum + coverage.observed, 0),
  };
}

function calendarMonth(input: SummaryInput, period: Period, set: RangeSet): CalendarMonth {
  // Its own readings only: otherwise each month would look through those of all the others.
  const series = seriesBetween(input.series, instantsToLoad(period));
  const { days, bands, sufficiency, coverage } = keyFiguresAgainst(
    workingsOf({ ...input, series, period }),
    set,
  );
  return { period, days, bands, verdict: sufficiency.timeInRanges, coverage };
}

/** Each hour of each weekday over the dates of a period. */
export async function calendarHoursOf(
  access: PatientAccess,
  { period, freshness, ranges = "standard" }: Pick<CalendarRequest, "period" | "freshness" | "ranges">,
  options: TransactionOptions = {},
): Promise<CalendarHours> {
  const workings = workingsOf(await loadPeriodInput(access, period, freshness, options));
  return {
    cells: weekdayHours(heldAgainst(workings, RANGE_SETS[ranges])),
    observed: workings.covered.coverage.observed,
  };
}
