import { expect, it } from "vitest";
import { cogi } from "./cogi";

it("COGI is 50 % time in range, 35 % time below and 15 % SD", () => {
  // 0.5 · 70 = 35; below: 100 · (15 − 6) / 15 = 60, · 0.35 = 21; SD: 100 · (108 − 45) / 90 = 70, · 0.15 = 10.5.
  expect(cogi({ timeInRangePercent: 70, timeBelowPercent: 6, sd: 45 })).toBeCloseTo(66.5, 12);
});

it("COGI is 100 at best and 0 at worst", () => {
  expect(cogi({ timeInRangePercent: 100, timeBelowPercent: 0, sd: 18 })).toBeCloseTo(100, 12);
  expect(cogi({ timeInRangePercent: 0, timeBelowPercent: 15, sd: 108 })).toBe(0);
});

it("neither a flatter line nor more time below moves COGI beyond full and no marks", () => {
  const best = cogi({ timeInRangePercent: 100, timeBelowPercent: 0, sd: 18 });
  expect(cogi({ timeInRangePercent: 100, timeBelowPercent: 0, sd: 0 })).toBe(best);
  expect(cogi({ timeInRangePercent: 0, timeBelowPercent: 100, sd: 150 })).toBe(0);
});

it("there is no COGI without an SD", () => {
  expect(cogi({ timeInRangePercent: 100, timeBelowPercent: 0, sd: null })).toBeNull();
});
