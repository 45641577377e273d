import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { episodesOf } from "../episodes";
import type { Period } from "../period";
import type { Egv } from "../reading";
import { buildSeries } from "../series";
import { datesFrom, egv, longAfter, stream, withGap } from "../testing/readings";
import { workingsOf } from "../workings";
import {
  CENTRE_MG_DL,
  DAY_COLUMN_COUNT,
  DAY_COLUMNS,
  type DayStatistics,
  dayStatisticsOf,
  EPISODE_LISTS,
  EPISODE_SIDES,
} from "./day-statistics";

const monday = Date.parse("2026-03-02T00:00:00Z");
const daysOf = (readings: readonly Egv[], period: Period): DayStatistics => {
  const workings = workingsOf({ series: buildSeries(readings), period, freshness: longAfter });
  return dayStatisticsOf({ ...workings, episodes: episodesOf(workings.grid, workings.bounds) });
};
const column = ({ days, rows }: DayStatistics, at: number) =>
  Array.from({ length: days }, (_, day) => rows[day * DAY_COLUMN_COUNT + at]);
const hypoLevel1 = DAY_COLUMNS.episodes;
const hyperLevel1 = DAY_COLUMNS.episodes + EPISODE_LISTS.length;

describe("the statistics of a day", () => {
  it("are counts and sums around the centre", () => {
    // 144 readings of 60 and 144 of 190: deviations −90 and 40, so Σ = −7,200 and Σ² = 144 · (8,100 + 1,600).
    const days = daysOf(
      stream(monday, monday + DAY_MS, (at) => (at < monday + DAY_MS / 2 ? 60 : 190)),
      datesFrom("2026-03-02", 1),
    );
    expect(CENTRE_MG_DL).toBe(150);
    expect(days.days).toBe(1);
    expect([...days.rows.subarray(0, 3)]).toEqual([288, -7_200, 1_396_800]);
    expect([...days.rows.subarray(DAY_COLUMNS.bands, DAY_COLUMNS.episodes)]).toEqual([0, 144, 0, 144, 0]);
    // The grid's first slot is one step after midnight: 287 slots of 5 min.
    expect(column(days, DAY_COLUMNS.recordedMinutes)).toEqual([1_435]);
    expect([column(days, hypoLevel1), column(days, hyperLevel1)]).toEqual([[1], [1]]);
  });

  it("give a date without readings no row", () => {
    const days = daysOf(
      withGap(stream(monday, monday + 4 * DAY_MS, 120), "2026-03-03T00:00:00Z", "2026-03-05T00:00:00Z"),
      datesFrom("2026-02-28", 10),
    );
    expect(days.days).toBe(2);
    expect(days.firstDay).toBe(monday / DAY_MS);
    expect(column(days, DAY_COLUMNS.readings)).toEqual([288, 288]);
  });

  it("of nothing are no rows", () => {
    expect(daysOf([], datesFrom("2026-03-02", 14))).toMatchObject({ days: 0, rows: new Float64Array(0) });
  });

  it("count an episode on the date on which it starts, whenever it ends", () => {
    const low = { from: Date.parse("2026-03-02T23:45:00Z"), to: Date.parse("2026-03-03T01:00:00Z") };
    const days = daysOf(
      stream(monday, monday + 2 * DAY_MS, (at) => (at >= low.from && at < low.to ? 60 : 120)),
      datesFrom("2026-03-02", 2),
    );
    expect(column(days, hypoLevel1)).toEqual([1, 0]);
  });

  it("count an episode from midnight on for the new date, also away from UTC", () => {
    const from = Date.parse("2026-03-02T18:15:00Z");
    const days = daysOf(
      stream(from - DAY_MS, from + DAY_MS, (at) => (at >= from && at < from + 30 * MINUTE_MS ? 60 : 120), {
        offset: 345,
      }),
      datesFrom("2026-03-02", 2),
    );
    expect(column(days, hypoLevel1)).toEqual([0, 1]);
  });

  it("give a day of 25 hours its 300 readings", () => {
    // Clocks go back from UTC+2 to UTC+1 at 01:00 UTC of October 25.
    const back = Date.parse("2026-10-25T01:00:00Z");
    const days = daysOf(
      stream("2026-10-23T22:00:00Z", "2026-10-26T23:00:00Z", 120, { offset: (at) => (at < back ? 120 : 60) }),
      datesFrom("2026-10-24", 3),
    );
    expect(column(days, DAY_COLUMNS.readings)).toEqual([288, 300, 288]);
    expect(column(days, DAY_COLUMNS.recordedMinutes)).toEqual([1_435, 1_500, 1_440]);
  });
});

it("every reading, slot and episode is in exactly one row, whatever the gaps and clocks", () => {
  const reading = fc.record({
    minute: fc.integer({ min: 0, max: 6 * 1_440 }),
    value: fc.integer({ min: 40, max: 400 }),
    run: fc.integer({ min: 1, max: 60 }),
  });
  const shape = fc.record({
    runs: fc.array(reading, { minLength: 1, maxLength: 20 }),
    offsets: fc.tuple(fc.constantFrom(-600, 0, 345), fc.constantFrom(-660, 60, 840)),
  });
  fc.assert(
    fc.property(shape, ({ runs, offsets }) => {
      const readings = runs.flatMap(({ minute, value, run }) =>
        Array.from({ length: run }, (_, i) => {
          const at = monday + (minute + 5 * i) * MINUTE_MS;
          return egv(at, value, { offset: at < monday + 3 * DAY_MS ? offsets[0] : offsets[1] });
        }),
      );
      const period = datesFrom("2026-03-01", 10);
      const workings = workingsOf({ series: buildSeries(readings), period, freshness: longAfter });
      const episodes = episodesOf(workings.grid, workings.bounds);
      const days = dayStatisticsOf({ ...workings, episodes });
      const total = (at: number) => column(days, at).reduce((sum: number, one) => sum + (one ?? 0), 0);
      expect(days.days).toBe(workings.covered.coverage.daysWithReadings);
      expect(total(DAY_COLUMNS.readings)).toBe(workings.distribution.total);
      expect(total(DAY_COLUMNS.recordedMinutes)).toBeCloseTo(episodes.recordedDays * 1_440, 6);
      const counts = EPISODE_SIDES.flatMap((side) => EPISODE_LISTS.map((list) => episodes[side][list].count));
      expect(counts.map((_, i) => total(DAY_COLUMNS.episodes + i))).toEqual(counts);
    }),
    { seed: 11, numRuns: 200 },
  );
});
