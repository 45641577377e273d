import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BandCounts, countBands, timesInRanges } from "./times-in-ranges";

const of = (counts: BandCounts, goals: Parameters<typeof timesInRanges>[1] = "tested") =>
  Object.fromEntries(timesInRanges(counts, goals).map((share) => [share.band, share]));

describe("times in ranges", () => {
  it("count every reading in one band, the bounds where the consensus puts them", () => {
    expect(countBands(Float64Array.of(39, 53.9, 54, 69.9, 70, 180, 180.1, 250, 250.1, 401))).toEqual([
      2, 2, 2, 2, 2,
    ]);
  });

  it("are shares of readings with hours per day", () => {
    const { target, high } = of([0, 0, 750, 250, 0]);
    expect(target).toMatchObject({
      count: 750,
      share: 0.75,
      percent: 75,
      minutesPerDay: 1_080,
      underOne: false,
    });
    expect(high).toMatchObject({ share: 0.25, minutesPerDay: 360 });
  });

  it("say that something is there where it rounds to 0", () => {
    expect(of([1, 0, 999, 0, 0]).veryLow).toMatchObject({ percent: 0, underOne: true });
    expect(of([1, 0, 999, 0, 0]).low).toMatchObject({ percent: 0, underOne: false });
  });

  it("test each goal on the exact share, with the band that it includes", () => {
    // 0.9 % very low and 3.2 % low: 4.1 % below 70 misses "below 4 %" although low alone would meet it.
    const shares = of([9, 32, 719, 200, 40]);
    expect(shares.veryLow?.goal).toEqual({ comparison: "<", bound: 1, includes: null, met: true });
    expect(shares.low?.goal).toEqual({ comparison: "<", bound: 4, includes: "veryLow", met: false });
    expect(shares.target?.goal).toEqual({ comparison: ">", bound: 70, includes: null, met: true });
    expect(shares.high?.goal).toEqual({ comparison: "<", bound: 25, includes: "veryHigh", met: true });
    expect(shares.veryHigh?.goal).toEqual({ comparison: "<", bound: 5, includes: null, met: true });
  });

  it("do not meet a goal that is exactly missed: 70.0 % is not above 70 %, 4.0 % is not below 4 %", () => {
    const shares = of([0, 40, 700, 260, 0]);
    expect(shares.target?.goal?.met).toBe(false);
    expect(shares.low?.goal?.met).toBe(false);
  });

  it("leave goals open where readings are too few, and out where none apply", () => {
    expect(of([0, 0, 10, 0, 0], "withheld").target?.goal).toMatchObject({ bound: 70, met: null });
    expect(of([0, 0, 10, 0, 0], "none").target?.goal).toBeNull();
    expect(of([0, 0, 0, 0, 0]).target).toMatchObject({
      share: 0,
      percent: 0,
      minutesPerDay: 0,
      goal: { met: null },
    });
  });

  it("partition any readings: counts add up, shares to 1, percentages to 100, minutes to a day", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 20, max: 600, noNaN: true }), { minLength: 1 }), (values) => {
        const counts = countBands(Float64Array.from(values));
        const shares = timesInRanges(counts, "tested");
        const total = (pick: (share: (typeof shares)[number]) => number) =>
          shares.reduce((sum, share) => sum + pick(share), 0);
        expect(total(({ count }) => count)).toBe(values.length);
        expect(total(({ share }) => share)).toBeCloseTo(1, 12);
        expect(total(({ percent }) => percent)).toBe(100);
        expect(total(({ minutesPerDay }) => minutesPerDay)).toBeCloseTo(1_440, 9);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
