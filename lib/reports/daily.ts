import type { TransactionOptions } from "@/lib/db/context";
import { type DayChart, dayChart } from "@/lib/glucose/day";
import type { Freshness } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import { instantsToLoad } from "@/lib/glucose/period";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { readEvents } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadSeries } from "./overview";

/** What Daily shows of one local date. */
export interface Daily {
  readonly day: DayChart;
  readonly events: readonly GlucoseEvent[];
}

export async function dailyOf(
  access: PatientAccess,
  date: LocalDate,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<Daily> {
  const dates = { from: date, to: date };
  const [series, events] = await Promise.all([
    loadSeries(access, dates, options),
    readEvents(access, instantsToLoad(dates), options),
  ]);
  const day = dayChart({ series, date, freshness });
  const limit = freshness.availableUntil;
  return {
    day,
    events: events.filter(
      ({ systemTime }) => systemTime >= day.start && systemTime < day.end && systemTime <= limit,
    ),
  };
}
