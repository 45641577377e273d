/**
 * Kovatchev's blood glucose risk. On the scale f(x) = 1.509 · (ln(x)^1.084 − 5.381), x in mg/dL, the range from 20 to
 * 600 lies evenly around 0, which is near 112.5 mg/dL; the risk is r(x) = 10 · f(x)², about 100 at either end.
 * Defined above 1 mg/dL, where the logarithm has a power; readings are plausible from 20 on.
 * Kovatchev 1997, Symmetrization of the Blood Glucose Measurement Scale, doi 10.2337/diacare.20.11.1655.
 */
function symmetrized(mgDl: number): number {
  return 1.509 * (Math.log(mgDl) ** 1.084 - 5.381);
}

/**
 * rl(x), the risk of a reading in mg/dL (above 1) as a low one: 10 · f(x)² where f(x) < 0, else 0. Falls as x rises.
 * Kovatchev 1997, doi 10.2337/diacare.20.11.1655.
 */
export function lowGlucoseRisk(mgDl: number): number {
  const f = symmetrized(mgDl);
  return f < 0 ? 10 * f * f : 0;
}

/**
 * rh(x), the risk of a reading in mg/dL (above 1) as a high one: 10 · f(x)² where f(x) > 0, else 0. Rises with x.
 * Kovatchev 1997, doi 10.2337/diacare.20.11.1655.
 */
export function highGlucoseRisk(mgDl: number): number {
  const f = symmetrized(mgDl);
  return f > 0 ? 10 * f * f : 0;
}
