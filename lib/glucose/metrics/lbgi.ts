import { type Distribution, meanOver } from "../distribution";
import { lowGlucoseRisk } from "./blood-glucose-risk";

/**
 * Low blood glucose index: the mean of rl over all mg/dL readings, those without risk included; null without readings.
 *
 * The factor is 10 · 1.509² as published; tools that write 22.77 for it come out 0.0036 % lower.
 * Kovatchev 1997, doi 10.2337/diacare.20.11.1655; for CGM: Fabris 2016, doi 10.1177/1932296815599177.
 */
export function lbgi(distribution: Distribution): number | null {
  return meanOver(distribution, lowGlucoseRisk);
}
