import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { buildSeries } from "../series";
import { egv } from "../testing/readings";
import { lability } from "./lability";

type Readings = readonly (readonly [minutes: number, value: number])[];

const of = (...readings: Readings) =>
  lability({
    length: readings.length,
    systemTime: Float64Array.from(readings, ([minutes]) => minutes * MINUTE_MS),
    value: Float64Array.from(readings, ([, value]) => value),
  });

/** The definition read aloud: for each reading all others are looked at. */
function bySearch(readings: Readings): number | null {
  let squares = 0;
  let hours = 0;
  for (const [minutes, value] of readings) {
    const off = (other: readonly [number, number]) => Math.abs(other[0] - minutes - 60);
    const [nearest] = readings
      .filter((other) => off(other) <= 2.5)
      .toSorted((a, b) => off(a) - off(b) || a[0] - b[0]);
    if (nearest === undefined) continue;
    squares += (nearest[1] - value) ** 2;
    hours += (nearest[0] - minutes) / 60;
  }
  return hours === 0 ? null : squares / hours;
}

describe("the lability index", () => {
  it("is the squared change over an hour, per hour", () => {
    // 20² and 30² in two hours.
    expect(of([0, 100], [60, 120], [120, 90])).toBe(650);
  });

  it("takes the reading nearest to an hour later, the earlier of two equally near", () => {
    expect(of([0, 100], [58, 190], [61, 161])).toBeCloseTo(61 ** 2 / (61 / 60), 9);
    expect(of([0, 100], [58, 158], [62, 190])).toBeCloseTo(58 ** 2 / (58 / 60), 9);
  });

  it("takes none that is more than 2.5 min off", () => {
    expect(of([0, 100], [57.5, 157.5])).toBeCloseTo(57.5 ** 2 / (57.5 / 60), 9);
    expect(of([0, 100], [62.5, 162.5])).toBeCloseTo(62.5 ** 2 / (62.5 / 60), 9);
    expect(of([0, 100], [57.4, 160])).toBeNull();
    expect(of([0, 100], [62.6, 160])).toBeNull();
  });

  it("is 0 on a flat line and unknown without a pair", () => {
    expect(of([0, 120], [60, 120], [120, 120])).toBe(0);
    expect(of([0, 120], [30, 120])).toBeNull();
    expect(of()).toBeNull();
  });

  it("is what a search through all readings finds, with irregular steps and gaps", () => {
    const step = fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 8 }) },
      fc.integer({ min: 30, max: 90 }),
    );
    const reading = fc.tuple(step, fc.integer({ min: 40, max: 400 }));
    fc.assert(
      fc.property(
        fc.array(reading, { maxLength: 80 }),
        fc.integer({ min: -30, max: 300 }),
        (steps, shift) => {
          let minutes = 0;
          const readings = steps.map(([after, value]) => [(minutes += after), value] as const);
          const found = of(...readings);
          expect(found ?? -1).toBeCloseTo(bySearch(readings) ?? -1, 6);
          expect(of(...readings.map(([at, value]) => [at, value + shift] as const))).toBe(found);
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });

  it("does not depend on the order in which readings came", () => {
    const readings = Array.from({ length: 40 }, (_, i) => egv(i * 5 * MINUTE_MS, 100 + ((i * 37) % 61)));
    const inOrder = lability(buildSeries(readings));
    expect(inOrder).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (shuffled) => {
        expect(lability(buildSeries(shuffled))).toBe(inOrder);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
