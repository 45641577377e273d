import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestIndex, stepForKey } from "./cursor-steps";

describe("the cursor stops at the nearest reading", () => {
  test("in the middle, before the first and after the last", () => {
    expect(nearestIndex([10, 20, 40], 29)).toBe(1);
    expect(nearestIndex([10, 20, 40], 31)).toBe(2);
    expect(nearestIndex([10, 20, 40], -5)).toBe(0);
    expect(nearestIndex([10, 20, 40], 500)).toBe(2);
  });

  test("a tie goes to the earlier reading", () => expect(nearestIndex([10, 20], 15)).toBe(0));
  test("without readings there is nowhere to stop", () => expect(nearestIndex([], 3)).toBeNull());

  test("as a search through all of them would find it", () => {
    const positions = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1 });
    fc.assert(
      fc.property(positions, fc.integer({ min: -50, max: 950 }), (unsorted, target) => {
        const sorted = unsorted.toSorted((a, b) => a - b);
        const distance = (index: number) => Math.abs((sorted[index] ?? Number.NaN) - target);
        const found = nearestIndex(sorted, target) ?? -1;
        expect(distance(found)).toBe(Math.min(...sorted.map((_, index) => distance(index))));
      }),
      { seed: 4010, numRuns: 200 },
    );
  });
});

describe("keys move the cursor and never leave the readings", () => {
  const among = { count: 24, page: 3 };

  test.each([
    ["ArrowRight", null, 0],
    ["ArrowLeft", null, 23],
    ["ArrowRight", 5, 6],
    ["ArrowLeft", 5, 4],
    ["ArrowRight", 23, 23],
    ["ArrowLeft", 0, 0],
    ["PageDown", 5, 8],
    ["PageUp", 1, 0],
    ["Home", 12, 0],
    ["End", 12, 23],
    ["Escape", 12, null],
  ])("%s from %s goes to %s", (key, from, to) => expect(stepForKey(key, from, among)).toBe(to));

  test("other keys stay with the page", () => expect(stepForKey("Tab", 3, among)).toBeUndefined());
  test("a chart without readings takes no key", () =>
    expect(stepForKey("ArrowRight", null, { count: 0, page: 3 })).toBeUndefined());
});
