import { describe, expect, it } from "vitest";
import { z } from "zod";
import { oracle } from "../testing/people";
import { gri } from "./gri";

const none = { veryLow: 0, low: 0, target: 0, high: 0, veryHigh: 0 };

describe("GRI", () => {
  it("weighs the four bands outside the target", () => {
    // 3 · 1 + 2.4 · 5 + 1.6 · 10 + 0.8 · 20 = 3 + 12 + 16 + 16; hypo 1 + 0.8 · 5, hyper 10 + 0.5 · 20.
    expect(gri({ veryLow: 1, low: 5, target: 64, high: 20, veryHigh: 10 })).toEqual({
      value: 47,
      zone: "C",
      hypo: 5,
      hyper: 20,
    });
  });

  it("is 0 in zone A when every reading is in range", () => {
    expect(gri({ ...none, target: 100 })).toEqual({ value: 0, zone: "A", hypo: 0, hyper: 0 });
  });

  it("ends at 100, its components do not", () => {
    expect(gri({ ...none, veryLow: 40, target: 60 })).toEqual({ value: 100, zone: "E", hypo: 40, hyper: 0 });
    expect(gri({ ...none, veryHigh: 100 })).toMatchObject({ value: 100, hyper: 100 });
  });

  it("is nothing without readings", () => {
    expect(gri(null)).toBeNull();
    expect(gri(none)).toBeNull();
  });
});

describe("the zone", () => {
  const Zones = z.record(z.enum(["A", "B", "C", "D", "E"]), z.tuple([z.number(), z.number()]));
  const { gri_zones } = z.object({ gri_zones: z.looseObject({}) }).parse(oracle("published-tables"));
  const { source: _, ...printed } = gri_zones;
  const rows = Object.entries(Zones.parse(printed));

  it.each(rows)(
    "%s holds the whole numbers of the published table, both ends included",
    (zone, [from, to]) => {
      for (let value = from; value <= to; value += 1) {
        // 1.6 · 0.625 = 1.
        const veryHigh = 0.625 * value;
        expect(gri({ ...none, target: 100 - veryHigh, veryHigh })).toMatchObject({ value, zone });
      }
    },
  );

  it("is that of the unrounded value: 20 is A, a little more is B", () => {
    // 2.4 · 5 + 0.8 · 10 = 20, and 3 · 0.001 more.
    expect(gri({ ...none, low: 5, target: 85, high: 10 })).toMatchObject({ value: 20, zone: "A" });
    expect(gri({ ...none, veryLow: 0.001, low: 5, target: 84.999, high: 10 })?.zone).toBe("B");
  });

  it("changes exactly at its bound for every mixture of whole percentages", () => {
    let onBound = 0;
    for (let low = 0; low <= 41; low += 1) {
      for (let veryHigh = 0; veryHigh <= 62; veryHigh += 1) {
        for (let high = 0; high <= 100 - low - veryHigh; high += 1) {
          // In fifths: 12 · low + 8 · very high + 4 · high, all whole.
          const fifths = 12 * low + 8 * veryHigh + 4 * high;
          if (fifths !== 100 && fifths !== 200 && fifths !== 300 && fifths !== 400) continue;
          onBound += 1;
          const target = 100 - low - veryHigh - high;
          expect(gri({ veryLow: 0, low, target, high, veryHigh })?.zone).toBe("ABCD"[fifths / 100 - 1]);
        }
      }
    }
    expect(onBound).toBeGreaterThan(500);
  });
});
