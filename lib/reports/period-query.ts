import type { Freshness } from "@/lib/glucose/figures";
import { type LocalDate, localDateOf, parseLocalDate } from "@/lib/glucose/local-time";
import {
  customPeriod,
  latestPeriod,
  PERIOD_DEFAULT_DAYS,
  PERIOD_PRESETS_DAYS,
  type Period,
  SUMMARY_DAYS_MAX,
} from "@/lib/glucose/period";
import { err, ok, type Result } from "@/lib/result";

/** A page's query as Next hands it over: a name can be missing, given once or given several times. */
export type PageQuery = Readonly<Record<string, string | string[] | undefined>>;

export interface ChosenPeriod {
  readonly period: Period;
  /** The preset in use, null for dates of the reader's own. */
  readonly presetDays: number | null;
  /** The same choice as a query: `{ days: "30" }`, `{ from, to }` or nothing. */
  readonly periodQuery: Readonly<Record<string, string>>;
}

const PERIOD_NAMES = ["days", "from", "to", "since"] as const;

/**
 * The period of the view before, as it stands in the address: for views without one, which pass it on so that it is still
 * chosen afterwards. They show nothing of it; the view that reads it judges it.
 */
export function passedOnPeriod(query: PageQuery): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PERIOD_NAMES.flatMap((name) => {
      const value = query[name];
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}

/** One value of a query, null when it is missing, or a sentence when it is given twice. */
export function singleValue(query: PageQuery, name: string): Result<string | null, string> {
  const value = query[name];
  if (Array.isArray(value)) return err(`The address names “${name}” more than once.`);
  return ok(value === undefined || value === "" ? null : value);
}

/**
 * The period in a page's address: `?days=30`, `?from=…&to=…`, `?since=visit`, or none of them for the last 14 days.
 * `visit` is the date of the last visit, null before the first.
 */
export function periodFromQuery(
  query: PageQuery,
  freshness: Freshness,
  visit: LocalDate | null = null,
): Result<ChosenPeriod, string> {
  const [days, from, to] = [singleValue(query, "days"), singleValue(query, "from"), singleValue(query, "to")];
  if (!days.ok) return days;
  if (!from.ok) return from;
  if (!to.ok) return to;
  const since = optionFromQuery(query, "since", { known: ["visit", "none"], standard: "none" });
  if (!since.ok) return since;
  if (since.value === "visit") return sinceVisit(visit, freshness);

  if (from.value !== null || to.value !== null) {
    const lastDate = localDateOf(freshness.availableUntil, freshness.displayOffsetMinutes);
    const custom = customPeriod({ from: from.value, to: to.value }, { daysMax: SUMMARY_DAYS_MAX, lastDate });
    if (!custom.ok) return err(custom.error.detail);
    const { from: first, to: last } = custom.value;
    return ok({ period: custom.value, presetDays: null, periodQuery: { from: first, to: last } });
  }
  const wanted = days.value ?? String(PERIOD_DEFAULT_DAYS);
  const preset = PERIOD_PRESETS_DAYS.find((candidate) => String(candidate) === wanted);
  if (preset === undefined)
    return err(`A period is ${PERIOD_PRESETS_DAYS.join(", ")} days, or two dates of your own.`);
  const periodQuery = days.value === null ? {} : { days: days.value };
  return ok({ period: latestPeriod(preset, freshness), presetDays: preset, periodQuery });
}

/** From the date of the last visit to the newest date that can have readings. */
function sinceVisit(
  visit: LocalDate | null,
  { availableUntil, displayOffsetMinutes }: Freshness,
): Result<ChosenPeriod, string> {
  const lastDate = localDateOf(availableUntil, displayOffsetMinutes);
  const period = customPeriod({ from: visit, to: lastDate }, { daysMax: SUMMARY_DAYS_MAX, lastDate });
  return period.ok
    ? ok({ period: period.value, presetDays: null, periodQuery: { since: "visit" } })
    : err("There is no visit yet to count the days from.");
}

/** Which dates Daily can show. */
export interface DailyDates {
  /** The newest one with readings: the day that is shown unless another is asked for. */
  readonly newest: LocalDate;
  /** The first one that is shared; null for somebody's own. */
  readonly sharedFrom: LocalDate | null;
  readonly lastDate: LocalDate;
}

/** The day in Daily's address: `?date=…`, or none for the newest day that has readings. */
export function dateFromQuery(
  query: PageQuery,
  { newest, sharedFrom, lastDate }: DailyDates,
): Result<LocalDate, string> {
  const asked = singleValue(query, "date");
  if (!asked.ok) return asked;
  const date = asked.value === null ? newest : parseLocalDate(asked.value);
  if (date === null) return err("The date is not a calendar date written as YYYY-MM-DD.");
  if (sharedFrom !== null && date < sharedFrom) return err(`Days are shared from ${sharedFrom} on.`);
  return date > lastDate
    ? err(`That day has not come yet; the last one with data is ${lastDate}.`)
    : ok(date);
}

/**
 * One option of a view in its address, such as `?smooth=off`: the value, or the default where it is missing. A value
 * that the view does not know, or a name given twice, is refused with a sentence: a link shows what it says or nothing.
 */
export function optionFromQuery<Option extends string>(
  query: PageQuery,
  name: string,
  options: { readonly known: readonly Option[]; readonly standard: Option },
): Result<Option, string> {
  const asked = singleValue(query, name);
  if (!asked.ok) return asked;
  if (asked.value === null) return ok(options.standard);
  const option = options.known.find((known) => known === asked.value);
  return option === undefined
    ? err(`“${name}” can be ${options.known.join(", ")}, not “${asked.value}”.`)
    : ok(option);
}
