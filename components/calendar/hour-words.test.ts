import { describe, expect, it } from "vitest";
import { weekdayColumns } from "@/components/time/week";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { WeekdayHour } from "@/lib/glucose/weekday-hours";
import { wordsFor } from "@/lib/i18n/words";
import { cellLabel, hoursSummary, isOfFewDates } from "./hour-words";

const columns = weekdayColumns("en-US");
const words = wordsFor("en-US");
const monday = columns.find(({ weekday }) => weekday === 1);

function cellWith(more: Partial<WeekdayHour>): WeekdayHour {
  return { weekday: 1, hour: 15, readings: 36, dates: 3, mean: 190, targetShare: 0.5, ...more };
}

const label = (cell: WeekdayHour, value: "mean" | "range", ranges: RangeSetChoice = "standard") =>
  monday && cellLabel(cell, monday, { value, ranges, unit: "mg/dL", words });

describe("an hour of a weekday in words", () => {
  it("has its place, its value with its band, and its dates", () => {
    expect(label(cellWith({}), "mean")).toBe(
      "Monday, 3:00 PM to 4:00 PM: average 190 mg/dL, above range, 3 dates",
    );
    expect(label(cellWith({ dates: 1 }), "range")).toBe("Monday, 3:00 PM to 4:00 PM: 50 % in range, 1 date");
  });

  it("names the band among the chosen ranges", () => {
    const at = (mean: number, ranges: RangeSetChoice) => label(cellWith({ mean }), "mean", ranges);
    expect(at(150, "standard")).toContain("average 150 mg/dL, in range,");
    expect(at(150, "pregnancy")).toContain("average 150 mg/dL, above range,");
    expect(at(300, "standard")).toContain("average 300 mg/dL, very high,");
    expect(at(300, "pregnancy")).toContain("average 300 mg/dL, above range,");
    expect(at(300, "older")).toContain("average 300 mg/dL, very high,");
  });

  it("says that there is nothing", () => {
    const nothing = cellWith({ readings: 0, dates: 0, mean: null, targetShare: null });
    expect(label(nothing, "mean")).toBe("Monday, 3:00 PM to 4:00 PM: no readings");
    expect(isOfFewDates(nothing)).toBe(false);
  });
});

describe("the sentence about all hours", () => {
  const say = (cells: readonly WeekdayHour[], value: "mean" | "range") =>
    hoursSummary(cells, columns, { value, unit: "mg/dL", words });

  it("names the highest and the lowest, leaving out hours of few dates", () => {
    const cells = [
      cellWith({ mean: 300, dates: 2 }),
      cellWith({ mean: 210, weekday: 2 }),
      cellWith({ mean: 95, hour: 3 }),
    ];
    expect(say(cells, "mean")).toBe(
      "The highest average is 210 mg/dL, on Tuesday from 3:00 PM to 4:00 PM; the lowest is 95 mg/dL, on Monday from 3:00 AM to 4:00 AM.",
    );
  });

  it("claims nothing when every hour has few dates", () => {
    expect(say([cellWith({ dates: 2 })], "range")).toBe("No hour has enough dates to be compared.");
  });
});
