import type { TransactionOptions } from "@/lib/db/context";
import type { Freshness } from "@/lib/glucose/figures";
import type { Period } from "@/lib/glucose/period";
import type { DeviceSnapshot, Egv } from "@/lib/glucose/reading";
import { modelsOfGeneration } from "@/lib/glucose/sensor-model";
import { certificatePeriod, type WearCertificate, wearCertificate } from "@/lib/glucose/wear-certificate";
import type { SummaryInput } from "@/lib/glucose/workings";
import { readDevices } from "@/lib/readings/data";
import type { PatientAccess, ShareLimits } from "@/lib/sharing/policy";
import { loadPeriodInput } from "./period-input";
import { sharedPeriod } from "./shared-period";
import { readEgvsOfSensors, sensorsOfPeriod } from "./wear-sensors";

export interface CertificateOfWear extends WearCertificate {
  /** For each generation of sensor that was worn, the products that it can stand for. */
  readonly models: readonly (readonly string[])[];
}

/** Those of the last `days` whole dates that are shown; null while the first import runs, or where none is. */
export function certificateDates(
  days: number,
  freshness: Freshness,
  limits: ShareLimits | null,
): Period | null {
  const period = certificatePeriod(days, freshness);
  const shown = period && sharedPeriod({ period }, limits);
  return shown?.ok ? shown.value.period : null;
}

/** The certificate over `certificateDates`. */
export async function wearCertificateOf(
  access: PatientAccess,
  days: number,
  freshness: Freshness,
  options: TransactionOptions = {},
): Promise<CertificateOfWear | null> {
  const period = certificateDates(days, freshness, access.limits);
  if (period === null) return null;
  const [{ series }, egvs, devices] = await Promise.all([
    loadPeriodInput(access, period, freshness, options),
    readEgvsOfSensors(access, period, options),
    readDevices(access, options),
  ]);
  return wearCertificateFrom({ series, period, freshness }, { egvs, devices });
}

/** The same from what was read: `egvs` those of the sensors that reach into the period. Pure. */
export function wearCertificateFrom(
  { series, period, freshness }: Pick<SummaryInput, "series" | "period" | "freshness">,
  { egvs, devices }: { readonly egvs: readonly Egv[]; readonly devices: readonly DeviceSnapshot[] },
): CertificateOfWear {
  const sessions = sensorsOfPeriod(egvs, series, { period, freshness });
  const generations = new Set(sessions.map(({ generation }) => generation));
  return {
    ...wearCertificate(series, { period, sessions, freshness }),
    models: [...generations].map((generation) => modelsOfGeneration(generation, devices)),
  };
}
