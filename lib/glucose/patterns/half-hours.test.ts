import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { epochDay } from "../local-time";
import { boundsInMgDl } from "../range-sets";
import { RANGE_BOUNDS } from "../ranges";
import { buildSeries } from "../series";
import { egv, stream } from "../testing/readings";
import { datesOf, episodeMsBefore, halfHoursOf, isCovered, meanOfSlots, meansByDate } from "./half-hours";
import { at, columnsOf, daysOf, without } from "./people.test-support";

describe("readings by date and half hour", () => {
  it("fall into the half hour that their own clock shows, bounds included in target", () => {
    const readings = [
      egv(at(0, "00:29"), 70),
      egv(at(0, "00:30"), 180),
      egv(at(1, "23:59"), 181),
      egv(at(1, "12:00"), 69),
    ];
    const { count, sum, inTarget } = columnsOf(readings, 2);
    expect([count[0], count[1], count[48 + 24], count[48 + 47]]).toEqual([1, 1, 1, 1]);
    expect([sum[0], sum[1], sum[48 + 24], sum[48 + 47]]).toEqual([70, 180, 69, 181]);
    expect([inTarget[0], inTarget[1], inTarget[48 + 24], inTarget[48 + 47]]).toEqual([1, 1, 0, 0]);
  });

  it("are in target by the bounds of the unit that the source speaks", () => {
    // 3.9 and 10.0 mmol/L are 70.26 and 180.16 mg/dL: 70 is below them, 180.1 is not above.
    const series = buildSeries([
      egv(at(0, "00:00"), 70),
      egv(at(0, "00:05"), 180.1),
      egv(at(0, "00:10"), 180.2),
    ]);
    const inTarget = (bounds: { low1: number; high1: number }) =>
      halfHoursOf(series, { firstDay: epochDay("2026-03-02"), days: 1, cadenceMinutes: 5, bounds })
        .inTarget[0];
    expect(inTarget(RANGE_BOUNDS["mg/dL"])).toBe(1);
    expect(inTarget(boundsInMgDl("mmol/L"))).toBe(1);
    expect(inTarget({ low1: 70, high1: 180.2 })).toBe(3);
  });

  it("that go back over a half hour by a change of the clock are added to it", () => {
    const twice = [
      egv(at(0, "01:50"), 100),
      egv(at(0, "02:10"), 110),
      egv(at(0, "02:40"), 120, { offset: -60 }),
    ];
    const { count, sum } = columnsOf(twice, 1);
    expect([count[3], count[4]]).toEqual([2, 1]);
    expect([sum[3], sum[4]]).toEqual([220, 110]);
  });

  it("are left out on dates beyond the period", () => {
    const readings = [egv(at(-1, "23:59"), 90), egv(at(0, "00:00"), 100), egv(at(1, "00:00"), 110)];
    expect(columnsOf(readings, 1).count.reduce((n, count) => n + count)).toBe(1);
  });

  it("share the repeated hour of a 25-hour date, which does not make up for an empty one", () => {
    // At 01:00 UTC the clock goes from UTC+2 back to UTC+1, so 02:00 to 03:00 comes twice; 04:00 to 05:00 is empty.
    const changes = Date.parse("2026-10-25T01:00:00Z");
    const readings = stream("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 100, {
      offset: (instant) => (instant < changes ? 120 : 60),
    }).filter(({ systemTime, displayOffsetMinutes }) => {
      const hour = new Date(systemTime + displayOffsetMinutes * MINUTE_MS).getUTCHours();
      return hour !== 4;
    });
    const columns = columnsOf(readings, 1, "2026-10-25");
    expect([columns.count[3], columns.count[4], columns.count[5], columns.count[8]]).toEqual([6, 12, 12, 0]);
    expect(columns.coveredMinutesBefore[48]).toBe(23 * 60);
  });

  it("sum up to all readings of the period, wherever they lie", () => {
    const instant = fc.integer({ min: at(-2, "00:00"), max: at(5, "00:00") });
    const reading = fc.tuple(instant, fc.integer({ min: -840, max: 840 }), fc.integer({ min: 39, max: 401 }));
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 60 }), (all) => {
        const series = buildSeries(all.map(([time, offset, value]) => egv(time, value, { offset })));
        const { count, sum } = halfHoursOf(series, {
          firstDay: epochDay("2026-03-02"),
          days: 3,
          cadenceMinutes: 5,
          bounds: RANGE_BOUNDS["mg/dL"],
        });
        const within = Array.from(series.systemTime.keys()).filter((i) => {
          const local = (series.systemTime[i] ?? 0) + (series.displayOffsetMinutes[i] ?? 0) * MINUTE_MS;
          return local >= at(0, "00:00") && local < at(3, "00:00");
        });
        expect(count.reduce((n, one) => n + one)).toBe(within.length);
        expect(sum.reduce((n, one) => n + one)).toBe(within.reduce((n, i) => n + (series.value[i] ?? 0), 0));
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe("enough readings", () => {
  it("are 70 %, not one fewer", () => {
    // 00:00 to 05:00 holds 60 readings, of which 42 are 70 %: 12:00 less 90 minutes.
    const day = daysOf(1, () => 100);
    expect(isCovered(columnsOf(without(day, 0, "01:00", "02:30"), 1), 0, 10)).toBe(true);
    expect(isCovered(columnsOf(without(day, 0, "01:00", "02:35"), 1), 0, 10)).toBe(false);
  });

  it("are never there beyond the period", () => {
    const columns = columnsOf(
      daysOf(1, () => 100),
      1,
    );
    expect(isCovered(columns, -1, 10)).toBe(false);
    expect(isCovered(columns, 40, 49)).toBe(false);
    expect(isCovered(columns, 40, 48)).toBe(true);
  });
});

describe("means", () => {
  it("are of the readings in the stretch, NaN without enough of them", () => {
    const columns = columnsOf(
      without(
        daysOf(2, (day, minute) => 100 + day + minute / 60),
        1,
        "00:00",
        "00:20",
      ),
      2,
    );
    // Twelve readings at 100 + 0, 5, … 55 minutes / 60: 100 + 27.5 / 60.
    expect(meanOfSlots(columns, 0, 2)).toBeCloseTo(100 + 27.5 / 60, 12);
    const [first, second] = meansByDate(columns, 0, 2);
    expect(first).toBeCloseTo(100 + 27.5 / 60, 12);
    expect(second).toBeNaN();
  });
});

describe("episodes by half hour", () => {
  it("are shared out over the half hours they reach, and cut at the period's edges", () => {
    const episodes = {
      length: 2,
      startMs: Float64Array.of(-10 * MINUTE_MS, 100 * MINUTE_MS),
      endMs: Float64Array.of(10 * MINUTE_MS, 160 * MINUTE_MS),
    };
    // 10, 0, 0, 20, 30, 10 minutes of the first six half hours, summed up.
    const minutes = Array.from(episodeMsBefore(episodes, 1), (ms) => ms / MINUTE_MS);
    expect(minutes.slice(0, 8)).toEqual([0, 10, 10, 10, 30, 60, 70, 70]);
    const late = {
      length: 1,
      startMs: Float64Array.of(23.75 * HOUR_MS),
      endMs: Float64Array.of(30 * HOUR_MS),
    };
    const before = episodeMsBefore(late, 1);
    expect([before.length, before[47], before[48]]).toEqual([49, 0, 15 * MINUTE_MS]);
  });
});

describe("dates by number", () => {
  it("count from the first of the period and end with its last", () => {
    const columns = columnsOf([], 3, "2026-02-27");
    expect(columns.dates).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
    expect(datesOf(columns, [0, 2, 3])).toEqual(["2026-02-27", "2026-03-01"]);
  });
});
