import { FORMULA_MG_DL_PER_MMOL_L } from "../units";

/**
 * Glucose management indicator in percent: 3.31 + 0.02392 · mean in mg/dL. It estimates the A1C that such a mean goes
 * with on average; a person's own A1C can differ. Bergenstal 2018, doi 10.2337/dc18-1581.
 */
export function gmi(meanMgDl: number | null): number | null {
  return meanMgDl === null ? null : 3.31 + 0.02392 * meanMgDl;
}

/**
 * The same in mmol/mol: 12.71 + 4.70587 · mean in mmol/L (same paper). It was fitted on its own, so converting the
 * percentage to mmol/mol gives a slightly different number.
 */
export function gmiMmolPerMol(meanMgDl: number | null): number | null {
  return meanMgDl === null ? null : 12.71 + 4.70587 * (meanMgDl / FORMULA_MG_DL_PER_MMOL_L);
}
