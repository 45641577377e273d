import type { LocalDate } from "@/lib/glucose/local-time";
import { err, ok, type Result } from "@/lib/result";
import { type DailyDates, dateFromQuery, optionFromQuery, type PageQuery } from "./period-query";

/** How many dates stand under one another; 1 is the day by itself. */
export const STRIP_DAYS = [1, 3, 7, 14] as const;
export type StripDays = (typeof STRIP_DAYS)[number];

/** What Daily's address asks for. */
export interface DailyChoice {
  /** The date, or the last one of a strip. */
  readonly date: LocalDate;
  readonly stripDays: StripDays;
  /** The one display offset in which the day is cut and drawn, minutes; null for each reading's own. */
  readonly zone: number | null;
  /** The part of the day to show, still as text: only a day of known length can tell whether it fits. */
  readonly span: string | null;
}

// Wall clocks run from 12 hours behind UTC to 14 ahead, in quarters of an hour.
const OFFSET_MIN = -12 * 60;
const OFFSET_MAX = 14 * 60;
const OFFSET_STEP = 15;

const STRIP_OPTIONS = STRIP_DAYS.map((days) => `${days}` as const);

/** `?date=…&strip=7&zone=-300&span=360-720`; each of them can be missing. */
export function dailyFromQuery(query: PageQuery, dates: DailyDates): Result<DailyChoice, string> {
  const date = dateFromQuery(query, dates);
  if (!date.ok) return date;
  const strip = optionFromQuery(query, "strip", { known: STRIP_OPTIONS, standard: "1" });
  if (!strip.ok) return strip;
  const zone = zoneFrom(query["zone"]);
  if (!zone.ok) return zone;
  const span = query["span"] ?? null;
  if (Array.isArray(span)) return err("The address names “span” more than once.");
  return ok({
    date: date.value,
    stripDays: STRIP_DAYS.find((days) => String(days) === strip.value) ?? 1,
    zone: zone.value,
    span: span === "" ? null : span,
  });
}

function zoneFrom(text: string | string[] | undefined): Result<number | null, string> {
  if (text === undefined || text === "") return ok(null);
  if (Array.isArray(text)) return err("The address names “zone” more than once.");
  const offset = Number(text);
  const isOffset =
    /^-?\d{1,3}$/.test(text) && offset >= OFFSET_MIN && offset <= OFFSET_MAX && offset % OFFSET_STEP === 0;
  return isOffset ? ok(offset) : err("“zone” is a distance from UTC in minutes, such as -300.");
}

/** The same choice as a query for links: what is as usual is not mentioned. */
export function dailyQuery({
  date,
  stripDays,
  zone,
}: Pick<DailyChoice, "date" | "zone"> & { readonly stripDays: number }): Readonly<Record<string, string>> {
  return {
    date,
    ...(stripDays === 1 ? {} : { strip: String(stripDays) }),
    ...(zone === null ? {} : { zone: String(zone) }),
  };
}
