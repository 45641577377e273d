import { DAY_MS, type Instant } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import { addDays, daysBetween, epochDay, type LocalDate, localDateOf, parseLocalDate } from "./local-time";

/** Whole local dates, both inclusive. `days` counts them: 14 is 14 dates even when one of them had 25 hours. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
}

export const PERIOD_PRESETS_DAYS = [2, 7, 14, 30, 90] as const;
export const PERIOD_DEFAULT_DAYS = 14;

/** Longest custom range for figures: ten years. */
export const SUMMARY_DAYS_MAX = 3_653;

export type PeriodRefusalCode = "missing" | "malformed" | "reversed" | "too_long" | "in_future";

/** Why a requested range is refused. `detail` is a sentence for the person who asked. */
export interface PeriodRefusal {
  readonly code: PeriodRefusalCode;
  readonly detail: string;
}

/** The `days` local dates that end with the date of `availableUntil` at the newest display offset. */
export function latestPeriod(
  days: number,
  { availableUntil, displayOffsetMinutes }: { availableUntil: Instant; displayOffsetMinutes: number },
): Period {
  const to = localDateOf(availableUntil, displayOffsetMinutes);
  return { from: addDays(to, 1 - days), to, days };
}

/** The equally long period that ends the day before. */
export function periodBefore({ from, days }: Period): Period {
  return { from: addDays(from, -days), to: addDays(from, -1), days };
}

/**
 * A range that somebody typed: local dates, both inclusive.
 *
 * `lastDate` is the newest date that can have readings: a range that begins after it is refused, one that only ends
 * after it is not (the days to come simply have no readings yet).
 */
export function customPeriod(
  range: { from: string | null | undefined; to: string | null | undefined },
  { daysMax, lastDate }: { daysMax: number; lastDate?: LocalDate },
): Result<Period, PeriodRefusal> {
  if (!range.from || !range.to) {
    return err({ code: "missing", detail: "Please give both a first and a last date, as YYYY-MM-DD." });
  }
  const from = parseLocalDate(range.from);
  const to = parseLocalDate(range.to);
  if (from === null || to === null) {
    const which = from === null ? "first" : "last";
    return err({
      code: "malformed",
      detail: `The ${which} date is not a calendar date written as YYYY-MM-DD.`,
    });
  }
  const days = daysBetween(from, to) + 1;
  if (days < 1) return err({ code: "reversed", detail: "The last date is before the first one." });
  if (days > daysMax) {
    return err({
      code: "too_long",
      detail: `That is ${days} days; at most ${daysMax} can be asked for at once.`,
    });
  }
  if (lastDate !== undefined && daysBetween(lastDate, from) > 0) {
    return err({
      code: "in_future",
      detail: `That range begins after ${lastDate}, the last date with data so far.`,
    });
  }
  return ok({ from, to, days });
}

/**
 * The instants to load so that every reading of these local dates is there: from one UTC day before the first date to
 * one UTC day after the last, half-open. Wall clocks run from 12 hours behind UTC to 14 ahead.
 */
export function instantsToLoad(period: Pick<Period, "from" | "to">): {
  readonly from: Instant;
  readonly to: Instant;
} {
  return { from: (epochDay(period.from) - 1) * DAY_MS, to: (epochDay(period.to) + 2) * DAY_MS };
}
