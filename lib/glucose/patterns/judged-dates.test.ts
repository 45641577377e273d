import { describe, expect, it } from "vitest";
import { judgedDatesOf } from "./judged-dates";
import { columnsOf, daysOf, without } from "./people.test-support";

describe("dates that can be judged as a whole", () => {
  it("have 70 % of their readings, with weekday, mean and rank each", () => {
    // 18:48 of 24:00 are 78 %, 16:45 are 69.8 %.
    const kept = without(
      daysOf(8, (day) => 100 + 10 * (day % 3)),
      1,
      "12:00",
      "19:15",
    );
    const readings = without(kept, 3, "12:00", "17:12");
    const judged = judgedDatesOf(columnsOf(readings, 8));
    expect([...judged.day]).toEqual([0, 2, 3, 4, 5, 6, 7]);
    expect(judged.date.slice(0, 2)).toEqual(["2026-03-02", "2026-03-04"]);
    expect([...judged.weekday]).toEqual([1, 3, 4, 5, 6, 7, 1]);
    expect([...judged.mean]).toEqual([100, 120, 100, 110, 120, 100, 110]);
    // Three share ranks 1–3, two 4–5, two 6–7: doubled means 4, 9, 13.
    expect([...judged.ranks]).toEqual([4, 13, 4, 9, 13, 4, 9]);
    expect(judged.length).toBe(7);
  });

  it("are none without readings", () => {
    expect(judgedDatesOf(columnsOf([], 3)).length).toBe(0);
  });
});
