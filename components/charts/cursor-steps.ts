/** Index of the position nearest to `target` in an ascending list; null for an empty one. Ties take the earlier. */
export function nearestIndex(positions: readonly number[], target: number): number | null {
  if (positions.length === 0) return null;
  let low = 0;
  let high = positions.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  const before = positions[low - 1];
  const at = positions[low] ?? 0;
  return before !== undefined && target - before <= at - target ? low - 1 : low;
}

/**
 * Where a key moves the cursor among `count` positions: arrows by one, page keys by `page`, Home and End to the ends,
 * Escape away (null). Undefined for keys that are none of the chart's business.
 */
export function stepForKey(
  key: string,
  current: number | null,
  { count, page }: { readonly count: number; readonly page: number },
): number | null | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  const move = (by: number) => Math.min(last, Math.max(0, (current ?? (by > 0 ? -1 : count)) + by));
  switch (key) {
    case "ArrowRight":
      return move(1);
    case "ArrowLeft":
      return move(-1);
    case "PageDown":
      return move(page);
    case "PageUp":
      return move(-page);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Escape":
      return null;
    default:
      return undefined;
  }
}
