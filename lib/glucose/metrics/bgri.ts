import type { Distribution } from "../distribution";
import { hbgi } from "./hbgi";
import { lbgi } from "./lbgi";

/**
 * Blood glucose risk index of mg/dL readings: LBGI + HBGI; null without readings.
 * Kovatchev 1997, doi 10.2337/diacare.20.11.1655; for CGM: Fabris 2016, doi 10.1177/1932296815599177.
 */
export function bgri(distribution: Distribution): number | null {
  const low = lbgi(distribution);
  const high = hbgi(distribution);
  return low === null || high === null ? null : low + high;
}
