import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beyondNormal, chanceOfAtLeast, signTest } from "./chance";

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
