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

/** The seven column heads of a calendar: "Sun" to "Sat", in the order and words of the reader. */
export function weekdayHeads(
  locale: string = LOCALE_DEFAULT,
): { readonly short: string; readonly narrow: string }[] {
  const first = firstWeekday(locale);
  const short = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const narrow = new Intl.DateTimeFormat(locale, { weekday: "narrow", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, i) => {
    const iso = ((first - 1 + i) % 7) + 1;
    const date = Date.parse(localDateOfEpochDay(EPOCH_DAY_BEFORE_MONDAY + iso));
    return { short: short.format(date), narrow: narrow.format(date) };
  });
}

/** The column of a date, 1 to 7, in weeks that begin as the reader's do. */
export function weekColumn(date: LocalDate, locale: string): number {
  return ((weekday(date) - firstWeekday(locale) + 7) % 7) + 1;
}

/** The seven weekdays by their whole names, in the order of the reader's week; ISO numbers, 1 Monday to 7 Sunday. */
export function weekdayNames(locale: string): { readonly weekday: number; readonly long: string }[] {
  const first = firstWeekday(locale);
  const long = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, i) => {
    const iso = ((first - 1 + i) % 7) + 1;
    return {
      weekday: iso,
      long: long.format(Date.parse(localDateOfEpochDay(EPOCH_DAY_BEFORE_MONDAY + iso))),
    };
  });
}
