import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beyondNormal, chanceOfAtLeast, signTest } from "./chance";
import { dice } from "./people.test-support";

const probability = fc.double({ min: 0, max: 1, noNaN: true });

/** Every outcome of so many trials, one after the other: 2^n of them. */
function byEnumeration(probabilities: readonly number[], atLeast: number): number {
  let tail = 0;
  for (let outcome = 0; outcome < 2 ** probabilities.length; outcome += 1) {
    const isSuccess = (i: number) => ((outcome >> i) & 1) === 1;
    const successes = probabilities.filter((_, i) => isSuccess(i)).length;
    if (successes < atLeast) continue;
    tail += probabilities.reduce((product, p, i) => product * (isSuccess(i) ? p : 1 - p), 1);
  }
  return tail;
}

describe("the chance of at least so many successes", () => {
  it("is the binomial tail where all trials are alike", () => {
    // (C(4,3) + C(4,4)) / 2^4 = 5/16.
    expect(chanceOfAtLeast(Float64Array.of(0.5, 0.5, 0.5, 0.5), 3)).toBe(5 / 16);
    // All of six at 13/48 each.
    expect(chanceOfAtLeast(new Float64Array(6).fill(13 / 48), 6)).toBeCloseTo((13 / 48) ** 6, 15);
  });

  it("weighs every trial by its own probability", () => {
    // Both of 0.2 and 0.5: 0.1; at least one: 1 − 0.8 · 0.5 = 0.6.
    expect(chanceOfAtLeast(Float64Array.of(0.2, 0.5), 2)).toBeCloseTo(0.1, 15);
    expect(chanceOfAtLeast(Float64Array.of(0.2, 0.5), 1)).toBeCloseTo(0.6, 15);
  });

  it("is certain for none and impossible for more than there are", () => {
    expect(chanceOfAtLeast(new Float64Array(0), 0)).toBe(1);
    expect(chanceOfAtLeast(Float64Array.of(0.9), 0)).toBe(1);
    expect(chanceOfAtLeast(Float64Array.of(0.9), 2)).toBe(0);
  });

  it("is what counting every outcome gives", () => {
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 9 }), fc.nat(10), (probabilities, atLeast) => {
        const expected = byEnumeration(probabilities, atLeast);
        expect(chanceOfAtLeast(Float64Array.from(probabilities), atLeast)).toBeCloseTo(expected, 12);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

/** Every count followed to the end, n² steps: the tail for each count, 0 to n. */
function exactTails(probabilities: Float64Array): Float64Array {
  const n = probabilities.length;
  const tails = new Float64Array(n + 2);
  tails[0] = 1;
  for (let trial = 0; trial < n; trial += 1) {
    const p = probabilities[trial] ?? 0;
    // Reaching k takes k before, or k − 1 and a success.
    for (let k = trial + 1; k > 0; k -= 1) tails[k] = (tails[k] ?? 0) * (1 - p) + (tails[k - 1] ?? 0) * p;
  }
  return tails;
}

describe("the chance among many trials", () => {
  const roll = dice(3);
  const mixed = (n: number) => Float64Array.from({ length: n }, () => roll());

  it("leaves out what is certain either way", () => {
    // Two of four are certain, so of the two at a half one more is needed: 3/4.
    expect(chanceOfAtLeast(Float64Array.of(1, 0.5, 0, 1, 0.5, 0), 3)).toBe(0.75);
    expect(chanceOfAtLeast(Float64Array.of(1, 0.5, 0, 1, 0.5, 0), 2)).toBe(1);
    expect(chanceOfAtLeast(Float64Array.of(1, 0.5, 0, 1, 0.5, 0), 5)).toBe(0);
  });

  it("is exact for 400, far out too", () => {
    for (const trials of [new Float64Array(400).fill(0.5), mixed(400), new Float64Array(400).fill(1 / 48)]) {
      exactTails(trials).forEach((tail, k) => {
        if (tail < 1e-80) return;
        expect(Math.abs(chanceOfAtLeast(trials, k) / tail - 1)).toBeLessThan(1e-11);
      });
    }
  });

  it("is exact for more while the count varies little", () => {
    // Variance 3,000 · 0.001 · 0.999 = 3.
    const trials = Float64Array.from({ length: 3_000 }, (_, i) => (i % 2 === 0 ? 0.001 : 0.999));
    const tails = exactTails(trials);
    for (let k = 1_480; k <= 1_520; k += 1) {
      expect(Math.abs(chanceOfAtLeast(trials, k) / (tails[k] ?? 0) - 1)).toBeLessThan(1e-11);
    }
  });

  // The fewest trials of each kind with a variance above 100, from where the normal curve is used.
  it.each([
    ["fair trials", new Float64Array(401).fill(0.5)],
    ["rare successes", new Float64Array(4_905).fill(1 / 48)],
    ["rare failures", new Float64Array(4_905).fill(47 / 48)],
    ["trials at random", mixed(640)],
    ["sure and hopeless ones", Float64Array.from({ length: 4_906 }, (_, i) => (i % 2 === 0 ? 47 : 1) / 48)],
  ])("is within 0.0003 of the exact value beyond, for %s", (_, trials) => {
    exactTails(trials).forEach((tail, k) => {
      const chance = chanceOfAtLeast(trials, k);
      expect(Math.abs(chance - tail)).toBeLessThan(3e-4);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      if (tail >= 1e-3) expect(Math.abs(chance / tail - 1)).toBeLessThan(0.12);
    });
  });
});

describe("the sign test", () => {
  it("asks how likely so many rises are among fair ones", () => {
    // Seven of seven: 1/128. Six or seven: (7 + 1) / 128.
    expect(signTest({ rises: 7, changes: 7 })).toBe(1 / 128);
    expect(signTest({ rises: 6, changes: 7 })).toBe(1 / 16);
  });

  it("says nothing without changes", () => {
    expect(signTest({ rises: 0, changes: 0 })).toBe(1);
  });
});

describe("the probability beyond a normal score", () => {
  // Complementary error function of z / √2, as C's math library gives it.
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [1.96, 0.04999579029644087],
    [2, 0.04550026389635844],
    [3, 0.0026997960632601913],
    [5, 5.733031437583892e-7],
    [8, 1.2441921148543639e-15],
  ])("at %d is %d, on both sides", (z, expected) => {
    expect(Math.abs(beyondNormal(z) / expected - 1)).toBeLessThan(1e-9);
    expect(beyondNormal(-z)).toBe(beyondNormal(z));
  });
});
