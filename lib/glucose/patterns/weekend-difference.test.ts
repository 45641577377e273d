import { describe, expect, it } from "vitest";
import { sentencesOf } from "./english.test-support";
import { judgedDatesOf } from "./judged-dates";
import { columnsOf, daysOf, without } from "./people.test-support";
import { weekendDifference } from "./weekend-difference";

const isWeekend = (day: number) => day % 7 >= 5;
/** Every date has a mean of its own: 120 and up by 0.1 each, weekends so much more. */
const weeks = (days: number, more: number) =>
  daysOf(days, (day) => 120 + 0.1 * day + (isWeekend(day) ? more : 0));
const look = (days: number, more: number) =>
  weekendDifference(judgedDatesOf(columnsOf(weeks(days, more), days)));

describe("weekends unlike the other days", () => {
  it("are found in the size and direction they have, with the exact probability", () => {
    const found = look(14, 30);
    // Weekends 150.5, 150.6, 151.2, 151.3: median 150.9; others 120 … 121.1: median (120.4 + 120.7) / 2.
    expect(found).toMatchObject({
      state: "found",
      dates: ["2026-03-07", "2026-03-08", "2026-03-14", "2026-03-15"],
      daysLooked: 14,
      effect: { unit: "mg/dL" },
    });
    expect(found.state !== "too-little-data" && found.effect?.value).toBeCloseTo(150.9 - 120.55, 9);
    // The four highest of 14, or the four lowest: 2 / C(14,4) = 2/1001.
    expect(found.state !== "too-little-data" && found.chance.probability).toBeCloseTo(2 / 1_001, 14);
    expect(sentencesOf(found, "mmol/L").finding).toBe(
      "Saturdays and Sundays 1.7 mmol/L higher than the other days (4 and 10 dates).",
    );
  });

  it("are lower as well as higher", () => {
    const found = look(28, -30);
    expect(sentencesOf(found).finding).toBe(
      "Saturdays and Sundays 30 mg/dL lower than the other days (8 and 20 dates).",
    );
  });

  it("are not found below 10 mg/dL, however sure", () => {
    expect(look(28, 8).state).toBe("not-found");
    expect(look(28, 8)).toMatchObject({
      chance: { probability: expect.closeTo(2 / 3_108_105, 12) as number },
    });
  });

  it("need 14 dates, four of them on weekends", () => {
    expect(look(13, 30)).toMatchObject({ state: "too-little-data", daysLooked: 13, daysMin: 14 });
    const noSunday = without(weeks(15, 30), 6, "00:00", "24:00");
    const tooFew = weekendDifference(judgedDatesOf(columnsOf(noSunday, 15)));
    expect(sentencesOf(tooFew).missing).toBe(
      "14 dates with 70 % of their readings, 4 of them on weekends; there are 14 and 3.",
    );
  });
});
