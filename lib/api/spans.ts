import type { z } from "zod";
import { DAY_MS, type Instant } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { firstInstantOf, localDateOf } from "@/lib/glucose/local-time";
import { customPeriod, type Period, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import { refused } from "@/lib/refusals";
import { type dateRangeQuery, type instantRangeQuery, RECORD_DAYS_MAX } from "@/lib/reports/schema";
import { sharedPeriod } from "@/lib/reports/shared-period";
import type { LookedAtDays } from "@/lib/sharing/mutations-disclosure";
import { showsDate } from "@/lib/sharing/policy";
import type { Reader } from "./patient";

/** A period of local dates, what is shown of it, or a refusal with the reason. */
export function periodOf(
  query: z.output<typeof dateRangeQuery>,
  { access }: Reader,
): { readonly period: Period; readonly days: LookedAtDays } {
  const period = customPeriod(query, { daysMax: SUMMARY_DAYS_MAX });
  if (!period.ok) throw new AppError("bad_request", period.error.detail);
  const shown = sharedPeriod({ period: period.value }, access.limits);
  if (!shown.ok) throw refused("not-shared");
  return { ...shown.value, days: shown.value.period };
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * A half-open span of instants, what can be shown of it, or a refusal with the reason. It begins where the first date that
 * is shown begins anywhere on Earth: which records are of that date, their own wall clocks say.
 */
export function spanOf(
  query: z.output<typeof instantRangeQuery>,
  { access: { limits }, freshness: { displayOffsetMinutes } }: Reader,
): { readonly span: Span; readonly days: LookedAtDays } {
  const { from: asked, to } = parsedSpan(query);
  const first = limits?.from ?? null;
  const from = first === null ? asked : Math.max(asked, firstInstantOf(first));
  const [firstDate, lastDate] = [from, to - 1].map((at) => localDateOf(at, displayOffsetMinutes));
  if (firstDate === undefined || lastDate === undefined || from >= to || !showsDate(limits, lastDate))
    throw refused("not-shared");
  const days = { from: first !== null && firstDate < first ? first : firstDate, to: lastDate };
  return { span: { from, to }, days };
}

function parsedSpan(query: z.output<typeof instantRangeQuery>): Span {
  const [from, to] = [Date.parse(query.from), Date.parse(query.to)];
  if (!(from < to)) throw new AppError("bad_request", "“to” must be after “from”.");
  if (to - from > RECORD_DAYS_MAX * DAY_MS)
    throw new AppError("bad_request", `At most ${RECORD_DAYS_MAX} days of records can be asked for at once.`);
  return { from, to };
}
