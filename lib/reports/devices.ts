import type { TransactionOptions } from "@/lib/db/context";
import { type AlertChange, alertChanges, type DeviceDay } from "@/lib/glucose/alert-history";
import { coverPeriod } from "@/lib/glucose/coverage";
import { withholdNewerThan } from "@/lib/glucose/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { instantsToLoad, type Period } from "@/lib/glucose/period";
import type { Calibration, DeviceSnapshot, Egv } from "@/lib/glucose/reading";
import { modelsOfGeneration } from "@/lib/glucose/sensor-model";
import type { SensorSession } from "@/lib/glucose/sensor-sessions";
import { timelineOf } from "@/lib/glucose/timeline";
import {
  countWear,
  longestGaps,
  type WearCount,
  type WearGap,
  type WornDay,
  wornDays,
} from "@/lib/glucose/wear";
import type { SummaryInput } from "@/lib/glucose/workings";
import { readCalibrations, readDeviceDays } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";
import { readEgvsOfSensors, sensorsOfPeriod } from "./wear-sensors";

/** What Sensors and devices shows of a period. */
export interface Devices {
  readonly wear: WearCount;
  readonly cadenceMinutes: number;
  readonly days: readonly WornDay[];
  readonly sessions: readonly SensorSession[];
  /** For each generation of sensor that was worn, the products that it can stand for. */
  readonly models: readonly (readonly string[])[];
  /** Longest first. */
  readonly gaps: readonly WearGap[];
  readonly calibrations: number;
  /** As they last reported themselves, the one that sent last first. */
  readonly devices: readonly DeviceSnapshot[];
  /** The day (UTC) since which the settings have been looked at; null before the first answer. */
  readonly settingsSince: LocalDate | null;
  /** Newest first. */
  readonly changes: readonly AlertChange[];
}

export async function devicesOf(
  access: PatientAccess,
  period: Period,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<Devices> {
  const [input, egvs, calibrations, deviceDays] = await Promise.all([
    loadPeriodInput(access, period, freshness, options),
    readEgvsOfSensors(access, period, options),
    readCalibrations(access, instantsToLoad(period), options),
    readDeviceDays(access, options),
  ]);
  return devicesFrom(input, { egvs, calibrations, deviceDays });
}

/** The same from what was read. Pure. What was left out of the figures by hand counts: the sensor was worn. */
export function devicesFrom(
  { series, period, freshness }: SummaryInput,
  {
    egvs,
    calibrations,
    deviceDays,
  }: {
    readonly egvs: readonly Egv[];
    readonly calibrations: readonly Calibration[];
    readonly deviceDays: readonly DeviceDay[];
  },
): Devices {
  const timeline = timelineOf(series, freshness);
  const covered = coverPeriod(timeline, period);
  const days = wornDays(covered, timeline);
  const sessions = sensorsOfPeriod(egvs, series, { period, freshness });
  const devices = (deviceDays.at(-1)?.devices ?? []).toSorted(
    (a, b) => (b.lastUploadAt ?? 0) - (a.lastUploadAt ?? 0),
  );
  return {
    wear: countWear(days, timeline.cadenceMinutes),
    cadenceMinutes: timeline.cadenceMinutes,
    days,
    sessions,
    models: [...new Set(sessions.map(({ generation }) => generation))].map((generation) =>
      modelsOfGeneration(generation, devices),
    ),
    gaps: longestGaps(
      covered.coverage.gaps,
      sessions.flatMap(({ startedAt }) => startedAt ?? []),
    ),
    calibrations: withholdNewerThan(calibrations, freshness.availableUntil).kept.filter((one) => {
      const date = localDateOf(one.systemTime, one.displayOffsetMinutes);
      return date >= period.from && date <= period.to;
    }).length,
    devices,
    settingsSince: deviceDays[0]?.day ?? null,
    changes: alertChanges(deviceDays),
  };
}
