import type { TransactionOptions } from "@/lib/db/context";
import { type DayChart, dayChart } from "@/lib/glucose/day";
import { atOffset, inOneOffset, offsetsWithin } from "@/lib/glucose/day-zone";
import { withholdNewerThan } from "@/lib/glucose/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { addDays, type LocalDate } from "@/lib/glucose/local-time";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { GlucoseEvent } from "@/lib/glucose/reading";
import { ALWAYS } from "@/lib/glucose/wall-clock";
import type { SummaryInput } from "@/lib/glucose/workings";
import { readEvents } from "@/lib/readings/data";
import type { PatientAccess, ShareLimits } from "@/lib/sharing/policy";
import { type DailyRequest, recordsOn } from "./daily";
import { loadPeriodInput } from "./period-input";
import { sharedPart } from "./shared-period";

/** One of several dates under one another. */
export interface StripDay {
  readonly day: DayChart;
  readonly events: readonly GlucoseEvent[];
}

export interface DayStrip {
  /** Ascending. */
  readonly days: readonly StripDay[];
  /** Display offsets that occur among these dates, and the newest one. */
  readonly offsets: readonly number[];
}

/** Those of the `days` dates that end with `date` which are shown. */
export function stripDates(
  { date, days }: { readonly date: LocalDate; readonly days: number },
  limits: ShareLimits | null,
): Period {
  return sharedPart({ from: addDays(date, 1 - days), to: date, days }, limits);
}

/** The `days` dates that end with `date`. */
export async function dayStripOf(
  access: PatientAccess,
  { date, days, ...look }: DailyRequest & { readonly days: number },
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<DayStrip> {
  const period = stripDates({ date, days }, access.limits);
  const [input, events] = await Promise.all([
    loadPeriodInput(access, period, freshness, options),
    readEvents(access, instantsToLoad(period), options),
  ]);
  return dayStripFrom(input, withholdNewerThan(events, freshness.availableUntil).kept, look);
}

/** The same from what was read. Pure. */
export function dayStripFrom(
  { series, period, freshness, exclusions = [] }: SummaryInput,
  events: readonly GlucoseEvent[],
  { zone, ranges = "standard" }: Omit<DailyRequest, "date">,
): DayStrip {
  const drawn = zone === null ? series : inOneOffset(series, zone);
  const shown = zone === null ? freshness : { ...freshness, displayOffsetMinutes: zone };
  const entered = events.map((event) => atOffset(event, zone));
  return {
    days: Array.from({ length: period.days }, (_, i) => {
      const date = addDays(period.from, i);
      return {
        day: dayChart({ series: drawn, date, freshness: shown, exclusions, set: RANGE_SETS[ranges] }),
        events: recordsOn(date, entered),
      };
    }),
    offsets: [...new Set([...offsetsWithin(series, ALWAYS), freshness.displayOffsetMinutes])].sort(
      (a, b) => a - b,
    ),
  };
}
