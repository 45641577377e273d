import { expect, test } from "vitest";
import { weekColumn, weekdayHeads } from "./week";

test("weeks begin as the reader's do", () => {
  expect(weekdayHeads("en-US").map(({ short }) => short)).toEqual([
    "Sun",
    "Mon",
    "Tue",
    "Wed",
    "Thu",
    "Fri",
    "Sat",
  ]);
  expect(weekdayHeads("en-GB")[0]?.short).toBe("Mon");
});

test("a date stands under its weekday", () => {
  expect(weekColumn("2026-11-08", "en-US")).toBe(1);
  expect(weekColumn("2026-11-08", "en-GB")).toBe(7);
  expect(weekColumn("2026-11-11", "en-US")).toBe(4);
});
