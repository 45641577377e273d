/** A result less probable than this is what people call significant. One in twenty is below it by chance alone. */
export const UNLIKELY_BELOW = 0.05;

/**
 * The probability of at least `atLeast` successes in independent trials, trial i succeeding with probability
 * `probabilities[i]` (0–1): the tail of the Poisson binomial distribution, the binomial's where all are equal.
 *
 * Exact, by adding one trial after the other; n² steps. 1 when `atLeast` is 0 or less, 0 when it exceeds the trials.
 */
export function chanceOfAtLeast(probabilities: Float64Array, atLeast: number): number {
  const n = probabilities.length;
  if (atLeast <= 0) return 1;
  if (atLeast > n) return 0;
  const ofCount = new Float64Array(n + 1);
  ofCount[0] = 1;
  for (let trial = 0; trial < n; trial += 1) {
    const p = probabilities[trial] ?? 0;
    for (let k = trial + 1; k > 0; k -= 1) {
      ofCount[k] = (ofCount[k] ?? 0) * (1 - p) + (ofCount[k - 1] ?? 0) * p;
    }
    ofCount[0] = (ofCount[0] ?? 0) * (1 - p);
  }
  let tail = 0;
  for (let k = n; k >= atLeast; k -= 1) tail += ofCount[k] ?? 0;
  return Math.min(1, tail);
}

/**
 * The sign test, one-sided: how likely at least so many rises are among `changes` when a rise and a fall are equally
 * likely. Dates without change are left out by the caller. 1 without changes.
 */
export function signTest({ rises, changes }: { rises: number; changes: number }): number {
  return chanceOfAtLeast(new Float64Array(changes).fill(0.5), rises);
}

/**
 * The probability of a standard normal variable beyond `z` on either side. Below 2 by its power series, from there on
 * by Laplace's continued fraction; better than 1e-9 relative. Marsaglia 2004, doi 10.18637/jss.v011.i04.
 */
export function beyondNormal(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let odd = 3; term > 1e-17; odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return 1 - 2 * density * sum;
  }
  let fraction = x;
  for (let k = 120; k > 0; k -= 1) fraction = x + k / fraction;
  return (2 * density) / fraction;
}
