import type { Instant } from "@/lib/clock";
import { epochDay, type LocalDate, localDateOf, midnight } from "@/lib/glucose/local-time";
import { latestPeriod, periodBefore } from "@/lib/glucose/period";
import type { DataWindow } from "@/lib/sharing/schema";
import { firstDateIn } from "@/lib/sharing/share-row";
import type { ListedPeriod, PeriodDays } from "./row";

/** A period whose dates are known by their numbers, too: of thousands of patients, a date is not read each time. */
export interface NumberedPeriod extends ListedPeriod {
  /** Epoch days of `from` and `to`. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The dates that a list looks at for one patient. */
export interface ListedDates {
  /** Cut by the share's window. A window that has not begun leaves its first date, which holds nothing yet. */
  readonly period: NumberedPeriod;
  /** The equally long period before; null unless all of both is shared. */
  readonly before: NumberedPeriod | null;
  /** When the period began, whatever of it is shared: a review since then is one of this period. */
  readonly startedAt: Instant;
  /** The date of the patient on which what is available ends, and the first that is shared; null for all. */
  readonly today: LocalDate;
  readonly sharedFrom: LocalDate | null;
}

/**
 * Says which dates the last `days` are to a patient, by the clock that their newest readings were shown on and by what
 * their share shows. Patients of one wall clock and one window share the answer.
 */
export function datesOf({
  days,
  availableUntil,
}: {
  readonly days: PeriodDays;
  readonly availableUntil: Instant;
}): (displayOffsetMinutes: number, window: DataWindow) => ListedDates {
  const known = new Map<string, ListedDates>();
  return (displayOffsetMinutes, window) => {
    const key = `${displayOffsetMinutes} ${windowKey(window)}`;
    let dates = known.get(key);
    if (dates === undefined) {
      const whole = latestPeriod(days, { availableUntil, displayOffsetMinutes });
      const before = periodBefore(whole);
      const today = localDateOf(availableUntil, displayOffsetMinutes);
      const sharedFrom = firstDateIn(window, today);
      dates = {
        period: cut(whole, sharedFrom),
        before: sharedFrom !== null && before.from < sharedFrom ? null : numbered(before),
        startedAt: midnight(whole.from, displayOffsetMinutes),
        today,
        sharedFrom,
      };
      known.set(key, dates);
    }
    return dates;
  };
}

function cut({ from, to }: ListedPeriod, sharedFrom: LocalDate | null): NumberedPeriod {
  if (sharedFrom === null || from >= sharedFrom) return numbered({ from, to });
  return numbered({ from: sharedFrom, to: to < sharedFrom ? sharedFrom : to });
}

function numbered({ from, to }: ListedPeriod): NumberedPeriod {
  return { from, to, firstDay: epochDay(from), lastDay: epochDay(to) };
}

/** The same text for the same window. */
export function windowKey(window: DataWindow): string {
  if (window.kind === "all") return "";
  return window.kind === "days" ? String(window.days) : window.date;
}
