/**
 * J-index of the mean and the sample SD in mg/dL: 0.001 · (mean + SD)²; null where either is.
 * Wojcicki 1995, doi 10.1055/s-2007-979906.
 */
export function jIndex(mean: number | null, sd: number | null): number | null {
  return mean === null || sd === null ? null : 0.001 * (mean + sd) ** 2;
}
