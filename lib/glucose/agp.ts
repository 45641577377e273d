import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { distributionsOf } from "./distribution";
import type { ProfilePoint } from "./figures";
import { quantile } from "./metrics/quantile";
import type { EgvSeries } from "./reading";

export const BIN_MINUTES = [60, 15, 5] as const;
export type BinMinutes = (typeof BIN_MINUTES)[number];

/** A time of day needs readings from this many days before percentiles say anything about it. */
export const BIN_DAYS_MIN = 5;

const MINUTES_PER_DAY = 1_440;
const CURVES = ["p5", "p25", "p50", "p75", "p95"] as const;
type Curve = (typeof CURVES)[number];
const PROBABILITY: Readonly<Record<Curve, number>> = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 };

/**
 * Percentiles by local time of day (an AGP-style profile): the 5th, 25th, 50th, 75th and 95th percentile (type 7) of
 * the raw readings in each bin, mg/dL, at the middle of the bin. A bin with readings from fewer than `binDaysMin`
 * dates has none.
 *
 * Every reading is placed by its own display offset, so clock changes and travel need no zone.
 * Bergenstal 2013, doi 10.1089/dia.2013.0051; Johnson 2019, doi 10.1089/dia.2019.0034.
 */
export function percentilesByTimeOfDay(
  series: EgvSeries,
  { binMinutes, binDaysMin = BIN_DAYS_MIN }: { binMinutes: BinMinutes; binDaysMin?: number },
): ProfilePoint[] {
  const bins = MINUTES_PER_DAY / binMinutes;
  const { binOf, days } = readingsByBin(series, bins, binMinutes);
  return distributionsOf(series.value, binOf, bins).map((inBin, bin) => {
    const enough = (days[bin] ?? 0) >= binDaysMin;
    const at = (curve: Curve) => (enough ? quantile(inBin, PROBABILITY[curve]) : null);
    return {
      minuteOfDay: (bin + 0.5) * binMinutes,
      p5: at("p5"),
      p25: at("p25"),
      p50: at("p50"),
      p75: at("p75"),
      p95: at("p95"),
      readings: inBin.total,
      days: days[bin] ?? 0,
    };
  });
}

/**
 * Each curve smoothed round the clock with weights 1-4-1, midnight's neighbours being 23 h and 0 h. With one neighbour
 * missing (4 · bin + neighbour) / 5; alone, a bin keeps its value; an empty bin stays empty.
 */
export function smoothed(points: readonly ProfilePoint[]): ProfilePoint[] {
  const n = points.length;
  const smooth = (curve: Curve, i: number): number | null => {
    const centre = points[i]?.[curve] ?? null;
    if (centre === null) return null;
    const before = points[(i + n - 1) % n]?.[curve] ?? null;
    const after = points[(i + 1) % n]?.[curve] ?? null;
    const neighbours = (before === null ? 0 : 1) + (after === null ? 0 : 1);
    return ((before ?? 0) + 4 * centre + (after ?? 0)) / (4 + neighbours);
  };
  return points.map((point, i) => ({
    ...point,
    p5: smooth("p5", i),
    p25: smooth("p25", i),
    p50: smooth("p50", i),
    p75: smooth("p75", i),
    p95: smooth("p95", i),
  }));
}

/** Which bin each reading is in, and how many dates each bin has. */
function readingsByBin(
  { length, systemTime, displayOffsetMinutes }: EgvSeries,
  bins: number,
  binMinutes: number,
) {
  const binOf = bins > 256 ? new Uint16Array(length) : new Uint8Array(length);
  const days = new Uint32Array(bins);
  const binMs = binMinutes * MINUTE_MS;
  const localMsOf = (i: number) => (systemTime[i] ?? 0) + (displayOffsetMinutes[i] ?? 0) * MINUTE_MS;
  // Local dates of two readings can run backwards by two days at the most, whatever the flight.
  const firstBin = (Math.floor(localMsOf(0) / DAY_MS) - 2) * bins;
  const seen = new Uint8Array(
    length === 0 ? 0 : Math.ceil(localMsOf(length - 1) / binMs) + 2 * bins + 1 - firstBin,
  );
  let bin = 0;
  let fromMs = Number.POSITIVE_INFINITY;
  for (let i = 0; i < length; i += 1) {
    const localMs = localMsOf(i);
    // Neighbours share their bin: the division is for the one that begins another.
    if (localMs < fromMs || localMs >= fromMs + binMs) {
      const binSinceFirst = Math.floor(localMs / binMs) - firstBin;
      fromMs = (binSinceFirst + firstBin) * binMs;
      bin = binSinceFirst % bins;
      if (seen[binSinceFirst] === 0) {
        seen[binSinceFirst] = 1;
        days[bin] = (days[bin] ?? 0) + 1;
      }
    }
    binOf[i] = bin;
  }
  return { binOf, days };
}
