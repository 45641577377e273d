import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";

/** A time string of Dexcom, taken apart. */
export interface WireTime {
  /** The digits as written, read as if they were UTC. */
  readonly wallClock: Instant;
  /** Minutes east of UTC as written (`Z` is 0); null when the string named no zone. */
  readonly offsetMinutes: number | null;
}

const FORM =
  /^(\d{4})-(\d{1,2})-(\d{1,2})[Tt ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?(?:([Zz])|([+-])(\d{1,2})(?::?(\d{2})(?::?(\d{2}))?)?)?$/;

/** Widest offset in the world is +14:00; Java, from which the wire form comes, allows 18 hours. */
const OFFSET_MINUTES_MAX = 18 * 60;

/**
 * Reads every form that has been seen on the wire (dexcom-api.md, 5.2): seconds and up to nine fraction digits are
 * optional, `T` may be a space, parts may have one digit, the zone is `Z`, `±hh`, `±hhmm`, `±hh:mm` or `±hh:mm:ss`, or
 * absent. An offset with seconds is clock drift that leaked into it and is rounded to the nearest minute. Fractions
 * are cut to milliseconds. Null for anything else and for dates that do not exist.
 */
export function parseWireTime(text: string): WireTime | null {
  const match = FORM.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "0", fraction = ""] = match;
  const wallClock = civilInstant(
    Number(year),
    Number(month),
    Number(day),
    Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * SECOND_MS,
  );
  if (wallClock === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const offsetMinutes = offsetOf(match);
  if (offsetMinutes === undefined) return null;
  return { wallClock: wallClock + Number(fraction.slice(0, 3).padEnd(3, "0")), offsetMinutes };
}

/** The instant that a `systemTime` names: without a zone it is UTC. */
export function systemInstant(time: WireTime): Instant {
  return time.wallClock - (time.offsetMinutes ?? 0) * MINUTE_MS;
}

/** Above this, a `Z` on a display time that disagrees with the system time is no drift but a mislabelled wall clock. */
const DRIFT_MINUTES_MAX = 7.5;

/**
 * Minutes to add to `systemTime` to get the wall clock that the person saw.
 *
 * An explicit offset is taken as written. Without one (receivers, sandbox), or with a bare `Z` on a time that is
 * plainly not UTC, it is displayTime − systemTime rounded to 15 minutes, the smallest step between time zones. A
 * receiver whose date was set wrong is off by whole days: those are taken out, so that the result lies within
 * −12 to +14 hours (as Tidepool does).
 */
export function displayOffsetMinutes(systemTime: WireTime, displayTime: WireTime): number {
  const { offsetMinutes } = displayTime;
  const apart = (displayTime.wallClock - systemInstant(systemTime)) / MINUTE_MS;
  if (offsetMinutes !== null && (offsetMinutes !== 0 || Math.abs(apart) <= DRIFT_MINUTES_MAX))
    return offsetMinutes;
  return withinADay(Math.round(apart / 15) * 15);
}

const DAY_MINUTES = DAY_MS / MINUTE_MS;
const WEST_MINUTES_MAX = -12 * 60;
const EAST_MINUTES_MAX = 14 * 60;

function withinADay(minutes: number): number {
  if (minutes > EAST_MINUTES_MAX)
    return minutes - Math.ceil((minutes - EAST_MINUTES_MAX) / DAY_MINUTES) * DAY_MINUTES;
  if (minutes < WEST_MINUTES_MAX)
    return minutes + Math.ceil((WEST_MINUTES_MAX - minutes) / DAY_MINUTES) * DAY_MINUTES;
  // Adding zero turns −0 into 0.
  return minutes + 0;
}

/** `YYYY-MM-DDTHH:mm:ss`, UTC without a zone: what `startDate` and `endDate` want. Fractions are cut. */
export function queryTime(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 19);
}

function offsetOf(match: RegExpExecArray): number | null | undefined {
  const [, , , , , , , , utc, sign, hours, minutes = "0", seconds = "0"] = match;
  if (utc !== undefined) return 0;
  if (sign === undefined) return null;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const size = Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60);
  if (size > OFFSET_MINUTES_MAX) return undefined;
  return size === 0 ? 0 : sign === "-" ? -size : size;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function civilInstant(year: number, month: number, day: number, msOfDay: number): Instant | null {
  const leapDay = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const days = (DAYS_IN_MONTH[month - 1] ?? 0) + leapDay;
  return year >= 1970 && day >= 1 && day <= days ? Date.UTC(year, month - 1, day) + msOfDay : null;
}
