import { DAY_MS } from "@/lib/clock";
import type { TransactionOptions } from "@/lib/db/context";
import { withholdNewerThan } from "@/lib/glucose/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { epochDay } from "@/lib/glucose/local-time";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import type { Egv, EgvSeries } from "@/lib/glucose/reading";
import { SESSION_DAYS_MAX, type SensorSession, sensorSessions } from "@/lib/glucose/sensor-sessions";
import { timelineOf } from "@/lib/glucose/timeline";
import { hull, instantsOfDates } from "@/lib/glucose/wall-clock";
import { readEgvs } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";

/** The readings of a period and of the sensors that reach into it from either side. */
export function readEgvsOfSensors(
  access: PatientAccess,
  period: Period,
  options: TransactionOptions = {},
): Promise<Egv[]> {
  const { from, to } = instantsToLoad(period);
  const reach = SESSION_DAYS_MAX * DAY_MS;
  return readEgvs(access, { from: from - reach, to: to + reach }, options);
}

/** The sensors that were worn in a period, whole. `series` is that of the period itself. Pure. */
export function sensorsOfPeriod(
  egvs: readonly Egv[],
  series: EgvSeries,
  { period, freshness }: { readonly period: Period; readonly freshness: Freshness },
): SensorSession[] {
  const { cadenceMinutes, offsets } = timelineOf(series, freshness);
  const within = hull(instantsOfDates(offsets, epochDay(period.from), epochDay(period.to)));
  if (within === null) return [];
  const limit = Math.min(freshness.availableUntil, freshness.checkedThrough ?? freshness.availableUntil);
  return sensorSessions(withholdNewerThan(egvs, limit).kept, { within, cadenceMinutes });
}
