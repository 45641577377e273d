import { expect, test } from "vitest";
import { sparklinePath } from "./sparkline";

test("a gap breaks the line and a single reading is still there", () => {
  const path = sparklinePath(
    [
      [
        [0, 100],
        [5, 110],
      ],
      [[600, 90]],
    ],
    [40, 300],
  );
  expect(path.match(/M/g)).toHaveLength(2);
  expect(path).toMatch(/M600 [\d.]+h0\.1$/);
});

test("steps between points add up to the points themselves", () => {
  const points = Array.from({ length: 144 }, (_, i): [number, number] => [
    i * 10.3,
    120 + 90 * Math.sin(i / 9),
  ]);
  const path = sparklinePath([points], [40, 300]);
  const numbers = path.match(/-?\d+/g)?.map(Number) ?? [];
  const end = (axis: 0 | 1) => numbers.filter((_, i) => i % 2 === axis).reduce((sum, step) => sum + step, 0);
  const alone =
    sparklinePath([points.slice(-1)], [40, 300])
      .match(/\d+/g)
      ?.map(Number) ?? [];
  expect([end(0), end(1)]).toEqual(alone.slice(0, 2));
  expect(numbers).toHaveLength(288);
});

test("a day without readings draws nothing", () => expect(sparklinePath([], [40, 300])).toBe(""));
