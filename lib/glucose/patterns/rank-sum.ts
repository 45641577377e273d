import { beyondNormal } from "./chance";

// Up to 30 dates exactly, weekends against the rest; beyond, the normal curve is closer than anybody reads it.
const EXACT_PAIRS_MAX = 300;

/** Twice the rank of each value, 2 for the smallest; equal values share the mean of their ranks, so it is whole. */
export function doubledRanks(values: Float64Array): Int32Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Int32Array(values.length);
  for (let first = 0; first < order.length; ) {
    const value = values[order[first] ?? 0];
    let next = first + 1;
    while (next < order.length && values[order[next] ?? 0] === value) next += 1;
    // Ranks first + 1 to next, whose mean is half of what they add up to at both ends.
    for (let at = first; at < next; at += 1) ranks[order[at] ?? 0] = first + 1 + next;
    first = next;
  }
  return ranks;
}

/**
 * How far the values marked 1 in `isChosen` lie above (below when negative) what a random choice of as many gives, in
 * standard deviations; ties are allowed for. 0 when nothing, everything or only equal values could be chosen.
 */
export function rankSumScore(ranks: Int32Array, isChosen: Uint8Array): number {
  const { deviation, spread } = rankSum(ranks, isChosen);
  return spread === 0 ? 0 : deviation / spread;
}

/**
 * The rank-sum test of Mann and Whitney, two-sided: how likely a random choice of as many values has ranks that add up
 * to something at least as far from the expected sum. 1 when nothing, everything or only equal values could be chosen.
 *
 * Exact with ties (every choice counted) while the two groups make at most 300 pairs with all values, beyond by the
 * normal curve with correction for ties and continuity. Mann and Whitney 1947, doi 10.1214/aoms/1177730491.
 */
export function rankSumTest(ranks: Int32Array, isChosen: Uint8Array): number {
  const { chosen, deviation, spread } = rankSum(ranks, isChosen);
  if (spread === 0) return 1;
  const smaller = Math.min(chosen, ranks.length - chosen);
  if (smaller * ranks.length <= EXACT_PAIRS_MAX) return exactTail(ranks, smaller, Math.abs(deviation));
  // Doubled ranks move in steps of two where none are tied: half a step is 1.
  return beyondNormal(Math.max(0, Math.abs(deviation) - 1) / spread);
}

function rankSum(ranks: Int32Array, isChosen: Uint8Array) {
  const n = ranks.length;
  const mean = n + 1;
  let chosen = 0;
  let deviation = 0;
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    const fromMean = (ranks[i] ?? 0) - mean;
    squares += fromMean * fromMean;
    if (isChosen[i] !== 1) continue;
    chosen += 1;
    deviation += fromMean;
  }
  const spread = n < 2 ? 0 : Math.sqrt((chosen * (n - chosen) * squares) / (n * (n - 1)));
  return { chosen, deviation, spread };
}

/** Of all choices of `size` ranks, the share whose sum is at least `deviation` away from the expected one. */
function exactTail(ranks: Int32Array, size: number, deviation: number): number {
  const expected = size * (ranks.length + 1);
  const sumMax = 2 * size * ranks.length;
  const width = sumMax + 1;
  const ways = new Float64Array((size + 1) * width);
  ways[0] = 1;
  let highest = 0;
  for (let i = 0; i < ranks.length; i += 1) {
    const rank = ranks[i] ?? 0;
    highest = Math.min(sumMax, highest + rank);
    for (let taken = Math.min(size, i + 1); taken > 0; taken -= 1) {
      const to = taken * width;
      const from = to - width - rank;
      for (let sum = rank; sum <= highest; sum += 1) {
        ways[to + sum] = (ways[to + sum] ?? 0) + (ways[from + sum] ?? 0);
      }
    }
  }
  let all = 0;
  let far = 0;
  for (let sum = 0; sum <= sumMax; sum += 1) {
    const count = ways[size * width + sum] ?? 0;
    all += count;
    if (Math.abs(sum - expected) >= deviation) far += count;
  }
  return far / all;
}
