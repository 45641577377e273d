import type { Distribution } from "../distribution";

/** The percentiles that a summary lists beside the median. */
export const QUANTILE_PERCENTS = [0, 5, 10, 25, 50, 75, 90, 95, 100] as const;

/**
 * The p-quantile (0–1) of the readings, by linear interpolation between order statistics (Hyndman and Fan 1996, type 7:
 * the default of R, NumPy and d3); null without readings.
 */
export function quantile({ values, counts, total }: Distribution, p: number): number | null {
  if (total === 0) return null;
  const position = (total - 1) * p;
  const below = Math.floor(position);
  let i = 0;
  let upTo = counts[0] ?? 0;
  while (upTo <= below) upTo += counts[++i] ?? 0;
  const low = values[i] ?? 0;
  const high = below + 1 < upTo ? low : (values[i + 1] ?? low);
  return low + (high - low) * (position - below);
}

/** The middle reading (type 7), in the unit of the readings; null without readings. */
export function median(distribution: Distribution): number | null {
  return quantile(distribution, 0.5);
}
