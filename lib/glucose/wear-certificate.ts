import { monthsTouched } from "./calendar-months";
import { coverPeriod } from "./coverage";
import type { Freshness } from "./figures";
import { addDays, type LocalDate, localDateOf } from "./local-time";
import type { Period } from "./period";
import type { EgvSeries } from "./reading";
import type { SensorSession } from "./sensor-sessions";
import { timelineOf } from "./timeline";
import { countWear, longestGaps, type WearCount, type WearGap, type WornDay, wornDays } from "./wear";

export const CERTIFICATE_DAYS = ["30", "60", "90"] as const;
export const CERTIFICATE_GAPS_MAX = 5;

/** From so many days on the table counts calendar months, below weeks. */
const MONTHS_FROM_DAYS = 60;

/** A row of the table: some of the dates, counted together. */
export interface WearRow extends WearCount {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Everything that a wear certificate says. No glucose value is part of it. */
export interface WearCertificate {
  readonly period: Period;
  readonly cadenceMinutes: number;
  readonly wear: WearCount;
  readonly days: readonly WornDay[];
  readonly rows: readonly WearRow[];
  readonly rowsBy: "week" | "month";
  /** The longest ones, longest first, and how many there are in all. */
  readonly gaps: readonly WearGap[];
  readonly gapsInAll: number;
  /** Sensors worn; null where Dexcom does not share which sensor a reading came from. */
  readonly sensors: number | null;
  /** Transmitters that served several sensors in turn. */
  readonly transmitters: number;
}

/**
 * The last `days` whole dates that have been asked for to their end, so that no hour counts as missing that nobody
 * could know of yet; null while the first import runs.
 */
export function certificatePeriod(days: number, freshness: Freshness): Period | null {
  const { availableUntil, checkedThrough, displayOffsetMinutes } = freshness;
  if (checkedThrough === null) return null;
  const to = addDays(localDateOf(Math.min(availableUntil, checkedThrough), displayOffsetMinutes), -1);
  return { from: addDays(to, 1 - days), to, days };
}

/**
 * `series` holds the readings of the period and a UTC day around it. What was left out of the figures by hand counts:
 * the sensor was worn.
 */
export function wearCertificate(
  series: EgvSeries,
  {
    period,
    sessions,
    freshness,
  }: {
    readonly period: Period;
    readonly sessions: readonly SensorSession[];
    readonly freshness: Freshness;
  },
): WearCertificate {
  const timeline = timelineOf(series, freshness);
  const { cadenceMinutes } = timeline;
  const covered = coverPeriod(timeline, period);
  const days = wornDays(covered, timeline);
  const rowsBy = period.days >= MONTHS_FROM_DAYS ? "month" : "week";
  const starts = sessions.flatMap(({ startedAt }) => startedAt ?? []);
  const gaps = longestGaps(covered.coverage.gaps, starts);
  const isTold = sessions.every(({ kind }) => kind === "sensor");
  return {
    period,
    cadenceMinutes,
    wear: countWear(days, cadenceMinutes),
    days,
    rows: (rowsBy === "month" ? monthsWithin(period) : weeksOf(period)).map(({ from, to }) => ({
      from,
      to,
      ...countWear(
        days.filter(({ date }) => date >= from && date <= to),
        cadenceMinutes,
      ),
    })),
    rowsBy,
    gaps: gaps.slice(0, CERTIFICATE_GAPS_MAX),
    gapsInAll: gaps.length,
    sensors: isTold ? sessions.length : null,
    transmitters: sessions.filter(({ kind }) => kind === "transmitter").length,
  };
}

type Dates = Pick<Period, "from" | "to">;

function monthsWithin(period: Period): Dates[] {
  return monthsTouched(period, period.to).map(({ from, to }) => ({
    from: from < period.from ? period.from : from,
    to,
  }));
}

/** Seven dates each, counted from the first; the last row has what is left. */
function weeksOf({ from, to, days }: Period): Dates[] {
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) => {
    const first = addDays(from, week * 7);
    const last = addDays(first, 6);
    return { from: first, to: last < to ? last : to };
  });
}
