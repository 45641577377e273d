import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bellAt, dice, hash32, seedOf, uniformAt } from "@/lib/simulator/physiology/dice";

test("the same draw is the same number on every machine", () => {
  expect(hash32(1, 2, 3)).toBe(3_903_821_063);
  expect(seedOf("User7")).toBe(636_022_422);
  expect(bellAt(1, 2, 3)).toBe(1.6133053199222864);
});

test("uniform draws fill [0, 1) evenly and do not follow their neighbours", () => {
  const draws = Array.from({ length: 20_000 }, (_, i) => uniformAt(7, 1, i));
  const tenths = Array.from({ length: 10 }, (_, k) => draws.filter((d) => Math.floor(d * 10) === k).length);
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  const lagged = draws.slice(1).reduce((sum, draw, i) => sum + (draw - 0.5) * ((draws[i] ?? 0) - 0.5), 0);
  expect(Math.abs(lagged / draws.length)).toBeLessThan(0.003);
});

test("bell draws have mean 0, SD 1 and no outliers", () => {
  const draws = Array.from({ length: 20_000 }, (_, i) => bellAt(7, 1, i));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
  expect(Math.max(...draws.map(Math.abs))).toBeLessThan(3.47);
});

test("dice of one thing do not depend on what else was thrown", () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.integer({ min: -1e6, max: 1e6 }), (seed, stream, index) => {
      const alone = dice(seed, stream, index);
      const first = [alone.between(0, 9), alone.bell(0, 1), alone.chance(0.5)];
      dice(seed, stream, index + 1).between(0, 9);
      const again = dice(seed, stream, index);
      expect([again.between(0, 9), again.bell(0, 1), again.chance(0.5)]).toEqual(first);
    }),
    { seed: 20, numRuns: 100 },
  );
});

test("pick reaches every choice", () => {
  const roll = dice(5, "pick", 0);
  expect(new Set(Array.from({ length: 200 }, () => roll.pick(["a", "b", "c"])))).toEqual(
    new Set(["a", "b", "c"]),
  );
});
