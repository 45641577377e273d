import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ALL_WEEKDAYS,
  parseWeekdays,
  toggledWeekday,
  WEEKEND,
  WORKDAYS,
  writeWeekdays,
} from "./weekday-sets";

describe("weekdays in an address", () => {
  it.each([
    ["all", [1, 2, 3, 4, 5, 6, 7]],
    ["weekdays", [1, 2, 3, 4, 5]],
    ["weekend", [6, 7]],
    ["sat", [6]],
    ["wed,mon", [1, 3]],
  ])("%s names %j", (text, days) => expect(parseWeekdays(text)).toEqual(days));

  it.each(["", "saturday", "mon,", "mon,mon", "Mon", "weekend,mon"])("%j names none", (text) =>
    expect(parseWeekdays(text)).toBeNull(),
  );

  it("have one text for each set, and it is read back as the same set", () => {
    const sets = fc.subarray([...ALL_WEEKDAYS], { minLength: 1 });
    fc.assert(
      fc.property(sets, (days) => {
        expect(parseWeekdays(writeWeekdays(days.toReversed()))).toEqual(days);
      }),
      { seed: 4022, numRuns: 100 },
    );
    expect(writeWeekdays(WORKDAYS)).toBe("weekdays");
    expect(writeWeekdays([7, 6])).toBe("weekend");
  });
});

describe("choosing a weekday", () => {
  it("begins with that day alone, then adds and takes away", () => {
    expect(toggledWeekday(ALL_WEEKDAYS, 6)).toEqual([6]);
    expect(toggledWeekday([6], 3)).toEqual([3, 6]);
    expect(toggledWeekday(WEEKEND, 7)).toEqual([6]);
  });

  it("never leaves no day at all", () => expect(toggledWeekday([6], 6)).toEqual(ALL_WEEKDAYS));
});
