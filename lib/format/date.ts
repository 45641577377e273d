import { LOCALE_DEFAULT, plainSpaces } from "./number";

/** A civil date, `YYYY-MM-DD`. */
type CivilDate = `${number}-${number}-${number}`;

interface Written {
  readonly locale?: string;
}

/**
 * How a date is written. `day` "Tue, Nov 10" where the year is plain, `month-day` "Nov 10" under a chart, `full`
 * "Tuesday, November 10, 2026" in headings.
 */
export type DateStyle = "day" | "month-day" | "full";

const DATE_STYLES: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  day: { weekday: "short", month: "short", day: "numeric" },
  "month-day": { month: "short", day: "numeric" },
  full: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
};

const MINUTE_MS = 60_000;

/** A local date in words. */
export function formatDate(
  date: CivilDate,
  { locale, style = "day" }: Written & { readonly style?: DateStyle } = {},
): string {
  return plainSpaces(formatterOf(locale, DATE_STYLES[style]).format(startOf(date)));
}

/** "Nov 10 – 23, 2026": first and last date, both meant inclusive; one date alone stands alone. */
export function formatDateRange(from: CivilDate, to: CivilDate, { locale }: Written = {}): string {
  const formatter = formatterOf(locale, { year: "numeric", month: "short", day: "numeric" });
  return plainSpaces(formatter.formatRange(startOf(from), startOf(to)));
}

/** The month of the person's own wall clock at an instant: "March 2026". */
export function formatMonth(instant: number, displayOffsetMinutes: number, { locale }: Written = {}): string {
  const formatter = formatterOf(locale, { year: "numeric", month: "long" });
  return plainSpaces(formatter.format(wallClock(instant, displayOffsetMinutes)));
}

/** A month of the calendar, `YYYY-MM`: "March 2026". */
export function formatMonthOf(month: string, { locale }: Written = {}): string {
  const formatter = formatterOf(locale, { year: "numeric", month: "long" });
  return plainSpaces(formatter.format(Date.parse(`${month}-01T00:00:00Z`)));
}

/** What the person's own wall clock showed at an instant: "2:05 PM" or "14:05", as the reader's locale has it. */
export function formatClock(instant: number, displayOffsetMinutes: number, { locale }: Written = {}): string {
  return plainSpaces(
    formatterOf(locale, clockStyle(locale)).format(wallClock(instant, displayOffsetMinutes)),
  );
}

/** Date and time of the person's own wall clock: "Tue, Nov 10, 2:05 PM". */
export function formatDateTime(
  instant: number,
  displayOffsetMinutes: number,
  { locale }: Written = {},
): string {
  const formatter = formatterOf(locale, { ...DATE_STYLES.day, ...clockStyle(locale) });
  return plainSpaces(formatter.format(wallClock(instant, displayOffsetMinutes)));
}

/** A time of day from minutes after midnight: "2:05 PM" or "14:05"; 1,440 is midnight again. */
export function formatMinuteOfDay(minuteOfDay: number, { locale }: Written = {}): string {
  return plainSpaces(formatterOf(locale, clockStyle(locale)).format(minuteOfDay * MINUTE_MS));
}

/** A whole hour for an axis: "3 PM" where clocks have twelve hours, else "15:00". */
export function formatHour(minuteOfDay: number, { locale }: Written = {}): string {
  if (!hasTwelveHours(locale)) return formatMinuteOfDay(minuteOfDay, locale === undefined ? {} : { locale });
  return plainSpaces(formatterOf(locale, { hour: "numeric" }).format(minuteOfDay * MINUTE_MS));
}

/** The distance of a wall clock from UTC: "UTC+05:45", "UTC−03:30", "UTC". */
export function formatOffset(displayOffsetMinutes: number): string {
  if (displayOffsetMinutes === 0) return "UTC";
  const distance = Math.abs(displayOffsetMinutes);
  const two = (part: number) => String(part).padStart(2, "0");
  return `UTC${displayOffsetMinutes < 0 ? "−" : "+"}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

// The zone is always UTC and the instant is shifted instead: neither the server's nor the browser's zone, nor a time-zone
// table, has a say in what the person's clock showed.
function wallClock(instant: number, displayOffsetMinutes: number): number {
  return instant + displayOffsetMinutes * MINUTE_MS;
}

function startOf(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function hasTwelveHours(locale: string | undefined): boolean {
  return formatterOf(locale, { hour: "numeric" }).resolvedOptions().hour12 === true;
}

// "9:05 AM", but "09:05" where the day has 24 hours.
function clockStyle(locale: string | undefined): Intl.DateTimeFormatOptions {
  return { hour: hasTwelveHours(locale) ? "numeric" : "2-digit", minute: "2-digit" };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(
  locale: string = LOCALE_DEFAULT,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    formatters.set(key, formatter);
  }
  return formatter;
}
