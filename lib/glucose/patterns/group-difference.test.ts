import { describe, expect, it } from "vitest";
import { countOf, datesOn, differenceOf } from "./group-difference";
import { judgedDatesOf } from "./judged-dates";
import { columnsOf, daysOf } from "./people.test-support";

// Monday to Sunday: 100, 110, 120, 130, 140, 150, 170.
const week = judgedDatesOf(
  columnsOf(
    daysOf(7, (day) => (day === 6 ? 170 : 100 + 10 * day)),
    7,
  ),
);

describe("the difference between two groups of dates", () => {
  it("is that of their medians", () => {
    const weekend = datesOn(week, [6, 7]);
    expect([...weekend]).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(countOf(weekend)).toBe(2);
    // (150 + 170) / 2 − 120.
    expect(differenceOf(week, weekend)).toBe(40);
    // 100 − (130 + 140) / 2.
    expect(differenceOf(week, datesOn(week, [1]))).toBe(-35);
  });

  it("is null when one side has no dates", () => {
    expect(differenceOf(week, datesOn(week, []))).toBeNull();
    expect(differenceOf(week, datesOn(week, [1, 2, 3, 4, 5, 6, 7]))).toBeNull();
  });
});
