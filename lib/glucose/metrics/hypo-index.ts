import { type Distribution, meanOver } from "../distribution";

const LIMIT_MG_DL = 80;

/**
 * Hypoglycaemia index of mg/dL readings: the sum of (80 − x)² over those below 80, divided by 30 times the number of
 * all readings; null without readings.
 * Rodbard 2009, Interpretation of Continuous Glucose Monitoring Data, doi 10.1089/dia.2008.0132.
 */
export function hypoIndex(distribution: Distribution): number | null {
  const mean = meanOver(distribution, (value) => (value < LIMIT_MG_DL ? (LIMIT_MG_DL - value) ** 2 : 0));
  return mean === null ? null : mean / 30;
}
