import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";

export const DATE_ORDERS = ["dmy", "mdy"] as const;
/** How a date with the year last is meant: day or month first. */
export type DateOrder = (typeof DATE_ORDERS)[number];

export interface FileTimestamp {
  /** The true instant where the text names a zone, else the wall clock read as if it were UTC. */
  readonly instant: Instant;
  /** Minutes east of UTC as written; null when the text names no zone. */
  readonly offsetMinutes: number | null;
}

/**
 * `unreadable`: no form of a time. `impossible`: a date or an hour that no calendar or clock shows. `order`: day and
 * month cannot be told apart without an order, or the year has two digits, which says nothing without one.
 */
export type TimestampFault = "unreadable" | "impossible" | "order";

const CLOCK =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(?:(z|utc|gmt)|([+-])(\d{2})(?::?(\d{2}))?)?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[T,]\s*|\s+)(\S.*))?$/i;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:(?:[T,]\s*|\s+)(\S.*))?$/i;
const EPOCH = /^(?:\d{9,10}(?:\.\d{1,6})?|\d{12,13}(?:\.0+)?)$/;
const EPOCH_SECONDS_MAX = 1e11;
/** The longest form has 35 characters; what is longer is not looked at. */
const LENGTH_MAX = 48;

/** Widest offset in the world is +14:00; Java, whose times are widespread, allows 18 hours. */
const OFFSET_MINUTES_MAX = 18 * 60;

/**
 * Reads a time as files write it: year first or year last with `-`, `/` or `.`, a clock of 24 hours or with am and pm,
 * seconds and fractions (cut to milliseconds) optional, a zone optional; or whole seconds or milliseconds since 1970,
 * which are UTC. A date alone is its midnight, as R writes it. With dots the day comes first, as where dots are used.
 *
 * Years are 1900 to 2999. Nothing is rolled over: 30 February and 25:00 are `impossible`.
 */
export function readFileTimestamp(text: string, order: DateOrder | null): FileTimestamp | TimestampFault {
  if (text.length > LENGTH_MAX) return "unreadable";
  const usual = readUsualForm(text);
  if (usual !== null) return usual;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, year, , month, day, clock] = yearFirst;
    return momentOf(civilDay(Number(year), Number(month), Number(day)), clock);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const [, first = "", separator, second = "", year = "", clock] = yearLast;
    const isShort = year.length === 2;
    const meant = order ?? (isShort ? null : separator === "." || first === second ? "dmy" : null);
    if (meant === null) return "order";
    const [day, month] = meant === "dmy" ? [first, second] : [second, first];
    return momentOf(civilDay(Number(year) + (isShort ? 2000 : 0), Number(month), Number(day)), clock);
  }
  if (!EPOCH.test(text)) return "unreadable";
  const number = Number(text);
  return { instant: number < EPOCH_SECONDS_MAX ? Math.floor(number * SECOND_MS) : number, offsetMinutes: 0 };
}

/**
 * Which order a date with the year last shows by itself: a part above 12 is a day. `either` when both parts could be
 * months and differ; null for everything that needs no order.
 */
export function dateOrderShownBy(text: string): DateOrder | "either" | null {
  const [, first, separator, second, year] = text.length > LENGTH_MAX ? [] : (YEAR_LAST.exec(text) ?? []);
  if (year === undefined || (separator === "." && year.length === 4)) return null;
  const [a, b] = [Number(first), Number(second)];
  // Two digits of a year prove nothing: 18/06/13 may be the 13th of June as well.
  if (year.length === 2) return "either";
  if (a <= 12 && b <= 12) return a === b ? null : "either";
  if (a > 12 && b > 12) return null;
  return a > 12 ? "dmy" : "mdy";
}

const HYPHEN = 45;
const COLON = 58;
const LETTER_T = 84;
const SPACE = 32;

/** `YYYY-MM-DDThh:mm` with or without `:ss`, as nearly every file has it, without the cost of a pattern; else null. */
function readUsualForm(text: string): FileTimestamp | TimestampFault | null {
  const { length } = text;
  if (length !== 19 && length !== 16) return null;
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN || text.charCodeAt(13) !== COLON)
    return null;
  if (text.charCodeAt(10) !== LETTER_T && text.charCodeAt(10) !== SPACE) return null;
  if (length === 19 && text.charCodeAt(16) !== COLON) return null;
  const second = length === 19 ? digits(text, 17) : 0;
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  const day = civilDay(digits(text, 0) * 100 + digits(text, 2), digits(text, 5), digits(text, 8));
  const msOfDay = hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS;
  // What is not all digits or no date is left to the patterns.
  if (Number.isNaN(msOfDay) || day === null) return null;
  return hour > 23 || minute > 59 || second > 59
    ? "impossible"
    : { instant: day + msOfDay, offsetMinutes: null };
}

/** Two digits as a number, NaN when they are not digits. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function momentOf(day: Instant | null, clock: string | undefined): FileTimestamp | TimestampFault {
  if (clock === undefined) return day === null ? "impossible" : { instant: day, offsetMinutes: null };
  const match = CLOCK.exec(clock);
  if (match === null) return "unreadable";
  const [, hours, minutes, seconds = "0", fraction = "", halfDay] = match;
  const hour = hourOf(Number(hours), halfDay);
  const offsetMinutes = offsetOf(match);
  if (day === null || hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return "impossible";
  if (offsetMinutes !== null && Math.abs(offsetMinutes) > OFFSET_MINUTES_MAX) return "impossible";
  const msOfDay =
    hour * HOUR_MS +
    Number(minutes) * MINUTE_MS +
    Number(seconds) * SECOND_MS +
    Number(fraction.slice(0, 3).padEnd(3, "0"));
  return { instant: day + msOfDay - (offsetMinutes ?? 0) * MINUTE_MS, offsetMinutes };
}

/** The hour of 24; an hour that the half of the day does not have comes out as 24. */
function hourOf(hour: number, halfDay: string | undefined): number {
  if (halfDay === undefined) return hour;
  if (hour > 12) return 24;
  return (hour % 12) + (/^p/i.test(halfDay) ? 12 : 0);
}

function offsetOf([, , , , , , utc, sign, hours, minutes = "0"]: RegExpExecArray): number | null {
  if (utc !== undefined) return 0;
  if (sign === undefined) return null;
  const size = Number(minutes) > 59 ? Number.POSITIVE_INFINITY : Number(hours) * 60 + Number(minutes);
  return size === 0 ? 0 : sign === "-" ? -size : size;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Midnight of a date as if it were UTC, null when there is no such date. */
function civilDay(year: number, month: number, day: number): Instant | null {
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const days = (DAYS_IN_MONTH[month - 1] ?? 0) + leapDay;
  return year >= 1900 && year < 3000 && day >= 1 && day <= days ? Date.UTC(year, month - 1, day) : null;
}
