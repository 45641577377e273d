import { weekColumn, weekdayHeads } from "@/components/time/week";
import { type LocalDate, localDateOfEpochDay, weekday } from "@/lib/glucose/local-time";

export interface WeekdayColumn {
  /** ISO weekday: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly short: string;
  readonly narrow: string;
  readonly long: string;
}

/** Seven dates in a row, one of each weekday. */
const A_WEEK: readonly LocalDate[] = Array.from({ length: 7 }, (_, day) => localDateOfEpochDay(day));

/** The weekdays in the order of the reader's week, with their names. */
export function weekdayColumns(locale: string): WeekdayColumn[] {
  const long = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const heads = weekdayHeads(locale);
  return A_WEEK.toSorted((a, b) => weekColumn(a, locale) - weekColumn(b, locale)).map((date, column) => {
    const { short = "", narrow = "" } = heads[column] ?? {};
    return { weekday: weekday(date), short, narrow, long: long.format(Date.parse(date)) };
  });
}
