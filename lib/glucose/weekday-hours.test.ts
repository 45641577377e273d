import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { mean } from "./metrics/mean";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { freshAt, stream } from "./testing/readings";
import { type WeekdayHour, weekdayHours } from "./weekday-hours";
import { workingsOf } from "./workings";

// A Monday.
const FROM = "2026-03-02";
const FIRST = Date.parse(`${FROM}T00:00:00Z`);

function workings(readings: readonly Egv[], days: number, from: `${number}-${number}-${number}` = FROM) {
  const to = new Date(Date.parse(`${from}T00:00:00Z`) + (days - 1) * DAY_MS).toISOString().slice(0, 10);
  return workingsOf({
    series: buildSeries(readings),
    period: { from, to: to as typeof from, days },
    freshness: freshAt(FIRST + 400 * DAY_MS),
  });
}

const cellOf = (cells: readonly WeekdayHour[], weekday: number, hour: number) =>
  cells.find((cell) => cell.weekday === weekday && cell.hour === hour);

describe("hours by weekday", () => {
  it("average all readings of the hour on that weekday, with its dates and its share in range", () => {
    // Three Mondays at 3 PM: 100, 170 and 240; else 120.
    const readings = stream(FIRST, FIRST + 15 * DAY_MS, (at) => {
      const day = Math.floor((at - FIRST) / DAY_MS);
      const minute = (at - FIRST - day * DAY_MS) / MINUTE_MS;
      return day % 7 === 0 && minute >= 900 && minute < 960 ? 100 + 10 * day : 120;
    });
    const cells = weekdayHours(workings(readings, 15));
    expect(cells).toHaveLength(168);
    // Days 0, 7 and 14: (100 + 170 + 240) / 3 = 170; two of three hours are at most 180.
    expect(cellOf(cells, 1, 15)).toEqual({
      weekday: 1,
      hour: 15,
      readings: 36,
      dates: 3,
      mean: 170,
      targetShare: 2 / 3,
    });
    expect(cellOf(cells, 2, 15)).toMatchObject({ dates: 2, mean: 120, targetShare: 1 });
    expect(cellOf(cells, 1, 16)).toMatchObject({ dates: 3, mean: 120 });
  });

  it("count a date once whose clock shows the hour twice", () => {
    // At 01:00 UTC on Sunday, 25 October, the clock goes from UTC+2 back to UTC+1.
    const changes = Date.parse("2026-10-25T01:00:00Z");
    const readings = stream("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", () => 100, {
      offset: (at) => (at < changes ? 120 : 60),
    });
    const cells = weekdayHours(workings(readings, 1, "2026-10-25"));
    expect(cellOf(cells, 7, 2)).toMatchObject({ readings: 24, dates: 1 });
    expect(cellOf(cells, 7, 3)).toMatchObject({ readings: 12, dates: 1 });
  });

  it("say nothing of an hour without readings", () => {
    const cells = weekdayHours(
      workings(
        stream(FIRST, FIRST + 60 * MINUTE_MS, () => 100),
        1,
      ),
    );
    expect(cellOf(cells, 1, 1)).toEqual({
      weekday: 1,
      hour: 1,
      readings: 0,
      dates: 0,
      mean: null,
      targetShare: null,
    });
  });

  it("hold every reading once, so that their weighted average is the average of all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -720, max: 840 }), (days, offset) => {
        const readings = stream(
          FIRST - DAY_MS,
          FIRST + (days + 1) * DAY_MS,
          (at) => 60 + ((at / 300_000) % 211),
          {
            offset,
          },
        );
        const made = workings(readings, days);
        const cells = weekdayHours(made);
        const total = cells.reduce((sum, cell) => sum + cell.readings, 0);
        const glucose = cells.reduce((sum, cell) => sum + cell.readings * (cell.mean ?? 0), 0);
        expect(total).toBe(made.covered.readings.length);
        expect(glucose / total).toBeCloseTo(mean(made.distribution) ?? Number.NaN, 9);
        for (const { dates } of cells) expect(dates).toBeLessThanOrEqual(Math.ceil(days / 7));
      }),
      { seed: 5, numRuns: 40 },
    );
  });
});
