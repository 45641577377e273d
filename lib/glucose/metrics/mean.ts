import { type Distribution, meanOver } from "../distribution";

/**
 * Arithmetic mean of all readings, reading-weighted, in their unit; null without readings.
 * Battelino 2019, doi 10.2337/dci19-0028.
 */
export function mean(distribution: Distribution): number | null {
  return meanOver(distribution, (value) => value);
}
