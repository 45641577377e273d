import { type Instant, MINUTE_MS } from "@/lib/clock";
import type { SimulatedTrend } from "@/lib/simulator/person";

/** Dexcom looks back a quarter of an hour; the minute more forgives jitter. */
const LOOK_BACK_MS = 16 * MINUTE_MS;
const SPAN_MS_MIN = 9 * MINUTE_MS;

export interface TrendReading {
  readonly systemTime: Instant;
  readonly value: number;
}

export interface Trend {
  readonly trend: SimulatedTrend;
  readonly trendRate: number | null;
}

/**
 * Arrow and rate of the reading at `index` from itself and the readings up to 16 minutes before it: the least-squares
 * slope, mg/dL per minute, to one decimal. The arrow follows the rounded rate, so that the two never contradict each
 * other. Not computable with less than nine minutes to look back on.
 */
export function trendAt(readings: readonly TrendReading[], index: number): Trend {
  const latest = readings[index];
  if (!latest) throw new Error("A trend needs a reading.");
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  let oldest = latest.systemTime;
  for (let i = index; i >= 0; i--) {
    const reading = readings[i];
    if (!reading || reading.systemTime < latest.systemTime - LOOK_BACK_MS) break;
    const x = (reading.systemTime - latest.systemTime) / MINUTE_MS;
    n += 1;
    sumX += x;
    sumY += reading.value;
    sumXX += x * x;
    sumXY += x * reading.value;
    oldest = reading.systemTime;
  }
  if (latest.systemTime - oldest < SPAN_MS_MIN) return { trend: "notComputable", trendRate: null };
  return trendOfRate((n * sumXY - sumX * sumY) / (n * sumXX - sumX * sumX));
}

/** Bounds as Dexcom documents them: doubleUp [3, 8], singleUp [2, 3), fortyFiveUp [1, 2), flat (-1, 1), and mirrored. */
export function trendOfRate(rate: number): Trend {
  const trendRate = Math.floor(Math.abs(rate) * 10 + 0.5) / 10;
  if (trendRate > 8) return { trend: "rateOutOfRange", trendRate: null };
  const up = rate > 0;
  const signed = up || trendRate === 0 ? trendRate : -trendRate;
  if (trendRate >= 3) return { trend: up ? "doubleUp" : "doubleDown", trendRate: signed };
  if (trendRate >= 2) return { trend: up ? "singleUp" : "singleDown", trendRate: signed };
  if (trendRate >= 1) return { trend: up ? "fortyFiveUp" : "fortyFiveDown", trendRate: signed };
  return { trend: "flat", trendRate: signed };
}
