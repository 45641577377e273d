/** A result less probable than this is what people call significant. One in twenty is below it by chance alone. */
export const UNLIKELY_BELOW = 0.05;

// Never more with 400 trials or fewer, since no trial has more than 1/4.
const EXACT_VARIANCE_MAX = 100;
// Nobody reads a probability this small, and following it costs as much as any other.
const NEGLIGIBLE = 1e-100;

/**
 * The probability of at least `atLeast` successes in independent trials, trial i succeeding with probability
 * `probabilities[i]` (0–1): the tail of the Poisson binomial distribution, the binomial's where all are equal. 1 when
 * `atLeast` is 0 or less, 0 when it exceeds the trials that can succeed.
 *
 * Exact up to 400 uncertain trials, and beyond while the variance σ² of the count is at most 100. Past that by the
 * normal curve, corrected for skewness γ and continuity: P(count < k) = Φ(x) + γ (1 − x²) φ(x) / 6 with
 * x = (k − ½ − μ) / σ. At the switch that is within 0.0003 of the exact value, measured for trials alike (1/48 to
 * 47/48), drawn at random, and half nearly sure and half nearly impossible. Linear in the trials.
 *
 * Volkova 1996, as in Hong 2013, doi 10.1016/j.csda.2012.10.006.
 */
export function chanceOfAtLeast(probabilities: Float64Array, atLeast: number): number {
  // What is certain either way decides nothing and costs nothing.
  const uncertain = new Float64Array(probabilities.length);
  let trials = 0;
  let needed = atLeast;
  let variance = 0;
  for (let i = 0; i < probabilities.length; i += 1) {
    const probability = probabilities[i] ?? 0;
    if (probability >= 1) needed -= 1;
    if (probability >= 1 || probability <= 0) continue;
    uncertain[trials++] = probability;
    variance += probability * (1 - probability);
  }
  if (needed <= 0) return 1;
  if (needed > trials) return 0;
  const tail = variance > EXACT_VARIANCE_MAX ? refinedNormalTail : exactTail;
  return Math.min(1, Math.max(0, tail(uncertain.subarray(0, trials), needed)));
}

/** Adds trial after trial, following only counts from which it is still open whether `needed` will be reached. */
function exactTail(probabilities: Float64Array, needed: number): number {
  const ofCount = new Float64Array(needed);
  ofCount[0] = 1;
  let reached = 0;
  let low = 0;
  let high = 0;
  for (let trial = 0; trial < probabilities.length; trial += 1) {
    const success = probabilities[trial] ?? 0;
    const failure = 1 - success;
    const top = Math.min(high + 1, needed - 1);
    const bottom = Math.max(low, needed - (probabilities.length - trial - 1));
    reached += (ofCount[needed - 1] ?? 0) * success;
    for (let k = top; k >= bottom && k > 0; k -= 1) {
      ofCount[k] = (ofCount[k] ?? 0) * failure + (ofCount[k - 1] ?? 0) * success;
    }
    ofCount[0] = (ofCount[0] ?? 0) * failure;
    // Counts that hardly ever occur are dropped at both ends, so that their number stays that of a few deviations.
    for (high = top; high > bottom && (ofCount[high] ?? 0) < NEGLIGIBLE; high -= 1) ofCount[high] = 0;
    for (low = bottom; low < high && (ofCount[low] ?? 0) < NEGLIGIBLE; low += 1) ofCount[low] = 0;
  }
  return reached;
}

function refinedNormalTail(probabilities: Float64Array, needed: number): number {
  let mean = 0;
  let variance = 0;
  let thirdMoment = 0;
  for (let trial = 0; trial < probabilities.length; trial += 1) {
    const success = probabilities[trial] ?? 0;
    const ofTrial = success * (1 - success);
    mean += success;
    variance += ofTrial;
    thirdMoment += ofTrial * (1 - 2 * success);
  }
  const spread = Math.sqrt(variance);
  const x = (needed - 0.5 - mean) / spread;
  const oneSide = beyondNormal(x) / 2;
  const above = x < 0 ? 1 - oneSide : oneSide;
  const skewness = thirdMoment / (variance * spread);
  return above - (skewness * (1 - x * x) * normalDensity(x)) / 6;
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
  const density = normalDensity(x);
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

function normalDensity(x: number): number {
  return Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
}
