import { expect, it } from "vitest";
import { formatDuration } from "./duration";

it.each([
  [0, "0 min"],
  [0.4, "< 1 min"],
  [0.5, "1 min"],
  [25, "25 min"],
  [59.6, "1 h"],
  [60, "1 h"],
  [85, "1 h 25 min"],
  [1_440, "24 h"],
  [1_500, "25 h"],
  [2_879.6, "2 d"],
  [4_320, "3 d"],
  [4_570, "3 d 4 h"],
  [10_080, "7 d"],
])("%d minutes are %s", (minutes, text) => {
  expect(formatDuration(minutes)).toBe(text);
});
