import type { GlucoseGrid } from "../grid";

export type CongaHours = 1 | 2 | 4 | 6 | 24;

/**
 * Continuous overlapping net glycemic action: the sample SD (n − 1), in mg/dL, of the differences between each slot and
 * the one `hours` earlier in real time; an hour is the nearest whole number of slots. Figures for different hours cannot
 * be compared, so always name them. Null below two pairs, and where a step is longer than an hour.
 * McDonnell 2005, doi 10.1089/dia.2005.7.253.
 */
export function conga(
  { values, stepMinutes }: Pick<GlucoseGrid, "values" | "stepMinutes">,
  hours: CongaHours,
): number | null {
  if (stepMinutes > 60) return null;
  return sdOfDifferences(values, hours * Math.round(60 / stepMinutes));
}

/**
 * Sample SD (n − 1) of `values[i] − values[i − lagSlots]`, in the unit of the values, over the pairs that have both
 * (NaN: missing). Null below two pairs or for a lag below one slot.
 */
export function sdOfDifferences(values: Float64Array, lagSlots: number): number | null {
  if (lagSlots < 1) return null;
  let sum = 0;
  let pairs = 0;
  for (let i = lagSlots; i < values.length; i += 1) {
    const difference = (values[i] ?? 0) - (values[i - lagSlots] ?? 0);
    if (Number.isNaN(difference)) continue;
    sum += difference;
    pairs += 1;
  }
  if (pairs < 2) return null;
  const centre = sum / pairs;
  let squares = 0;
  for (let i = lagSlots; i < values.length; i += 1) {
    const deviation = (values[i] ?? 0) - (values[i - lagSlots] ?? 0) - centre;
    if (!Number.isNaN(deviation)) squares += deviation * deviation;
  }
  return Math.sqrt(squares / (pairs - 1));
}
