import { describe, expect, it } from "vitest";
import { dawnRise } from "./dawn-rise";
import { sentencesOf } from "./english.test-support";
import { columnsOf, daysOf, without } from "./people.test-support";

/** 100 mg/dL, and higher by so much from 05:00 to 08:00 of each date. */
const rising = (rises: readonly number[]) =>
  daysOf(rises.length, (day, minute) => (minute >= 300 && minute < 480 ? 100 + (rises[day] ?? 0) : 100));

const look = (rises: readonly number[]) => dawnRise(columnsOf(rising(rises), rises.length));

describe("a rise in the early morning", () => {
  it("is found when the median date rises by 20 mg/dL and most dates rise", () => {
    const found = look([30, 20, 25, 15, 40, 20, 10, -5]);
    expect(found).toMatchObject({
      state: "found",
      dates: ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-06", "2026-03-07"],
      daysLooked: 8,
      effect: { value: 20, unit: "mg/dL" },
    });
    // Seven of eight rise: (C(8,7) + C(8,8)) / 2^8 = 9/256.
    expect(found.state !== "too-little-data" && found.chance.probability).toBeCloseTo(9 / 256, 15);
    expect(sentencesOf(found).finding).toBe(
      "Higher on 7 of 8 dates, by at least 20 mg/dL on 5; median change 20 mg/dL.",
    );
  });

  it("is not found when it is small, however regular", () => {
    expect(look(Array.from({ length: 20 }, () => 19))).toMatchObject({
      state: "not-found",
      dates: [],
      chance: { probability: 1 / 2 ** 20 },
    });
  });

  it("is not found when as many dates fall as chance allows", () => {
    // Five of seven rise: (21 + 7 + 1) / 128 = 0.227.
    expect(look([60, 60, 60, 60, 60, -60, -60])).toMatchObject({
      state: "not-found",
      effect: { value: 60 },
      chance: { probability: 29 / 128 },
    });
  });

  it("leaves dates without any change out of the test, not out of the count", () => {
    expect(look([0, 0, 0, 0, 30, 30, 30])).toMatchObject({
      state: "not-found",
      daysLooked: 7,
      effect: { value: 0 },
      chance: { probability: 1 / 8 },
    });
  });

  it("needs both hours on seven dates", () => {
    const gap = without(rising(Array.from({ length: 7 }, () => 30)), 2, "03:00", "03:30");
    expect(dawnRise(columnsOf(gap, 7))).toMatchObject({
      state: "too-little-data",
      daysLooked: 6,
      daysMin: 7,
    });
    expect(dawnRise(columnsOf([], 0)).state).toBe("too-little-data");
  });
});
