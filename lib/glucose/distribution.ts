/**
 * How often each value occurs. Every figure that does not depend on the order of readings is computed from it, so it
 * cannot depend on their order, and it costs one step per distinct value instead of one per reading.
 */
export interface Distribution {
  /** Distinct values, ascending. */
  readonly values: Float64Array;
  /** Readings with each value, at least 1. */
  readonly counts: Uint32Array;
  /** Readings in all. */
  readonly total: number;
}

// Sensors speak in whole mg/dL up to 401; the rest leaves room for whatever else is plausible.
const WHOLE_MAX = 1_000;

/** The distribution of `values` in any order, in their unit. Linear for whole numbers, else the cost of a sort. */
export function distributionOf(values: Float64Array): Distribution {
  const histogram = new Uint32Array(WHOLE_MAX + 1);
  let distinct = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const whole = Math.trunc(value);
    if (whole !== value || whole < 0 || whole > WHOLE_MAX) return distributionOfSorted(values.slice().sort());
    const before = histogram[whole] ?? 0;
    if (before === 0) distinct += 1;
    histogram[whole] = before + 1;
  }
  const result = allocate(distinct, values.length);
  for (let value = 0, at = 0; at < distinct; value += 1) {
    const count = histogram[value] ?? 0;
    if (count === 0) continue;
    result.values[at] = value;
    result.counts[at] = count;
    at += 1;
  }
  return result;
}

function distributionOfSorted(sorted: Float64Array): Distribution {
  let distinct = 0;
  for (let i = 0; i < sorted.length; i += 1) if (sorted[i] !== sorted[i - 1]) distinct += 1;
  const result = allocate(distinct, sorted.length);
  let at = -1;
  for (let i = 0; i < sorted.length; i += 1) {
    if (sorted[i] !== sorted[i - 1]) result.values[++at] = sorted[i] ?? 0;
    result.counts[at] = (result.counts[at] ?? 0) + 1;
  }
  return result;
}

function allocate(distinct: number, total: number): Distribution {
  return { values: new Float64Array(distinct), counts: new Uint32Array(distinct), total };
}

/** Mean of `f(value)` over all readings; null without readings. */
export function meanOver(
  { values, counts, total }: Distribution,
  f: (value: number) => number,
): number | null {
  if (total === 0) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += (counts[i] ?? 0) * f(values[i] ?? 0);
  return sum / total;
}
