import { type Distribution, meanOver } from "../distribution";
import { highGlucoseRisk } from "./blood-glucose-risk";

/**
 * High blood glucose index: the mean of rh over all mg/dL readings, those without risk included; null without
 * readings. The factor is 10 · 1.509², as in `lbgi`.
 * Kovatchev 1997, doi 10.2337/diacare.20.11.1655; for CGM: Fabris 2016, doi 10.1177/1932296815599177.
 */
export function hbgi(distribution: Distribution): number | null {
  return meanOver(distribution, highGlucoseRisk);
}
