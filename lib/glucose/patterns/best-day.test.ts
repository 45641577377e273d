import { describe, expect, it } from "vitest";
import { epochDay } from "../local-time";
import { boundsInMgDl } from "../range-sets";
import { RANGE_BOUNDS } from "../ranges";
import { buildSeries } from "../series";
import { bestDay } from "./best-day";
import { sentencesOf } from "./english.test-support";
import { halfHoursOf } from "./half-hours";
import { judgedDatesOf } from "./judged-dates";
import { columnsOf, daysOf, FIRST_DATE, without } from "./people.test-support";

const look = (readings: ReturnType<typeof daysOf>, days: number) => {
  const columns = columnsOf(readings, days);
  return bestDay(columns, judgedDatesOf(columns), RANGE_BOUNDS["mg/dL"]);
};

describe("the date with the most time in range", () => {
  // High for so many hours of each date.
  const hoursHigh = [6, 4, 12, 3, 8, 5, 9];
  const readings = daysOf(7, (day, minute) => (minute < 60 * (hoursHigh[day] ?? 0) ? 200 : 180));

  it("is the one with the highest share of readings from 70 to 180, and chance is not claimed", () => {
    const best = look(readings, 7);
    expect(best).toMatchObject({
      state: "found",
      dates: ["2026-03-05"],
      daysLooked: 7,
      // 21 of 24 hours.
      effect: { value: 87.5, unit: "percent of readings" },
      chance: { probability: null },
    });
    expect(sentencesOf(best).finding).toBe("88 % of readings in range on one date.");
  });

  it("are all of the dates that are equal", () => {
    const best = look(
      daysOf(8, (day) => (day < 6 ? 200 : 100)),
      8,
    );
    expect(best).toMatchObject({ dates: ["2026-03-08", "2026-03-09"], effect: { value: 100 } });
  });

  it("is not a date that was hardly worn", () => {
    const worn = without(
      daysOf(8, (day) => (day === 3 ? 100 : 200)),
      3,
      "00:00",
      "10:00",
    );
    expect(look(worn, 8)).toMatchObject({ daysLooked: 7, effect: { value: 0 } });
  });

  it("goes by the bounds of the unit that the source speaks, and writes them", () => {
    // 70 mg/dL is 3.885 mmol/L, which is below 3.9.
    const readings70 = buildSeries(
      daysOf(7, (day, minute) => (minute < 60 * (hoursHigh[day] ?? 0) ? 70 : 100)),
    );
    const bounds = boundsInMgDl("mmol/L");
    const input = { firstDay: epochDay(FIRST_DATE), days: 7, cadenceMinutes: 5, bounds };
    const columns = halfHoursOf(readings70, input);
    const best = bestDay(columns, judgedDatesOf(columns), bounds);
    expect(best).toMatchObject({ dates: ["2026-03-05"], effect: { value: 87.5 } });
    expect(sentencesOf(best, "mmol/L").rule).toMatch(/from 3\.9 mmol\/L to 10\.0 mmol\/L/);
  });

  it("needs seven dates", () => {
    expect(
      look(
        daysOf(6, () => 100),
        6,
      ),
    ).toMatchObject({ state: "too-little-data", daysLooked: 6, daysMin: 7 });
  });
});
