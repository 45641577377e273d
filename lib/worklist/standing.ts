import type { Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { DayAggregates } from "@/lib/glucose/aggregates/day-aggregates";
import { figuresOfDays, type PeriodFigures } from "@/lib/glucose/aggregates/figures-of-days";
import { type ShownFigures, shownFiguresOfDays } from "@/lib/glucose/aggregates/shown-figures";
import type { Freshness } from "@/lib/glucose/figures";
import { daysBetween, epochDay, type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { timesInRanges } from "@/lib/glucose/metrics/times-in-ranges";
import type { OutlookClock } from "@/lib/glucose/outlook";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Verdict } from "@/lib/glucose/verdict";
import type { Columns } from "./columns";
import { changeOf, type FlagFigures, flagsOf } from "./flags";
import type { ListedDates, NumberedPeriod } from "./periods";
import type { ConnectionState, ListedFigures } from "./row";

/** What is known of a patient before anything is reckoned. */
export interface Known {
  readonly patientId: string;
  readonly targets: Targets;
  /** What was counted on each date; null while nothing was. */
  readonly days: DayAggregates | null;
  readonly newestReadingAt: Instant | null;
  readonly displayOffsetMinutes: number;
  readonly connection: ConnectionState;
}

/** All that a list sorts and filters by and that follows from a patient's data. */
export type Standing = Omit<Columns, "reviewedAt">;

/** How a patient stands: what their dates add up to against their targets, and what there is to look at. */
export function standingOf(known: Known, dates: ListedDates): Standing {
  const { patientId, targets, connection } = known;
  const [now, before] = [shownIn(known, dates.period), shownIn(known, dates.before)];
  const evidence = { now: flagFigures(now), before: flagFigures(before), connection };
  const dataThrough = shownInstant(known, dates);
  return {
    patientId,
    flags: flagsOf(targets, {
      ...evidence,
      daysSinceReading: () =>
        dataThrough === null
          ? null
          : daysBetween(localDateOf(dataThrough, known.displayOffsetMinutes), dates.period.to),
    }),
    inRange: now?.inRange ?? null,
    change: changeOf(evidence.now, evidence.before),
    mean: now?.mean ?? null,
    gmi: now?.gmi ?? null,
    cv: now?.cv ?? null,
    // Of somebody without readings no column has a number.
    activePercent: now === null || now.readings === 0 ? null : now.activePercent,
    lowEpisodes: now?.lowEpisodes ?? null,
    dataThrough,
  };
}

/** The figures as a row shows them; null without readings. With `now`, verdicts name the date on which they will be enough. */
export function listedFigures(
  known: Known,
  dates: ListedDates,
  now?: Pick<Freshness, "availableUntil" | "delayMinutes">,
): ListedFigures | null {
  const { targets, displayOffsetMinutes } = known;
  const figures = figuresIn(known, dates.period, now && { ...now, displayOffsetMinutes });
  if (figures === null || figures.readings === 0) return null;
  const { readings, activePercent, daysWithReadings, counts, shares, sufficiency } = figures;
  const { timeInRanges, mean, cv, gmi, episodes } = sufficiency;
  const ifEnough = <T>({ status }: Verdict, value: T) => (status === "insufficient" ? null : value);
  return {
    readings,
    activePercent,
    daysWithReadings,
    bands: ifEnough(timeInRanges, timesInRanges(counts, "tested", RANGE_SETS[targets].goals)),
    inRange: ifEnough(timeInRanges, shares.target),
    mean: ifEnough(mean, figures.mean),
    cv: ifEnough(cv, figures.cv),
    gmi: ifEnough(gmi, figures.gmi),
    episodes: ifEnough(episodes, figures.episodes),
    verdicts: { timeInRanges, mean, cv, gmi, episodes },
  };
}

/** Percent of one date's readings in the targets' range, exact; null without a reading. */
export function inRangeOn(known: Known, date: LocalDate): number | null {
  const day = epochDay(date);
  const figures = figuresIn(known, { from: date, to: date, firstDay: day, lastDay: day });
  return figures === null || figures.readings === 0 ? null : figures.shares.target;
}

/** Somebody who flew west across the date line can have a period that begins before the first date that was counted. */
function reachesBack(days: DayAggregates, { firstDay }: NumberedPeriod): boolean {
  return firstDay >= days.firstDay;
}

function figuresIn(
  { days, targets }: Known,
  period: NumberedPeriod,
  now?: OutlookClock,
): PeriodFigures | null {
  return days !== null && reachesBack(days, period) ? figuresOfDays(days, period, targets, now) : null;
}

function shownIn({ days, targets }: Known, period: NumberedPeriod | null): ShownFigures | null {
  if (days === null || period === null || !reachesBack(days, period)) return null;
  return shownFiguresOfDays(days, period, targets);
}

function flagFigures(figures: ShownFigures | null): FlagFigures | null {
  if (figures === null) return null;
  const { counts, observed, activePercent, inRange, veryLowEpisodes } = figures;
  return { hasReadings: observed > 0, counts, areEnough: inRange !== null, activePercent, veryLowEpisodes };
}

/** Readings that all lie before what is shared are none, for whoever is let in. */
function shownInstant(
  { newestReadingAt, displayOffsetMinutes }: Known,
  { sharedFrom }: ListedDates,
): Instant | null {
  if (newestReadingAt === null || sharedFrom === null) return newestReadingAt;
  return localDateOf(newestReadingAt, displayOffsetMinutes) < sharedFrom ? null : newestReadingAt;
}
