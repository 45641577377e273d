import type { TransactionOptions } from "@/lib/db/context";
import { type DayChart, dayChart } from "@/lib/glucose/day";
import { withholdNewerThan } from "@/lib/glucose/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { instantsToLoad } from "@/lib/glucose/period";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { readEvents } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadSeries } from "./period-input";

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
  return { day, events: eventsOn(date, withholdNewerThan(events, freshness.availableUntil).kept) };
}

/** The entries whose own wall clock showed this date, as with readings: after a flight west two dates overlap. */
export function eventsOn(date: LocalDate, events: readonly GlucoseEvent[]): GlucoseEvent[] {
  return events.filter(
    ({ systemTime, displayOffsetMinutes }) => localDateOf(systemTime, displayOffsetMinutes) === date,
  );
}
