import { type LocalDate, parseLocalDate } from "@/lib/glucose/local-time";
import type { Weekday } from "@/lib/glucose/profile";
import { ALL_WEEKDAYS, isEveryDay, parseWeekdays, writeWeekdays } from "@/lib/glucose/weekday-sets";
import { err, ok, type Result } from "@/lib/result";
import type { PageQuery } from "./period-query";

/** What Overlay's address says besides the period. */
export interface OverlayOptions {
  readonly weekdays: readonly Weekday[];
  /** The date that stands out; null for none. */
  readonly day: LocalDate | null;
}

/** `?weekdays=` as `parseWeekdays` reads it, and `?day=YYYY-MM-DD`; a sentence for anything else. */
export function overlayOptions(query: PageQuery): Result<OverlayOptions, string> {
  const { weekdays: named, day: dated } = query;
  if (Array.isArray(named) || Array.isArray(dated)) return err("The address names an option more than once.");
  const weekdays = named ? parseWeekdays(named) : ALL_WEEKDAYS;
  if (weekdays === null)
    return err("Weekdays are all, weekdays, weekend, or some of mon to sun with commas.");
  const day = dated ? parseLocalDate(dated) : null;
  if (dated && day === null) return err("The day is not a calendar date written as YYYY-MM-DD.");
  return ok({ weekdays, day });
}

/** The same for an address: what is standard goes without saying. */
export function overlayQuery({ weekdays, day }: OverlayOptions): Record<string, string> {
  return {
    ...(isEveryDay(weekdays) ? {} : { weekdays: writeWeekdays(weekdays) }),
    ...(day === null ? {} : { day }),
  };
}
