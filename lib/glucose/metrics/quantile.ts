/**
 * The p-quantile (0–1) of values sorted ascending, by linear interpolation between order statistics (Hyndman and Fan
 * 1996, type 7: the default of R, NumPy and d3); null without values.
 */
export function quantile(sorted: Float64Array, p: number): number | null {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below];
  if (low === undefined) return null;
  const high = sorted[below + 1];
  return high === undefined ? low : low + (high - low) * (position - below);
}

/** The middle value of `values` in any order (type 7); null without values. */
export function median(values: Float64Array): number | null {
  return quantile(values.slice().sort(), 0.5);
}
