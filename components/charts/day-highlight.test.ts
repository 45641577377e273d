import { expect, test } from "vitest";
import { DayHighlight } from "./day-highlight";

test("the day that is pointed at stands out, and after it the chosen one again", () => {
  const highlight = new DayHighlight("2026-11-18");
  highlight.point("2026-11-20");
  expect([highlight.shown, highlight.chosen]).toEqual(["2026-11-20", "2026-11-18"]);
  highlight.point(null);
  expect(highlight.shown).toBe("2026-11-18");
  highlight.choose(null);
  expect(highlight.shown).toBeNull();
});

test("nobody is told of what changes nothing, nor after leaving", () => {
  const highlight = new DayHighlight(null);
  let told = 0;
  const leave = highlight.subscribe(() => {
    told += 1;
  });
  highlight.point("2026-11-20");
  highlight.point("2026-11-20");
  highlight.choose(null);
  expect(told).toBe(1);
  leave();
  highlight.point(null);
  expect(told).toBe(1);
});
