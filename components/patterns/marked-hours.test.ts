import { describe, expect, it } from "vitest";
import type { Pattern } from "@/lib/glucose/patterns/pattern";
import { hoursOnClock, hoursOnDate } from "./marked-hours";
import { patternOf } from "./pattern.test-support";

const nights = (fromMinute: number | null, toMinute: number | null): Pattern => ({
  ...patternOf("night-lows"),
  fromMinute,
  toMinute,
});

describe("the hours of a pattern", () => {
  it("are one piece of the clock, or two over midnight", () => {
    expect(hoursOnClock(nights(180, 360))).toEqual([{ from: 180, to: 360 }]);
    expect(hoursOnClock(nights(1_320, 360))).toEqual([
      { from: 0, to: 360 },
      { from: 1_320, to: 1_440 },
    ]);
    expect(hoursOnClock(nights(null, null))).toEqual([]);
  });

  it("belong to the date on which they end", () => {
    expect(hoursOnDate(nights(1_320, 360), 1_440)).toEqual([{ from: 0, to: 360 }]);
  });

  it("are not marked on a curve whose clock changed", () => {
    expect(hoursOnDate(nights(180, 360), 1_500)).toEqual([]);
    expect(hoursOnDate(nights(180, 360), 1_380)).toEqual([]);
  });
});
