import { expect, test } from "vitest";
import { weekColumn, weekdayColumns } from "./week";

test("weeks begin as the reader's do, each column with its own weekday and names", () => {
  const american = weekdayColumns("en-US");
  expect(american.map(({ weekday }) => weekday)).toEqual([7, 1, 2, 3, 4, 5, 6]);
  expect(american[0]).toEqual({ weekday: 7, short: "Sun", narrow: "S", long: "Sunday" });
  const spanish = weekdayColumns("es-ES");
  expect(spanish.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(spanish[2]?.long).toBe("miércoles");
});

test("a date stands under its weekday", () => {
  expect(weekColumn("2026-11-08", "en-US")).toBe(1);
  expect(weekColumn("2026-11-08", "en-GB")).toBe(7);
  expect(weekColumn("2026-11-11", "en-US")).toBe(4);
});
