import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubledRanks, rankSumScore, rankSumTest } from "./rank-sum";

const test = (values: readonly number[], isChosen: readonly number[]) =>
  rankSumTest(doubledRanks(Float64Array.from(values)), Uint8Array.from(isChosen));

/** The share of all choices of as many values whose ranks lie at least as far from the expected sum. */
function byEnumeration(values: readonly number[], isChosen: readonly number[]): number {
  const ranks = doubledRanks(Float64Array.from(values));
  const size = isChosen.reduce((n, flag) => n + flag, 0);
  const away = (flags: (i: number) => boolean) =>
    Math.abs(ranks.reduce((sum, rank, i) => sum + (flags(i) ? rank : 0), 0) - size * (values.length + 1));
  const observed = away((i) => isChosen[i] === 1);
  let all = 0;
  let far = 0;
  for (let choice = 0; choice < 2 ** values.length; choice += 1) {
    const isIn = (i: number) => ((choice >> i) & 1) === 1;
    if (values.filter((_, i) => isIn(i)).length !== size) continue;
    all += 1;
    if (away(isIn) >= observed) far += 1;
  }
  return far / all;
}

describe("doubled ranks", () => {
  it("share the mean rank between equal values", () => {
    // Ranks 1, 2.5, 2.5, 4.
    expect([...doubledRanks(Float64Array.of(5, 7, 7, 9))]).toEqual([2, 5, 5, 8]);
    expect([...doubledRanks(Float64Array.of(9, 5))]).toEqual([4, 2]);
    expect(doubledRanks(new Float64Array(0))).toHaveLength(0);
  });
});

describe("the rank-sum test", () => {
  it("counts the choices that lie as far out: the two highest of five are one of ten, the two lowest another", () => {
    expect(test([1, 2, 3, 4, 5], [0, 0, 0, 1, 1])).toBeCloseTo(2 / 10, 15);
    // Three of six: 2 / C(6,3).
    expect(test([1, 2, 3, 4, 5, 6], [1, 1, 1, 0, 0, 0])).toBeCloseTo(2 / 20, 15);
  });

  it("is certain of nothing when there is nothing to choose between", () => {
    expect(test([3, 3, 3, 3], [1, 1, 0, 0])).toBe(1);
    expect(test([1, 2, 3], [0, 0, 0])).toBe(1);
    expect(test([1, 2, 3], [1, 1, 1])).toBe(1);
    expect(test([], [])).toBe(1);
  });

  it("is what counting every choice gives, ties included", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(1)), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(values, (pairs) => {
        const numbers = pairs.map(([value]) => value);
        const flags = pairs.map(([, flag]) => flag);
        expect(test(numbers, flags)).toBeCloseTo(byEnumeration(numbers, flags), 12);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("uses the normal curve with corrections for many dates, as SciPy does", () => {
    // 60 values in 20 ties of three, the first of each tie of the upper half and every fourth chosen:
    // scipy.stats.mannwhitneyu(chosen, others, method="asymptotic") of SciPy 1.17.
    const values = Array.from({ length: 60 }, (_, i) => Math.floor(i / 3));
    const isChosen = values.map((_, i) => ((i >= 30 && i % 3 === 0) || i % 4 === 0 ? 1 : 0));
    expect(test(values, isChosen)).toBeCloseTo(0.127983182844121, 12);
  });

  it("gives a group and all others the same answer", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 80, max: 220 }), fc.nat(1)), {
      minLength: 2,
      maxLength: 90,
    });
    fc.assert(
      fc.property(values, (pairs) => {
        const numbers = pairs.map(([value]) => value);
        const flags = pairs.map(([, flag]) => flag);
        const probability = test(numbers, flags);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(
          test(
            numbers,
            flags.map((flag) => 1 - flag),
          ),
        ).toBeCloseTo(probability, 12);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe("the rank-sum score", () => {
  it("has the sign of the group and is 0 without a difference", () => {
    const ranks = doubledRanks(Float64Array.of(1, 2, 3, 4));
    // Doubled ranks 6 + 8 against an expected 10: 4. Variance 2 · 2 · (9 + 1 + 1 + 9) / (4 · 3) = 20/3.
    expect(rankSumScore(ranks, Uint8Array.of(0, 0, 1, 1))).toBeCloseTo(4 / Math.sqrt(20 / 3), 14);
    expect(rankSumScore(ranks, Uint8Array.of(1, 1, 0, 0))).toBeCloseTo(-4 / Math.sqrt(20 / 3), 14);
    expect(rankSumScore(ranks, Uint8Array.of(1, 0, 0, 1))).toBe(0);
    expect(rankSumScore(ranks, new Uint8Array(4))).toBe(0);
  });
});
