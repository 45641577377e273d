import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { minuteOfDay } from "./local-time";
import { NIGHT_DEFAULT, nightAndDay } from "./parts-of-day";
import { RANGE_BOUNDS } from "./ranges";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { egv, stream } from "./testing/readings";

const bounds = RANGE_BOUNDS["mg/dL"];
const split = (readings: readonly Egv[], night = NIGHT_DEFAULT) =>
  nightAndDay(buildSeries(readings), { night, bounds });
const midnight = Date.parse("2026-03-02T00:00:00Z");
const hourOf = (at: number) => Math.floor((at % DAY_MS) / HOUR_MS);

describe("night and day", () => {
  it("are apart at 00:00 and 06:00, half-open, each with its own bands, mean, SD and CV", () => {
    // Nights at 60, days at 200: 72 and 216 readings of a day.
    const { night, day } = split(stream(midnight, midnight + DAY_MS, (at) => (hourOf(at) < 6 ? 60 : 200)));
    expect(night).toMatchObject({ fromMinute: 0, toMinute: 360, readings: 72, mean: 60, sd: 0, cv: 0 });
    expect(night.bands.map(({ percent }) => percent)).toEqual([0, 100, 0, 0, 0]);
    expect(day).toMatchObject({ fromMinute: 360, toMinute: 0, readings: 216, mean: 200 });
    expect(day.bands.map(({ percent }) => percent)).toEqual([0, 0, 0, 100, 0]);
    // The consensus sets no goals for part of a day.
    expect(night.bands.every(({ goal }) => goal === null)).toBe(true);
  });

  it("a night may run across midnight", () => {
    const late = { fromMinute: 1_320, toMinute: 360 };
    const readings = stream(midnight, midnight + DAY_MS, (at) =>
      hourOf(at) >= 22 || hourOf(at) < 6 ? 60 : 200,
    );
    const { night, day } = split(readings, late);
    expect(night).toMatchObject({ ...late, readings: 96, mean: 60 });
    expect(day).toMatchObject({ fromMinute: 360, toMinute: 1_320, readings: 192, mean: 200 });
  });

  it("are told by each reading's own clock: a night of 7 hours has 84 readings", () => {
    const fallBack = Date.parse("2026-11-01T06:00:00Z");
    const readings = stream("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", 120, {
      offset: (at) => (at < fallBack ? -240 : -300),
    });
    expect(split(readings).night.readings).toBe(84);
    expect(split(readings).day.readings).toBe(216);
  });

  it("without readings there are no numbers", () => {
    const { night, day } = split([]);
    for (const part of [night, day]) {
      expect(part).toMatchObject({ readings: 0, mean: null, sd: null, cv: null });
    }
  });

  it("put every reading into one of the two, the one that its clock says", () => {
    const anyReadings = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 4 * 1_440 }),
        value: fc.integer({ min: 40, max: 400 }),
        offset: fc.constantFrom(0, -300, 345, 840, -720),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        anyReadings,
        fc.integer({ min: 0, max: 1_439 }),
        fc.integer({ min: 0, max: 1_440 }),
        (list, fromMinute, toMinute) => {
          const series = buildSeries(
            list.map(({ at, value, offset }) => egv(midnight + at * 60_000, value, { offset })),
          );
          const { night, day } = nightAndDay(series, { night: { fromMinute, toMinute }, bounds });
          const minutes = Array.from(series.systemTime, (at, i) =>
            minuteOfDay(at, series.displayOffsetMinutes[i] ?? 0),
          );
          const isNight = (minute: number) =>
            fromMinute <= toMinute
              ? minute >= fromMinute && minute < toMinute
              : minute >= fromMinute || minute < toMinute;
          expect(night.readings).toBe(minutes.filter(isNight).length);
          expect(night.readings + day.readings).toBe(series.length);
        },
      ),
      { seed: 16, numRuns: 200 },
    );
  });
});
