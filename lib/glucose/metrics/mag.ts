import type { GlucoseGrid } from "../grid";

/**
 * Mean absolute glucose change, in mg/dL per hour: the sum of absolute differences between neighbouring slots over the
 * hours that those pairs cover, so that a gap adds neither change nor time. Null without a pair.
 * Hermanides 2010, doi 10.1097/CCM.0b013e3181cc4be9.
 */
export function mag({ values, stepMinutes }: Pick<GlucoseGrid, "values" | "stepMinutes">): number | null {
  let change = 0;
  let pairs = 0;
  for (let i = 1; i < values.length; i += 1) {
    const difference = (values[i] ?? 0) - (values[i - 1] ?? 0);
    if (Number.isNaN(difference)) continue;
    change += Math.abs(difference);
    pairs += 1;
  }
  return pairs === 0 ? null : change / ((pairs * stepMinutes) / 60);
}
