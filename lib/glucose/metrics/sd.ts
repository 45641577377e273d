import type { Distribution } from "../distribution";
import { mean } from "./mean";

/**
 * Sample standard deviation (n − 1), in the unit of the readings; null below two readings.
 * Battelino 2023, doi 10.1016/S2213-8587(22)00319-9.
 */
export function sd(distribution: Distribution): number | null {
  const { values, counts, total } = distribution;
  const centre = mean(distribution);
  if (centre === null || total < 2) return null;
  // Two passes: the one-pass formula loses digits when the spread is small beside the mean.
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) squares += (counts[i] ?? 0) * ((values[i] ?? 0) - centre) ** 2;
  return Math.sqrt(squares / (total - 1));
}
