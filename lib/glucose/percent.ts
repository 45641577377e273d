/** A share as a whole percentage. `underOne`: something is there but its percentage is 0, shown as "< 1 %". */
export interface WholePercent {
  readonly percent: number;
  readonly underOne: boolean;
}

/**
 * Whole percentages that total 100, by largest remainder: every share is rounded down, then one point each goes to the
 * largest remainders. Ties: the larger share, then the earlier one. All are 0 when there is nothing to share.
 *
 * `counts` are whole numbers, so remainders are compared exactly.
 */
export function wholePercents(counts: readonly number[]): WholePercent[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => ({ percent: 0, underOne: false }));
  const shares = counts.map((count, index) => {
    const remainder = (count * 100) % total;
    return { index, count, remainder, percent: (count * 100 - remainder) / total };
  });
  const missing = 100 - shares.reduce((sum, { percent }) => sum + percent, 0);
  const raised = new Set(
    shares
      .toSorted((a, b) => b.remainder - a.remainder || b.count - a.count || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return shares.map(({ index, count, percent }) => {
    const whole = percent + (raised.has(index) ? 1 : 0);
    return { percent: whole, underOne: count > 0 && whole === 0 };
  });
}
