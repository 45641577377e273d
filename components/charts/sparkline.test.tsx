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

test("a day without readings draws nothing", () => expect(sparklinePath([], [40, 300])).toBe(""));
