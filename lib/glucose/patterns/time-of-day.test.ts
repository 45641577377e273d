import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { chanceOfAtLeast } from "./chance";
import { episodeMsBefore } from "./half-hours";
import { clock, columnsOf, daysOf, without } from "./people.test-support";
import { chanceOfWindow, lookAtWindow, onHalfHours, windowOf } from "./time-of-day";

const night = windowOf({ fromMinute: 0, toMinute: 360 }, 15);
const flat = (days: number) => daysOf(days, () => 100);

/** Ms before each half hour of episodes given as date, minute of the day and minutes. */
function episodes(days: number, spells: readonly (readonly [day: number, start: number, minutes: number])[]) {
  const startMs = Float64Array.from(spells, ([day, start]) => (day * 1_440 + start) * MINUTE_MS);
  const endMs = startMs.map((start, i) => start + (spells[i]?.[2] ?? 0) * MINUTE_MS);
  return episodeMsBefore({ length: spells.length, startMs, endMs }, days);
}

describe("hours of the clock", () => {
  it("are taken to the nearest half hour, midnight being the end of the evening", () => {
    expect(onHalfHours({ fromMinute: 1_340, toMinute: 374 })).toEqual({ fromMinute: 1_350, toMinute: 360 });
    expect(onHalfHours({ fromMinute: 1_430, toMinute: 0 })).toEqual({ fromMinute: 0, toMinute: 1_440 });
  });

  it("that run over midnight begin the evening before", () => {
    expect(windowOf({ fromMinute: 1_320, toMinute: 360 }, 15)).toEqual({
      fromSlot: -4,
      slots: 16,
      minutesMin: 15,
    });
    expect(windowOf({ fromMinute: 1_260, toMinute: 1_440 }, 60)).toEqual({
      fromSlot: 42,
      slots: 6,
      minutesMin: 60,
    });
  });
});

describe("looking at a time of day", () => {
  it("counts the dates with enough minutes of episodes, cut at the ends of the window", () => {
    const spells = episodes(4, [
      [0, clock("02:00"), 15],
      [1, clock("05:45"), 60],
      [2, clock("05:50"), 60],
      [3, clock("06:00"), 60],
    ]);
    expect(lookAtWindow(columnsOf(flat(4), 4), spells, night)).toEqual({
      looked: [0, 1, 2, 3],
      happened: [0, 1],
    });
  });

  it("does not judge a date with too few readings, whatever is in the rest", () => {
    // 72 readings belong to a night: without 22 of them there are 69 %.
    const gaps = without(flat(2), 1, "03:00", "04:50");
    const spells = episodes(2, [[1, clock("01:00"), 60]]);
    expect(lookAtWindow(columnsOf(gaps, 2), spells, night)).toEqual({ looked: [0], happened: [] });
  });

  it("gives a night over midnight to the date on which it ends, and the first date none", () => {
    const late = windowOf({ fromMinute: 1_320, toMinute: 360 }, 15);
    const spells = episodes(3, [[0, clock("23:00"), 30]]);
    expect(lookAtWindow(columnsOf(flat(3), 3), spells, late)).toEqual({ looked: [1, 2], happened: [1] });
  });
});

describe("the chance of a time of day", () => {
  const chance = (days: number, spells: Float64Array, readings = flat(days)) => {
    const columns = columnsOf(readings, days);
    return chanceOfWindow(columns, spells, { window: night, look: lookAtWindow(columns, spells, night) });
  };

  it("is a date's share of places that would hold the episode", () => {
    // 12 half hours long, the stretch holds one of the episode's two half hours at 13 of 48 places.
    expect(chance(1, episodes(1, [[0, clock("02:00"), 60]]))).toBeCloseTo(13 / 48, 15);
    // Ten minutes in each of two half hours: 11 places hold both and with them 15 minutes.
    expect(chance(1, episodes(1, [[0, clock("02:20"), 20]]))).toBeCloseTo(11 / 48, 15);
  });

  it("is certain for a date that is low all day, and for one that is never low", () => {
    expect(chance(1, episodes(1, [[0, clock("00:00"), 1_440]]))).toBe(1);
    expect(chance(1, episodes(1, []))).toBe(1);
  });

  it("multiplies over dates with one episode each, all at night", () => {
    const spells = episodes(3, [
      [0, clock("02:00"), 60],
      [1, clock("03:00"), 60],
      [2, clock("01:00"), 60],
    ]);
    expect(chance(3, spells)).toBeCloseTo((13 / 48) ** 3, 15);
  });

  it("asks only places with 70 % of their readings", () => {
    // Readings until 12:00 only. Of 12 half hours 9 must have theirs (8.4 are 70 %), so the stretch begins at 22:30 to
    // 07:30, 19 places; the 9 that begin up to 02:30 hold some of the episode.
    const morning = without(flat(1), 0, "12:00", "24:00");
    expect(chance(1, episodes(1, [[0, clock("02:00"), 60]]), morning)).toBeCloseTo(9 / 19, 15);
  });

  it("depends on how many nights are low, not on where in a day an episode lies", () => {
    const minute = fc.integer({ min: 0, max: 1_379 });
    fc.assert(
      fc.property(fc.array(minute, { minLength: 1, maxLength: 8 }), (starts) => {
        const days = starts.length;
        const spells = episodes(
          days,
          starts.map((start, day) => [day, start, 60]),
        );
        const columns = columnsOf(flat(days), days);
        const look = lookAtWindow(columns, spells, night);
        const probability = chanceOfWindow(columns, spells, { window: night, look });
        // 15 minutes of an hour are within reach of 13 places, of 14 where it ends in the middle of two half hours.
        const among = (places: number) =>
          chanceOfAtLeast(new Float64Array(days).fill(places / 48), look.happened.length);
        expect(probability).toBeGreaterThanOrEqual(among(13) - 1e-12);
        expect(probability).toBeLessThanOrEqual(among(14) + 1e-12);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
