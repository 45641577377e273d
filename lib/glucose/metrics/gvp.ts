import type { GlucoseGrid } from "../grid";

/**
 * Glycemic variability percentage: by how many percent the trace, drawn with one minute as long as one mg/dL, is longer
 * than a level line over the same time. 0 on a flat trace. It depends on the unit: in mmol/L it is another number. Gaps
 * add neither length nor time; null without a pair of neighbouring slots. Peyser 2018, doi 10.1089/dia.2017.0187.
 */
export function gvp({ values, stepMinutes }: Pick<GlucoseGrid, "values" | "stepMinutes">): number | null {
  let length = 0;
  let pairs = 0;
  for (let i = 1; i < values.length; i += 1) {
    const difference = (values[i] ?? 0) - (values[i - 1] ?? 0);
    if (Number.isNaN(difference)) continue;
    length += Math.sqrt(stepMinutes * stepMinutes + difference * difference);
    pairs += 1;
  }
  return pairs === 0 ? null : 100 * (length / (pairs * stepMinutes) - 1);
}
