import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributionOf } from "../distribution";
import { boundsInMgDl, RANGE_SETS } from "../range-sets";
import { type BandGoals, RANGE_BOUNDS } from "../ranges";
import { type BandCounts, countBands, countBandsOf, timesInRanges } from "./times-in-ranges";

const of = (
  counts: BandCounts,
  goals: Parameters<typeof timesInRanges>[1] = "tested",
  bandGoals?: BandGoals,
) => Object.fromEntries(timesInRanges(counts, goals, bandGoals).map((share) => [share.band, share]));

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

  it("are counted alike from readings and from their distribution", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 39, max: 401 })), (values) => {
        const readings = Float64Array.from(values);
        expect(countBandsOf(distributionOf(readings), RANGE_BOUNDS["mg/dL"])).toEqual(countBands(readings));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("stay the same in another unit when the bounds are converted as the readings are", () => {
    const tenths = fc.array(fc.integer({ min: 200, max: 6_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(tenths, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, factor) => {
        const bounds = RANGE_BOUNDS["mg/dL"];
        const scaled = {
          low2: bounds.low2 * factor,
          low1: bounds.low1 * factor,
          high1: bounds.high1 * factor,
          high2: bounds.high2 * factor,
        };
        const readings = Float64Array.from(values, (value) => value / 10);
        expect(countBandsOf(distributionOf(readings.map((value) => value * factor)), scaled)).toEqual(
          countBands(readings),
        );
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe("times in the ranges of another set", () => {
  const pregnancy = RANGE_SETS.pregnancy;

  it("are counted at that set's bounds: in pregnancy everything above 140 is one band", () => {
    const readings = distributionOf(Float64Array.of(53, 54, 62, 63, 140, 140.5, 181, 251, 401));
    expect(countBandsOf(readings, boundsInMgDl("mg/dL", pregnancy))).toEqual([1, 2, 2, 4, 0]);
  });

  it("list the bands that the set has, and total 100 over those", () => {
    // 1, 1, 1 of 3: 33 each and one point more for the first of the equal remainders.
    const shares = timesInRanges([1, 1, 0, 1, 0], "tested", pregnancy.goals);
    expect(shares.map(({ band, percent }) => [band, percent])).toEqual([
      ["veryLow", 34],
      ["low", 33],
      ["target", 0],
      ["high", 33],
    ]);
  });

  it("are judged by that set's goals", () => {
    // 0.5 % below 54, 2.5 % from there to 63: 3 % is below 4. 71 % is above 70. 26 % above 140 is not below 25.
    const shares = of([5, 25, 710, 260, 0], "tested", pregnancy.goals);
    expect(shares.veryLow?.goal).toEqual({ comparison: "<", bound: 1, includes: null, met: true });
    expect(shares.low?.goal).toEqual({ comparison: "<", bound: 4, includes: "veryLow", met: true });
    expect(shares.target?.goal).toEqual({ comparison: ">", bound: 70, includes: null, met: true });
    expect(shares.high?.goal).toEqual({ comparison: "<", bound: 25, includes: null, met: false });
  });

  it("hold older adults to 1 % below 70 with what is below 54, and to no goal of its own there", () => {
    // 0.6 % and 0.5 %: 1.1 % below 70 misses 1 %, although each would meet it.
    const shares = of([6, 5, 500, 400, 89], "tested", RANGE_SETS.older.goals);
    expect(shares.veryLow).toMatchObject({ count: 6, goal: null });
    expect(shares.low?.goal).toMatchObject({ bound: 1, includes: "veryLow", met: false });
    // Exactly 50 % is not above 50 %; 40 % and 8.9 % make 48.9 % above 180; 8.9 % is below 10 %.
    expect(shares.target?.goal).toMatchObject({ bound: 50, met: false });
    expect(shares.high?.goal).toMatchObject({ bound: 50, met: true });
    expect(shares.veryHigh?.goal).toMatchObject({ bound: 10, met: true });
  });

  it("have no goals where the consensus sets none", () => {
    const shares = timesInRanges([0, 0, 10, 0, 0], "tested", RANGE_SETS["pregnancy-type-2"].goals);
    expect(shares.map(({ goal }) => goal)).toEqual([null, null, null, null]);
  });

  it("refuse counts that were made with the bounds of a set that has more bands", () => {
    expect(() => timesInRanges([0, 0, 1, 0, 1], "tested", pregnancy.goals)).toThrow(
      "in a band that these goals do not have",
    );
  });
});
