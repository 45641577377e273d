import type { TransactionOptions } from "@/lib/db/context";
import type { Freshness, Summary } from "@/lib/glucose/figures";
import {
  type GroupStatistics,
  statisticsByDate,
  statisticsByHour,
  statisticsByWeekday,
  statisticsOfAll,
} from "@/lib/glucose/grouped-statistics";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import { summaryOf } from "@/lib/glucose/summary";
import { type SummaryInput, workingsOf } from "@/lib/glucose/workings";
import { err, ok, type Result } from "@/lib/result";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";
import { type PageQuery, singleValue } from "./period-query";

/** Every figure of a period, and the same readings by hour, weekday and date. */
export interface Statistics {
  readonly summary: Summary;
  readonly all: GroupStatistics<"all">;
  readonly byHour: readonly GroupStatistics<number>[];
  readonly byWeekday: readonly GroupStatistics<number>[];
  /** The newest date first. */
  readonly byDate: readonly GroupStatistics<LocalDate>[];
}

export async function statisticsOf(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<Statistics> {
  return statisticsFrom(await loadPeriodInput(access, period, freshness, options));
}

/** The same from what the figures of the period rest on. Pure. */
export function statisticsFrom(input: SummaryInput): Statistics {
  const workings = workingsOf(input);
  return {
    summary: summaryOf(workings),
    all: statisticsOfAll(workings),
    byHour: statisticsByHour(workings),
    byWeekday: statisticsByWeekday(workings),
    byDate: statisticsByDate(workings).toReversed(),
  };
}

/** Dates in one table: a quarter of a year, so that each preset period fits on one page. */
export const DATES_PER_PAGE = 92;

/** Some of the dates of a period, and which part of them that is. */
export interface PageOfDates {
  readonly dates: Statistics["byDate"];
  /** From 1 to `pages`. */
  readonly page: number;
  readonly pages: number;
}

/** The dates that the address asks for: `?page=2`, or the newest; refused where there is no such page. */
export function pageOfDates(query: PageQuery, byDate: Statistics["byDate"]): Result<PageOfDates, string> {
  const asked = singleValue(query, "page");
  if (!asked.ok) return asked;
  const pages = Math.max(1, Math.ceil(byDate.length / DATES_PER_PAGE));
  const page = Array.from({ length: pages }, (_, index) => index + 1).find(
    (one) => String(one) === (asked.value ?? "1"),
  );
  if (page === undefined) return err(`There are ${pages} pages of days.`);
  return ok({ dates: byDate.slice((page - 1) * DATES_PER_PAGE, page * DATES_PER_PAGE), page, pages });
}
