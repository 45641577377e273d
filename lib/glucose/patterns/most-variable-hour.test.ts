import { describe, expect, it } from "vitest";
import { sentencesOf } from "./english.test-support";
import { mostVariableHour } from "./most-variable-hour";
import { columnsOf, daysOf, without } from "./people.test-support";

describe("the hour that differs most from date to date", () => {
  // Steps of 5 mg/dL from date to date, of 10 mg/dL from 19:00 to 20:00.
  const readings = daysOf(9, (day, minute) => 100 + (minute >= 1_140 && minute < 1_200 ? 10 : 5) * day);

  it("has the widest middle half of its daily means", () => {
    const widest = mostVariableHour(columnsOf(readings, 9));
    // 100, 110 … 180: the quartiles of nine are the third and the seventh, 120 and 160.
    expect(widest).toMatchObject({
      state: "found",
      daysLooked: 9,
      fromMinute: 1_140,
      toMinute: 1_200,
      effect: { value: 40, unit: "mg/dL" },
      chance: { probability: null },
    });
    expect(sentencesOf(widest, "mg/dL", "en-GB").finding).toBe(
      "Between 19:00 and 20:00 the middle half of the dates lies from 120 mg/dL to 160 mg/dL.",
    );
  });

  it("interpolates between dates (type 7)", () => {
    // Eight dates: h = 7 · 0.25 = 1.75, so 117.5; h = 5.25, so 152.5.
    const eight = mostVariableHour(columnsOf(readings, 8));
    expect(eight).toMatchObject({ effect: { value: 35 } });
  });

  it("is the earliest of equals", () => {
    expect(
      mostVariableHour(
        columnsOf(
          daysOf(7, () => 100),
          7,
        ),
      ),
    ).toMatchObject({ fromMinute: 0, effect: { value: 0 } });
  });

  it("needs seven dates for each hour", () => {
    const gap = without(
      daysOf(7, () => 100),
      3,
      "13:00",
      "14:00",
    );
    expect(mostVariableHour(columnsOf(gap, 7))).toMatchObject({
      state: "too-little-data",
      daysLooked: 6,
      daysMin: 7,
    });
    expect(mostVariableHour(columnsOf([], 0))).toMatchObject({ state: "too-little-data", daysLooked: 0 });
  });
});
