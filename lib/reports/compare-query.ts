import type { Freshness } from "@/lib/glucose/figures";
import { addDays, localDateOf } from "@/lib/glucose/local-time";
import { customPeriod, type Period, periodBefore, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import { err, ok, type Result } from "@/lib/result";
import { type ShareLimits, showsDate } from "@/lib/sharing/policy";
import { optionFromQuery, type PageQuery, singleValue } from "./period-query";
import { sharedPart } from "./shared-period";

/** Which other days a page's days are compared with: those before them, those a year before, or dates of one's own. */
export const COMPARED_WITH = ["before", "year", "own"] as const;
export type ComparedWith = (typeof COMPARED_WITH)[number];

/** The other period, and how the address asks for it. */
export interface ChosenOther {
  readonly other: Period;
  readonly comparedWith: ComparedWith;
  /** Nothing for the period before. */
  readonly options: Readonly<Record<string, string>>;
}

/** 52 weeks, so that each date meets one of the same weekday. */
const YEAR_DAYS = 364;

/** The other period, of which somebody who is let in sees what is shared. */
export function otherPeriodFromQuery(
  query: PageQuery,
  period: Period,
  freshness: Freshness,
  limits: Pick<ShareLimits, "from"> | null = null,
): Result<ChosenOther, string> {
  const chosen = chosenOther(query, period, freshness);
  return chosen.ok ? ok({ ...chosen.value, other: sharedPart(chosen.value.other, limits) }) : chosen;
}

/** The days of both, for the record of who looked: from the earlier one's first to the later one's last that is shared. */
export function comparedDays(one: Period, other: Period, limits: Pick<ShareLimits, "from"> | null) {
  if (!showsDate(limits, other.to)) return { from: one.from, to: one.to };
  return {
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  };
}

/** `?with=before` (unless asked otherwise), `?with=year`, or `?bfrom=…&bto=…`; both ways at once are refused. */
function chosenOther(
  query: PageQuery,
  period: Period,
  { availableUntil, displayOffsetMinutes }: Freshness,
): Result<ChosenOther, string> {
  const [from, to] = [singleValue(query, "bfrom"), singleValue(query, "bto")];
  const named = optionFromQuery(query, "with", { known: COMPARED_WITH, standard: "before" });
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (!named.ok) return named;
  if (from.value === null && to.value === null) {
    if (named.value === "own") return err("Days of one's own need a first and a last date.");
    return ok(
      named.value === "year"
        ? { other: aYearBefore(period), comparedWith: "year", options: { with: "year" } }
        : { other: periodBefore(period), comparedWith: "before", options: {} },
    );
  }
  if (query["with"] !== undefined && named.value !== "own")
    return err("The address names two periods to compare with.");
  const lastDate = localDateOf(availableUntil, displayOffsetMinutes);
  const chosen = customPeriod({ from: from.value, to: to.value }, { daysMax: SUMMARY_DAYS_MAX, lastDate });
  if (!chosen.ok) return err(chosen.error.detail);
  const { from: bfrom, to: bto } = chosen.value;
  return ok({ other: chosen.value, comparedWith: "own", options: { bfrom, bto } });
}

function aYearBefore({ from, to, days }: Period): Period {
  return { from: addDays(from, -YEAR_DAYS), to: addDays(to, -YEAR_DAYS), days };
}
