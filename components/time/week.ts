import { LOCALE_DEFAULT } from "@/lib/format/number";
import { type LocalDate, localDateOfEpochDay, weekday } from "@/lib/glucose/local-time";

/** 1970-01-05 was a Monday: ISO weekday n is epoch day 3 + n. */
const EPOCH_DAY_BEFORE_MONDAY = 3;

/** ISO weekday (1 Monday to 7 Sunday) with which the reader's week begins. */
function firstWeekday(locale: string): number {
  // Older engines know the information under another name or not at all; Monday is what ISO 8601 says.
  const asked = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return asked.getWeekInfo?.().firstDay ?? asked.weekInfo?.firstDay ?? 1;
}

export interface WeekdayColumn {
  /** ISO weekday: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly short: string;
  readonly narrow: string;
  readonly long: string;
}

/** The weekdays in the order of the reader's week, with their names. */
export function weekdayColumns(locale: string = LOCALE_DEFAULT): readonly WeekdayColumn[] {
  const known = KNOWN_COLUMNS.get(locale);
  if (known) return known;
  const columns = newWeekdayColumns(locale);
  KNOWN_COLUMNS.set(locale, columns);
  return columns;
}

/** By locale, of which there are few: a year of months asks for them again and again. */
const KNOWN_COLUMNS = new Map<string, readonly WeekdayColumn[]>();

function newWeekdayColumns(locale: string): WeekdayColumn[] {
  const first = firstWeekday(locale);
  const [short, narrow, long] = (["short", "narrow", "long"] as const).map(
    (style) => new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }),
  );
  return Array.from({ length: 7 }, (_, i) => {
    const iso = ((first - 1 + i) % 7) + 1;
    const date = Date.parse(localDateOfEpochDay(EPOCH_DAY_BEFORE_MONDAY + iso));
    return {
      weekday: iso,
      short: short?.format(date) ?? "",
      narrow: narrow?.format(date) ?? "",
      long: long?.format(date) ?? "",
    };
  });
}

/** The column of a date, 1 to 7, in weeks that begin as the reader's do. */
export function weekColumn(date: LocalDate, locale: string): number {
  return ((weekday(date) - firstWeekday(locale) + 7) % 7) + 1;
}
