import type { z } from "zod";
import { DAY_MS, type Instant } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { customPeriod, type Period, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import { type dateRangeQuery, type instantRangeQuery, RECORD_DAYS_MAX } from "@/lib/reports/schema";

/** A period of local dates, or a refusal with the reason. */
export function periodOf(query: z.output<typeof dateRangeQuery>): Period {
  const period = customPeriod(query, { daysMax: SUMMARY_DAYS_MAX });
  if (!period.ok) throw new AppError("bad_request", period.error.detail);
  return period.value;
}

/** A half-open span of instants, or a refusal with the reason. */
export function spanOf(query: z.output<typeof instantRangeQuery>): {
  readonly from: Instant;
  readonly to: Instant;
} {
  const [from, to] = [Date.parse(query.from), Date.parse(query.to)];
  if (!(from < to)) throw new AppError("bad_request", "“to” must be after “from”.");
  if (to - from > RECORD_DAYS_MAX * DAY_MS)
    throw new AppError("bad_request", `At most ${RECORD_DAYS_MAX} days of records can be asked for at once.`);
  return { from, to };
}
