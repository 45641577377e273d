// Mean and SD of columns in which NaN stands for "missing": slots of a grid, or one number per day.

/** Mean of those that are not NaN, null when there are none. */
export function meanOfPresent(values: Float64Array): number | null {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** Sample SD (n − 1) of those that are not NaN, null below two. */
export function sdOfPresent(values: Float64Array): number | null {
  const sd = sdOfSlots(values, 0, values.length);
  return Number.isNaN(sd) ? null : sd;
}

/** Sample SD (n − 1) of the slots `from` to `to` (exclusive) that have a value, in their unit; NaN below two. */
export function sdOfSlots(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? 0;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  if (count < 2) return Number.NaN;
  const centre = sum / count;
  let squares = 0;
  for (let i = from; i < to; i += 1) {
    const deviation = (values[i] ?? 0) - centre;
    if (!Number.isNaN(deviation)) squares += deviation * deviation;
  }
  return Math.sqrt(squares / (count - 1));
}
