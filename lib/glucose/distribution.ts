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
  return distributionsOf(values, null, 1)[0] ?? allocate(0, 0);
}

/**
 * The distribution of each group of values: `groupOf[i]`, from 0 to `groups` − 1, says to which value i belongs; null
 * puts all into one.
 */
export function distributionsOf(
  values: Float64Array,
  groupOf: Uint8Array | Uint16Array | null,
  groups: number,
): Distribution[] {
  const width = WHOLE_MAX + 1;
  const histograms = new Uint32Array(groups * width);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const whole = Math.trunc(value);
    if (whole !== value || whole < 0 || whole > WHOLE_MAX) return distributionsOfAny(values, groupOf, groups);
    const cell = (groupOf === null ? 0 : (groupOf[i] ?? 0)) * width + whole;
    histograms[cell] = (histograms[cell] ?? 0) + 1;
  }
  return Array.from({ length: groups }, (_, group) =>
    distributionOfHistogram(histograms.subarray(group * width, (group + 1) * width)),
  );
}

function distributionOfHistogram(histogram: Uint32Array): Distribution {
  let distinct = 0;
  let total = 0;
  for (let value = 0; value < histogram.length; value += 1) {
    const count = histogram[value] ?? 0;
    if (count > 0) distinct += 1;
    total += count;
  }
  const result = allocate(distinct, total);
  for (let value = 0, at = 0; at < distinct; value += 1) {
    const count = histogram[value] ?? 0;
    if (count === 0) continue;
    result.values[at] = value;
    result.counts[at] = count;
    at += 1;
  }
  return result;
}

/** The same for values that are no indices: fractions, and what is too large. */
function distributionsOfAny(
  values: Float64Array,
  groupOf: Uint8Array | Uint16Array | null,
  groups: number,
): Distribution[] {
  if (groupOf === null) return [distributionOfSorted(values.slice().sort())];
  const starts = new Uint32Array(groups + 1);
  for (let i = 0; i < values.length; i += 1) {
    const next = (groupOf[i] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let group = 0; group < groups; group += 1) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  }
  const byGroup = new Float64Array(values.length);
  const next = starts.slice();
  for (let i = 0; i < values.length; i += 1) {
    const group = groupOf[i] ?? 0;
    const at = next[group] ?? 0;
    byGroup[at] = values[i] ?? 0;
    next[group] = at + 1;
  }
  return Array.from({ length: groups }, (_, group) =>
    distributionOfSorted(byGroup.subarray(starts[group], starts[group + 1]).sort()),
  );
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
