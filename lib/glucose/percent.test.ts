import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BANDS } from "./bands";
import { wholePercents } from "./percent";
import { oracle } from "./testing/people";

const percents = (counts: readonly number[]) => wholePercents(counts).map(({ percent }) => percent);

describe("whole percentages", () => {
  it("give the missing points to the largest remainders", () => {
    // 1.4 + 3.4 + 67.4 + 18.4 + 9.4: two points are missing, all remainders tie, the two largest shares get them.
    expect(percents([14, 34, 674, 184, 94])).toEqual([1, 3, 68, 19, 9]);
    // 33.3 + 33.3 + 33.4: one point, the larger remainder.
    expect(percents([333, 333, 334, 0, 0])).toEqual([33, 33, 34, 0, 0]);
  });

  it("break a tie between equal shares from very low upwards", () => {
    expect(percents([1, 1, 1, 0, 0])).toEqual([34, 33, 33, 0, 0]);
    expect(percents([1, 1, 1, 1, 4])).toEqual([13, 13, 12, 12, 50]);
  });

  it("mark what is there but rounds to 0, and count it as 0 in the total", () => {
    expect(wholePercents([1, 0, 995, 4, 0])).toEqual([
      { percent: 0, underOne: true },
      { percent: 0, underOne: false },
      { percent: 100, underOne: false },
      { percent: 0, underOne: true },
      { percent: 0, underOne: false },
    ]);
  });

  it("are 0 when there is nothing", () => {
    expect(wholePercents([0, 0, 0, 0, 0]).every(({ percent, underOne }) => percent === 0 && !underOne)).toBe(
      true,
    );
  });

  it("total 100, stay within one point of the share, and keep the order of the shares", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 105_120 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(counts, (bands) => {
        const total = bands.reduce((sum, count) => sum + count, 0);
        fc.pre(total > 0);
        const whole = percents(bands);
        expect(whole.reduce((sum, percent) => sum + percent, 0)).toBe(100);
        bands.forEach((count, i) => {
          expect(Math.abs((whole[i] ?? 0) - (100 * count) / total)).toBeLessThan(1);
        });
        const ascending = bands
          .map((count, i) => ({ count, percent: whole[i] ?? 0 }))
          .sort((a, b) => a.count - b.count);
        const inOrder = ascending.every(({ count, percent }, i) => {
          const smaller = ascending[i - 1];
          return smaller === undefined || smaller.count === count || smaller.percent <= percent;
        });
        expect(inOrder).toBe(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

// Tidepool rounds each share half to even and adds what is missing to "high", so that a person with 25.5 % above range
// can read 24 or 27, and 101 % remains where "high" is empty. Ours totals 100 and never moves a band by a whole point.
describe("Tidepool's reconciled percentages", () => {
  const Shares = z.record(z.string(), z.number());
  const { vectors } = z
    .object({ vectors: z.array(z.object({ input: Shares, reconciled: Shares })) })
    .parse(oracle("tidepoolviz-rounding-vectors"));
  const compared = vectors.map(({ input, reconciled }) => ({
    ours: percents(BANDS.map((band) => Math.round((input[band] ?? 0) * 10_000))),
    theirs: BANDS.map((band) => Math.round((reconciled[band] ?? 0) * 100)),
  }));

  it("differ in the known ways and in no other", () => {
    const differing = compared.filter(({ ours, theirs }) => ours.join() !== theirs.join());
    expect(differing).toEqual([
      { ours: [0, 1, 61, 36, 2], theirs: [0, 2, 60, 36, 2] },
      { ours: [0, 1, 71, 21, 7], theirs: [0, 1, 70, 22, 7] },
      { ours: [0, 1, 71, 21, 7], theirs: [0, 1, 70, 22, 7] },
      { ours: [1, 1, 98, 0, 0], theirs: [1, 1, 98, 0, 1] },
      { ours: [11, 11, 58, 10, 10], theirs: [10, 10, 58, 12, 10] },
      { ours: [3, 3, 90, 2, 2], theirs: [2, 2, 90, 4, 2] },
      { ours: [33, 33, 34, 0, 0], theirs: [33, 33, 33, 1, 0] },
      { ours: [1, 3, 68, 18, 10], theirs: [1, 3, 67, 20, 9] },
      { ours: [1, 4, 55, 25, 15], theirs: [2, 4, 55, 24, 15] },
    ]);
  });

  it("do not always total 100, ours do", () => {
    const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
    expect(compared.some(({ theirs }) => total(theirs) === 101)).toBe(true);
    expect(compared.every(({ ours }) => total(ours) === 100)).toBe(true);
  });
});
