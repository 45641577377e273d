import type { Distribution } from "../distribution";
import { median } from "./quantile";

/** Makes the MAD of normally distributed readings their SD. */
const NORMAL_CONSISTENCY = 1.4826;

/**
 * Median absolute deviation in the unit of the readings: 1.4826 · median of |x − median|; 0 for a single reading, null
 * without any. With an even number of readings the median lies halfway between the middle two (type 7).
 * Rousseeuw and Croux 1993, doi 10.1080/01621459.1993.10476408.
 */
export function mad(distribution: Distribution): number | null {
  const { values, counts, total } = distribution;
  const centre = median(distribution);
  if (centre === null) return null;
  // Deviations rise on either side of the median, so that stepping outwards, always to the nearer side, sorts them.
  let right = 0;
  while ((values[right] ?? Number.POSITIVE_INFINITY) < centre) right += 1;
  let left = right - 1;
  const lowerRank = Math.ceil(total / 2);
  const upperRank = Math.floor(total / 2) + 1;
  let passed = 0;
  let lower = 0;
  let upper = 0;
  while (passed < upperRank) {
    const below = centre - (values[left] ?? Number.NEGATIVE_INFINITY);
    const above = (values[right] ?? Number.POSITIVE_INFINITY) - centre;
    upper = Math.min(below, above);
    if (passed < lowerRank) lower = upper;
    passed += below <= above ? (counts[left--] ?? 0) : (counts[right++] ?? 0);
  }
  return NORMAL_CONSISTENCY * (lower + (upper - lower) / 2);
}
