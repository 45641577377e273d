import { describe, expect, it } from "vitest";
import { sentencesOf } from "./english.test-support";
import { judgedDatesOf } from "./judged-dates";
import { columnsOf, daysOf, without } from "./people.test-support";
import { weekdayDifference } from "./weekday-difference";

const weeks = (days: number, more: number) =>
  daysOf(days, (day) => 120 + 0.1 * day + (day % 7 === 2 ? more : 0));
const look = (days: number, more: number) =>
  weekdayDifference(judgedDatesOf(columnsOf(weeks(days, more), days)));

describe("one weekday unlike the others", () => {
  it("is named, with its probability times the seven looked at", () => {
    const found = look(21, 30);
    expect(found).toMatchObject({
      state: "found",
      dates: ["2026-03-04", "2026-03-11", "2026-03-18"],
      daysLooked: 21,
    });
    // The three highest or lowest of 21: 7 · 2 / C(21,3) = 14/1330.
    expect(found.state !== "too-little-data" && found.chance.probability).toBeCloseTo(14 / 1_330, 14);
    expect(sentencesOf(found).finding).toBe(
      "Wednesdays 30 mg/dL higher than the other days (3 and 18 dates).",
    );
    expect(sentencesOf(found).method).toMatch(/times the 7 weekdays looked at\.$/);
  });

  it("is not found below 10 mg/dL, and a probability never exceeds 1", () => {
    expect(look(28, 8).state).toBe("not-found");
    const flat = weekdayDifference(
      judgedDatesOf(
        columnsOf(
          daysOf(21, () => 120),
          21,
        ),
      ),
    );
    expect(flat).toMatchObject({ state: "not-found", effect: { value: 0 }, chance: { probability: 1 } });
  });

  it("is not looked for among weekdays with fewer than three dates", () => {
    // Without one Wednesday only six weekdays are looked at, and Wednesdays are not among them.
    const readings = without(weeks(22, 90), 2, "00:00", "24:00");
    const pattern = weekdayDifference(judgedDatesOf(columnsOf(readings, 22)));
    expect(sentencesOf(pattern).method).toMatch(/6 weekdays/);
    expect(pattern.state !== "too-little-data" && pattern.dates).not.toContain("2026-03-11");
  });

  it("needs 21 dates", () => {
    expect(look(20, 30)).toMatchObject({ state: "too-little-data", daysLooked: 20, daysMin: 21 });
  });
});
