/**
 * Arithmetic mean of all readings, reading-weighted, in the unit of `values`; null without readings.
 * Battelino 2019, doi 10.2337/dci19-0028.
 */
export function mean(values: Float64Array): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
