import type { GlucoseGrid } from "../grid";

/**
 * Hourly area under the curve, in mg/dL (mg/dL · h per hour): trapezoids over pairs of neighbouring slots, divided by
 * the hours that those pairs cover. It is the time-weighted mean of the recorded time; null without a pair.
 */
export function aucHourly({ values }: Pick<GlucoseGrid, "values">): number | null {
  let area = 0;
  let pairs = 0;
  for (let i = 1; i < values.length; i += 1) {
    // All steps are equally long, so that their length cancels out.
    const height = ((values[i] ?? 0) + (values[i - 1] ?? 0)) / 2;
    if (Number.isNaN(height)) continue;
    area += height;
    pairs += 1;
  }
  return pairs === 0 ? null : area / pairs;
}
