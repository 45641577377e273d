import { type Distribution, meanOver } from "../distribution";

const LIMIT_MG_DL = 140;

/**
 * Hyperglycaemia index of mg/dL readings: the sum of (x − 140)^1.1 over those above 140, divided by 30 times the number
 * of all readings; null without readings.
 * Rodbard 2009, Interpretation of Continuous Glucose Monitoring Data, doi 10.1089/dia.2008.0132.
 */
export function hyperIndex(distribution: Distribution): number | null {
  const mean = meanOver(distribution, (value) => (value > LIMIT_MG_DL ? (value - LIMIT_MG_DL) ** 1.1 : 0));
  return mean === null ? null : mean / 30;
}
