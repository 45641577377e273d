/**
 * Coefficient of variation in percent (100 · SD / mean), the same in either unit; null where SD or mean is, or at a
 * mean of 0. Glucose is called stable at 36 % or less: Monnier 2017, doi 10.2337/dc16-1769.
 */
export function cv(sd: number | null, mean: number | null): number | null {
  return sd === null || mean === null || mean === 0 ? null : (100 * sd) / mean;
}
