import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Distribution, distributionOf, meanOver } from "./distribution";

const of = (...values: number[]) => distributionOf(Float64Array.from(values));
const entries = ({ values, counts }: Distribution) => [...values].map((value, i) => [value, counts[i]]);

// Whole numbers as sensors send them, fractions as conversion leaves them, and some beyond any sensor.
const readings = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 401 }),
    fc.integer({ min: 990, max: 1_010 }),
    fc.integer({ min: 720, max: 740 }).map((tenths) => tenths / 10),
  ),
  { maxLength: 80 },
);

describe("a distribution", () => {
  it("holds each whole value once, ascending, with how often it came", () => {
    const distribution = of(120, 39, 120, 401, 120, 39);
    expect(entries(distribution)).toEqual([
      [39, 2],
      [120, 3],
      [401, 1],
    ]);
    expect(distribution.total).toBe(6);
  });

  it("keeps fractions apart from the whole numbers beside them", () => {
    expect(entries(of(70, 69.9, 70, 69.95, 69.9))).toEqual([
      [69.9, 2],
      [69.95, 1],
      [70, 2],
    ]);
  });

  it("knows values above 1,000 and the bound itself", () => {
    expect(entries(of(1_001, 1_000, 1_001, 999))).toEqual([
      [999, 1],
      [1_000, 1],
      [1_001, 2],
    ]);
  });

  it("of no readings is empty", () => {
    expect(of()).toEqual({ values: new Float64Array(), counts: new Uint32Array(), total: 0 });
  });

  it("leaves the readings in their order", () => {
    const values = Float64Array.of(150.5, 100, 120);
    distributionOf(values);
    expect([...values]).toEqual([150.5, 100, 120]);
  });

  it("is what counting one by one gives", () => {
    fc.assert(
      fc.property(readings, (values) => {
        const counted = new Map<number, number>();
        for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
        const distribution = of(...values);
        expect(entries(distribution)).toEqual([...counted].sort(([a], [b]) => a - b));
        expect(distribution.total).toBe(values.length);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("does not depend on the order of readings", () => {
    const twoOrders = readings.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([values, shuffled]) => {
        expect(of(...shuffled)).toEqual(of(...values));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe("a mean over a distribution", () => {
  it("weighs each value by how often it came", () => {
    // (3 · 2² + 5²) / 4 = 37 / 4
    expect(meanOver(of(2, 5, 2, 2), (value) => value ** 2)).toBe(9.25);
  });

  it("is unknown without readings", () => {
    expect(meanOver(of(), () => 1)).toBeNull();
  });
});
