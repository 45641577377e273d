/**
 * A laboratory A1c in NGSP percent, from IFCC mmol/mol: 0.09148 · IFCC + 2.152, unrounded. The master equation between
 * the two reference systems, Hoelzel 2004, doi 10.1373/clinchem.2003.024802. 53 mmol/mol is 7.0 %.
 */
export function ngspPercentOf(ifccMmolMol: number): number {
  return 0.09148 * ifccMmolMol + 2.152;
}

/** The exact inverse: IFCC mmol/mol from NGSP percent, unrounded. 7 % is 53 mmol/mol. */
export function ifccMmolMolOf(ngspPercent: number): number {
  return (ngspPercent - 2.152) / 0.09148;
}
