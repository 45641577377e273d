import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { isCovered } from "./half-hours";
import { shareBeginningByMinute } from "./highs-by-clock";
import { clock, columnsOf, daysOf, without } from "./people.test-support";

/** Episodes that begin so many minutes after the first midnight. */
function beginning(minutes: readonly number[]) {
  const startMs = Float64Array.from(minutes, (minute) => minute * MINUTE_MS).sort();
  return { length: minutes.length, startMs, endMs: startMs.map((start) => start + 15 * MINUTE_MS) };
}

const flat = (days: number) => daysOf(days, () => 110);
const onDay = (day: number, hhmm: string) => day * 1_440 + clock(hhmm);

describe("how often something begins soon after a time of day", () => {
  const columns = columnsOf(flat(4), 4);

  it("is the share of dates with a beginning in the next two hours, half-open", () => {
    const shares = shareBeginningByMinute(columns, beginning([onDay(1, "12:00"), onDay(2, "12:00")]), 120);
    const at = (hhmm: string) => shares[clock(hhmm)];
    expect([at("10:00"), at("10:01"), at("11:15"), at("12:00"), at("12:01")]).toEqual([0, 0.5, 0.5, 0.5, 0]);
  });

  it("counts a date once, however often it begins there", () => {
    const often = beginning([onDay(1, "12:00"), onDay(1, "12:30"), onDay(1, "13:00")]);
    const shares = shareBeginningByMinute(columns, often, 120);
    expect([shares[clock("11:30")], shares[clock("13:00")], shares[clock("13:01")]]).toEqual([0.25, 0.25, 0]);
  });

  it("goes on after midnight, and asks nothing of the last evening", () => {
    const shares = shareBeginningByMinute(columns, beginning([onDay(1, "00:30"), onDay(3, "23:30")]), 120);
    // Of the three evenings with two more hours, the first is followed by a beginning.
    expect(shares[clock("23:00")]).toBeCloseTo(1 / 3, 15);
    // From 21:59 the two hours end on the same date, so all four evenings count, the last with its beginning.
    expect(shares[clock("21:59")]).toBe(1 / 4);
  });

  it("leaves out dates without these readings, and is not a number without any", () => {
    const gap = without(flat(4), 1, "12:00", "13:30");
    const shares = shareBeginningByMinute(
      columnsOf(gap, 4),
      beginning([onDay(0, "12:00"), onDay(1, "12:00")]),
      120,
    );
    expect(shares[clock("12:00")]).toBeCloseTo(1 / 3, 15);
    expect(shareBeginningByMinute(columnsOf([], 1), beginning([]), 120)[0]).toBeNaN();
  });

  it("is what looking at every date from every minute gives", () => {
    const minute = fc.integer({ min: -100, max: 4 * 1_440 + 100 });
    const holes = fc.array(fc.integer({ min: 0, max: 4 * 24 - 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(minute, { maxLength: 25 }), holes, (starts, hours) => {
        const readings = flat(4).filter((_, i) => !hours.includes(Math.floor(i / 12)));
        const halfHours = columnsOf(readings, 4);
        const shares = shareBeginningByMinute(halfHours, beginning(starts), 120);
        const byHand = Float64Array.from({ length: 1_440 }, (_, ofDay) => {
          const from = [0, 1, 2, 3]
            .map((day) => day * 1_440 + ofDay)
            .filter((at) => isCovered(halfHours, Math.floor(at / 30), Math.ceil((at + 120) / 30)));
          return (
            from.filter((at) => starts.some((start) => start >= at && start < at + 120)).length / from.length
          );
        });
        expect(shares).toEqual(byHand);
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
