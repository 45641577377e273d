import { rangeAt, type TargetRange } from "@/lib/simulator/v2/target-ranges";

interface StatisticsInput {
  readonly readings: readonly {
    readonly value: number;
    /** Second of the person's own day. */
    readonly secondOfDay: number;
    /** Number of the person's own day. */
    readonly day: number;
  }[];
  readonly calibrations: number;
  /** Readings that fit into the window at one in five minutes. */
  readonly expectedReadings: number;
  readonly ranges: readonly TargetRange[];
}

/**
 * The answer of `POST statistics` (dexcom-api.md 7.1). Values in mg/dL; sample variance, quantiles by linear
 * interpolation. Which of those Dexcom uses, and how it finds the risk, is not documented.
 */
export function statistics({ readings, calibrations, expectedReadings, ranges }: StatisticsInput) {
  const values = readings.map((reading) => reading.value).sort((a, b) => a - b);
  const n = values.length;
  const sum = values.reduce((total, value) => total + value, 0);
  const mean = n === 0 ? null : sum / n;
  const variance = mean === null || n < 2 ? null : values.reduce((t, v) => t + (v - mean) ** 2, 0) / (n - 1);
  const nDays = new Set(readings.map((reading) => reading.day)).size;
  const counts = countBands(readings, ranges);
  const percent = (count: number) => (n === 0 ? null : (100 * count) / n);
  return {
    hypoglycemiaRisk: hypoglycemiaRisk(values),
    min: values[0] ?? null,
    max: values.at(-1) ?? null,
    mean,
    median: quantile(values, 0.5),
    variance,
    stdDev: variance === null ? null : Math.sqrt(variance),
    sum: n === 0 ? null : sum,
    q1: quantile(values, 0.25),
    q2: quantile(values, 0.5),
    q3: quantile(values, 0.75),
    utilizationPercent: expectedReadings <= 0 ? null : Math.min(100, (100 * n) / expectedReadings),
    meanDailyCalibrations: nDays === 0 ? null : calibrations / nDays,
    nDays,
    nValues: n,
    nUrgentLow: counts.urgentLow,
    nBelowRange: counts.below,
    nWithinRange: counts.within,
    nAboveRange: counts.above,
    percentUrgentLow: percent(counts.urgentLow),
    percentBelowRange: percent(counts.below),
    percentWithinRange: percent(counts.within),
    percentAboveRange: percent(counts.above),
  };
}

/** urgentLow below its bound, below [urgentLow, low), within [low, high], above > high. */
function countBands(readings: StatisticsInput["readings"], ranges: readonly TargetRange[]) {
  const counts = { urgentLow: 0, below: 0, within: 0, above: 0 };
  for (const { value, secondOfDay } of readings) {
    const range = rangeAt(ranges, secondOfDay);
    if (value < range.urgentLow) counts.urgentLow++;
    else if (value < range.low) counts.below++;
    else if (value <= range.high) counts.within++;
    else counts.above++;
  }
  return counts;
}

/** Hyndman and Fan type 7; `sorted` ascending. */
function quantile(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined
    ? null
    : below + (above - below) * (place - Math.floor(place));
}

/** Kovatchev's low blood glucose index with its four classes, which bear the names of Dexcom's four. */
function hypoglycemiaRisk(values: readonly number[]): "minimal" | "low" | "moderate" | "high" {
  if (values.length === 0) return "minimal";
  const risks = values.map((value) => 10 * Math.min(0, 1.509 * (Math.log(value) ** 1.084 - 5.381)) ** 2);
  const lbgi = risks.reduce((sum, risk) => sum + risk, 0) / values.length;
  if (lbgi <= 1.1) return "minimal";
  if (lbgi <= 2.5) return "low";
  return lbgi <= 5 ? "moderate" : "high";
}
