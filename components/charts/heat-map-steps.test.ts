import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellForKey } from "./heat-map-steps";

const week = { count: 30, columns: 7, page: 28 };

describe("moving through the cells of a heat map", () => {
  it.each([
    ["ArrowRight", 3, 4],
    ["ArrowLeft", 3, 2],
    ["ArrowDown", 3, 10],
    ["ArrowUp", 10, 3],
    ["PageDown", 1, 29],
    ["PageUp", 29, 1],
    ["Home", 12, 0],
    ["End", 12, 29],
  ])("%s goes from %d to %d", (key, from, to) => expect(cellForKey(key, from, week)).toBe(to));

  it.each([
    ["ArrowLeft", 0],
    ["ArrowUp", 6],
    ["ArrowDown", 23],
    ["ArrowRight", 29],
  ])("%s holds at the edge", (key, at) => expect(cellForKey(key, at, week)).toBe(at));

  it("leaves other keys alone", () => {
    for (const key of ["Tab", "Enter", "a", "Escape"]) expect(cellForKey(key, 3, week)).toBeUndefined();
  });

  it("never leaves the cells, and a step back undoes a step that was made", () => {
    const keys = fc.constantFrom(
      ["ArrowRight", "ArrowLeft"] as const,
      ["ArrowDown", "ArrowUp"] as const,
      ["PageDown", "PageUp"] as const,
    );
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 400 }), fc.nat(), ([there, back], count, seed) => {
        const grid = { count, columns: 7, page: 28 };
        const from = seed % count;
        const to = cellForKey(there, from, grid) ?? -1;
        expect(to >= 0 && to < count).toBe(true);
        if (to !== from) expect(cellForKey(back, to, grid)).toBe(from);
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
