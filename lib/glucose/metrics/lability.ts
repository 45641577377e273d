import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import type { EgvSeries } from "../reading";

const TOLERANCE_MS = 2.5 * MINUTE_MS;

/**
 * Lability index over 60 min, in (mg/dL)² per hour, on the readings themselves: each reading is paired with the one
 * nearest to an hour later, at most 2.5 min off (the earlier on ties); squared differences over the pairs' real hours.
 * Null without a pair.
 *
 * Ryan 2004, doi 10.2337/diabetes.53.4.955, gives (mmol/L)² per hour and week; the numbers cannot be compared.
 */
export function lability(series: Pick<EgvSeries, "length" | "systemTime" | "value">): number | null {
  const { length, systemTime, value } = series;
  let squares = 0;
  let elapsedMs = 0;
  // The last reading that is not after the target.
  let before = 0;
  for (let i = 0; i < length; i += 1) {
    const time = systemTime[i] ?? 0;
    const target = time + HOUR_MS;
    while (before + 1 < length && (systemTime[before + 1] ?? 0) <= target) before += 1;
    const early = target - (systemTime[before] ?? 0);
    const late = before + 1 < length ? (systemTime[before + 1] ?? 0) - target : Number.POSITIVE_INFINITY;
    if (Math.min(early, late) > TOLERANCE_MS) continue;
    const later = late < early ? before + 1 : before;
    const difference = (value[later] ?? 0) - (value[i] ?? 0);
    squares += difference * difference;
    elapsedMs += (systemTime[later] ?? 0) - time;
  }
  return elapsedMs === 0 ? null : squares / (elapsedMs / HOUR_MS);
}
