import { type Distribution, meanOver } from "../distribution";

/** What glucose is measured against, mg/dL: tools differ, so that an M-value is named with its reference. */
export type MValueReference = 90 | 100 | 120;

/**
 * M-value of mg/dL readings against a reference: the mean of |10 · log₁₀(x / reference)|³; null without readings.
 * Without the term W / 20 for the amplitude, which the original adds for a handful of readings a day.
 * Schlichtkrull 1965, doi 10.1111/j.0954-6820.1965.tb01810.x.
 */
export function mValue(distribution: Distribution, reference: MValueReference): number | null {
  return meanOver(distribution, (value) => Math.abs(10 * Math.log10(value / reference)) ** 3);
}
