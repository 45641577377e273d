import type { Distribution } from "../distribution";
import { quantile } from "./quantile";

/**
 * Interquartile range in the unit of the readings: the 75th percentile minus the 25th (both type 7, Hyndman and Fan
 * 1996); 0 for a single reading, null without any.
 */
export function iqr(distribution: Distribution): number | null {
  const lower = quantile(distribution, 0.25);
  const upper = quantile(distribution, 0.75);
  return lower === null || upper === null ? null : upper - lower;
}
