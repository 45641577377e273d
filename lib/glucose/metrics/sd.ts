import { mean } from "./mean";

/**
 * Sample standard deviation (n − 1), in the unit of `values`; null below two readings.
 * Battelino 2023, doi 10.1016/S2213-8587(22)00319-9.
 */
export function sd(values: Float64Array): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  // Two passes: the one-pass formula loses digits when the spread is small beside the mean.
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
