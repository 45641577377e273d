import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";

/** A civil date of the person's own wall clock, `YYYY-MM-DD`. */
export type LocalDate = `${number}-${number}-${number}`;

// Civil dates carry no zone, so all arithmetic is on whole days since 1970-01-01 ("epoch days").
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const YEAR_MIN = 1900;
/** Kiritimati is 14 hours ahead of UTC. */
const OFFSET_MINUTES_MAX = 14 * 60;

/** Days since 1970-01-01 of a civil date. */
export function epochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The civil date of a whole number of days since 1970-01-01. Throws outside the years 0 to 9999. */
export function localDateOfEpochDay(day: number): LocalDate {
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (!isWrittenAsDate(text)) throw new RangeError("A local date lies in the years 0 to 9999");
  return text;
}

/** The date, or null for anything that is not a real calendar day from 1900 to 9999 written `YYYY-MM-DD`. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!isWrittenAsDate(text) || Number(text.slice(0, 4)) < YEAR_MIN) return null;
  const day = epochDay(text);
  // Engines roll 02-30 over to 03-02: only a date that survives the round trip is real.
  return Number.isNaN(day) || localDateOfEpochDay(day) !== text ? null : text;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOfEpochDay(epochDay(date) + days);
}

/** Whole civil days from `from` to `to`: 0 for the same date, 1 for the next one, whatever the clock did between. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekday(date: LocalDate): number {
  // 1970-01-01 was a Thursday; the double modulo keeps dates before it positive.
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;
}

/** Days since 1970-01-01 that the wall clock shows at `instant`. */
export function localEpochDay(instant: Instant, displayOffsetMinutes: number): number {
  return Math.floor((instant + displayOffsetMinutes * MINUTE_MS) / DAY_MS);
}

/** The date that the wall clock shows at `instant`. */
export function localDateOf(instant: Instant, displayOffsetMinutes: number): LocalDate {
  return localDateOfEpochDay(localEpochDay(instant, displayOffsetMinutes));
}

/** Whole minutes after local midnight that the wall clock shows, 0–1,439; seconds are dropped as a clock drops them. */
export function minuteOfDay(instant: Instant, displayOffsetMinutes: number): number {
  const local = instant + displayOffsetMinutes * MINUTE_MS;
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/** The instant at which a wall clock with this offset shows 00:00 of the date. */
export function midnight(date: LocalDate, displayOffsetMinutes: number): Instant {
  return epochDay(date) * DAY_MS - displayOffsetMinutes * MINUTE_MS;
}

/** Where a date begins first on Earth: no wall clock shows it earlier. */
export function firstInstantOf(date: LocalDate): Instant {
  return midnight(date, OFFSET_MINUTES_MAX);
}

function isWrittenAsDate(text: string): text is LocalDate {
  return LOCAL_DATE.test(text);
}
