import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { MINUTE_MS } from "@/lib/clock";
import { type GlucoseGrid, gridOf, gridStepMinutes } from "./grid";
import { dailyMoments } from "./grid-days";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { oracle, peopleOf } from "./testing/people";
import { egv, stream } from "./testing/readings";

const MIDNIGHT = "2026-03-01T00:00:00Z";

function layOut(readings: readonly Egv[], stepMinutes?: number): GlucoseGrid {
  const series = buildSeries(readings);
  const grid = stepMinutes === undefined ? gridOf(series) : gridOf(series, stepMinutes);
  if (grid === null) throw new Error("There are readings, so there is a grid");
  return grid;
}

/** Readings at these minutes after midnight, as they are: nothing is ordered or merged. */
function columns(...readings: readonly (readonly [minutes: number, value: number])[]) {
  return {
    length: readings.length,
    systemTime: Float64Array.from(readings, ([minutes]) => Date.parse(MIDNIGHT) + minutes * MINUTE_MS),
    displayOffsetMinutes: new Int16Array(readings.length),
    value: Float64Array.from(readings, ([, value]) => value),
  };
}

const slotAt = ({ start, stepMinutes }: GlucoseGrid, time: string) =>
  (Date.parse(time) - start) / (stepMinutes * MINUTE_MS);
const wallAt = (grid: GlucoseGrid, time: string) => grid.wallSlots?.[slotAt(grid, time)];

const daysOf = (grid: GlucoseGrid) => dailyMoments(grid).means.length;

describe("a slot", () => {
  it("stands at the end of its step: the first is 00:05, the last of a day the next midnight", () => {
    const minutes = (at: number) => (at - Date.parse(MIDNIGHT)) / MINUTE_MS / 5;
    const grid = layOut(stream("2026-03-01T00:05:00Z", "2026-03-02T00:05:00Z", minutes));
    expect(grid).toMatchObject({ stepMinutes: 5, slotsPerDay: 288, present: 288, wallSlots: null });
    expect(grid.start).toBe(Date.parse("2026-03-01T00:05:00Z"));
    expect([...grid.values]).toEqual(Array.from({ length: 288 }, (_, i) => i + 1));
  });

  it("at midnight belongs to the day before, one step later to the next", () => {
    const untilMidnight = stream("2026-03-01T23:00:00Z", "2026-03-02T00:05:00Z", 120);
    expect(daysOf(layOut(untilMidnight))).toBe(1);
    expect(daysOf(layOut([...untilMidnight, egv("2026-03-02T00:05:00Z", 120)]))).toBe(2);
  });

  it("does not exist for a reading at exactly 00:00 of the first day", () => {
    const grid = layOut(
      stream(MIDNIGHT, "2026-03-01T00:20:00Z", (at) => (at === Date.parse(MIDNIGHT) ? 300 : 100)),
    );
    expect([...grid.values]).toEqual([100, 100, 100]);
    expect(layOut([egv(MIDNIGHT, 120)])).toMatchObject({ values: new Float64Array(0), present: 0 });
  });

  it("counts from the midnight of the person's own clock, in half-hour zones too", () => {
    // 10:00 in Kathmandu (+05:45) is 04:15 UTC; its day began at 18:15 UTC.
    const grid = layOut(stream("2026-03-01T04:15:00Z", "2026-03-01T05:15:00Z", 120, { offset: 345 }));
    expect(grid.start).toBe(Date.parse("2026-02-28T18:20:00Z"));
    expect(slotAt(grid, "2026-03-01T04:15:00Z")).toBe(119);
    expect(grid.present).toBe(12);
  });
});

describe("the value of a slot", () => {
  it("is that of a reading at its time, else lies on the line between its neighbours", () => {
    // 5 mg/dL a minute from 00:02 on: 115 at 00:05, 140 at 00:10.
    const grid = gridOf(columns([2, 100], [12, 150]), 5);
    expect([...(grid?.values ?? [])]).toEqual([115, 140]);
  });

  it("bridges a gap of 45 min, and nothing longer", () => {
    const bridged = gridOf(columns([5, 100], [50, 190]), 5);
    expect([...(bridged?.values ?? [])]).toEqual([100, 110, 120, 130, 140, 150, 160, 170, 180, 190]);
    const open = gridOf(columns([5, 100], [51, 190], [55, 200]), 5);
    expect([...(open?.values ?? [])]).toEqual([100, ...Array<number>(9).fill(Number.NaN), 200]);
    expect(open?.present).toBe(2);
  });

  it("is never carried on beyond the first or the last reading", () => {
    const grid = gridOf(columns([11, 100], [14, 130]), 1);
    expect([...(grid?.values ?? [])]).toEqual([...Array<number>(10).fill(Number.NaN), 100, 110, 120, 130]);
    expect(layOut([egv("2026-03-01T10:02:00Z", 120)])).toMatchObject({ stepMinutes: 5, present: 0 });
  });

  it("is the last of readings with one timestamp, for the line after it too", () => {
    const grid = gridOf(columns([5, 100], [5, 300], [5, 200], [15, 100]), 5);
    expect([...(grid?.values ?? [])]).toEqual([200, 150, 100]);
  });

  it("does not depend on the order in which readings came", () => {
    const readings = stream(MIDNIGHT, "2026-03-01T02:00:00Z", (at) => 100 + ((at / MINUTE_MS) % 37), {
      everyMinutes: 7,
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), (shuffled) => {
        expect(layOut(shuffled)).toEqual(layOut(readings));
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("stays between the lowest and the highest reading, and `present` counts those there are", () => {
    const reading = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 40, max: 400 }));
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 60 }), (steps) => {
        let minutes = 0;
        const readings = steps.map(([step, value]) => {
          minutes += step;
          return [minutes, value] as const;
        });
        const grid = gridOf(columns(...readings));
        const values = [...(grid?.values ?? [])].filter((value) => !Number.isNaN(value));
        const all = readings.map(([, value]) => value);
        expect(values.length).toBe(grid?.present);
        expect(values.every((value) => value >= Math.min(...all) && value <= Math.max(...all))).toBe(true);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("needs a reading", () => {
    expect(gridOf(buildSeries([]))).toBeNull();
  });
});

describe("the step", () => {
  const stepOf = (...steps: number[]) => {
    let minutes = 0;
    const after = steps.map((step) => [(minutes += step), 100] as const);
    return gridStepMinutes(columns([0, 100], ...after));
  };

  it("is the median of the steps above 0", () => {
    expect(stepOf(5, 5, 5, 300, 1)).toBe(5);
    expect(stepOf(0, 0, 0, 15, 0)).toBe(15);
  });

  it.each([
    [7, 5],
    [9, 9],
    [11, 10],
    [13, 15],
    [25, 20],
    [30, 30],
    [61, 20],
  ])("of %d min becomes %d min, so that it divides a day", (median, step) => {
    expect(stepOf(median, median, median)).toBe(step);
  });

  it("rounds halves to even and is never below a minute", () => {
    expect(stepOf(2.5)).toBe(2);
    expect(stepOf(3.5)).toBe(4);
    expect(stepOf(4.5)).toBe(4);
    expect(stepOf(0.25)).toBe(1);
  });

  it("is the mean of the middle two where their number is even", () => {
    // (5 + 6) / 2 = 5.5, to even 6. (4.2 + 4.6) / 2 = 4.4. (1 + 4) / 2 = 2.5, to even 2. (4.6 + 7) / 2 = 5.8.
    expect(stepOf(4, 6, 5, 12)).toBe(6);
    expect(stepOf(4.2, 4.6)).toBe(4);
    expect(stepOf(4, 1)).toBe(2);
    expect(stepOf(7, 4.6)).toBe(6);
  });

  it("is unknown below two readings at different times", () => {
    expect(stepOf()).toBeNull();
    expect(stepOf(0, 0)).toBeNull();
  });
});

describe("where the wall clock changes", () => {
  const newYork = (change: string, from: number, to: number) => (at: number) =>
    at < Date.parse(change) ? from : to;

  it("an hour that comes twice has its slots twice, and midnight ends the day", () => {
    const offset = newYork("2026-11-01T06:00:00Z", -240, -300);
    const grid = layOut(stream("2026-11-01T04:05:00Z", "2026-11-03T05:05:00Z", 120, { offset }));
    expect(grid).toMatchObject({ present: 25 * 12 + 24 * 12, slotsPerDay: 288 });
    // 01:55 is slot 22, both times; 02:00 comes right after the second.
    expect(wallAt(grid, "2026-11-01T05:55:00Z")).toBe(22);
    expect(wallAt(grid, "2026-11-01T06:00:00Z")).toBe(11);
    expect(wallAt(grid, "2026-11-01T06:55:00Z")).toBe(22);
    expect(wallAt(grid, "2026-11-02T05:00:00Z")).toBe(287);
    expect(wallAt(grid, "2026-11-03T05:00:00Z")).toBe(575);
  });

  it("an hour that never came has no slots", () => {
    const offset = newYork("2026-03-08T07:00:00Z", -300, -240);
    const grid = layOut(stream("2026-03-08T05:05:00Z", "2026-03-09T04:05:00Z", 120, { offset }));
    expect(grid).toMatchObject({ present: 23 * 12 });
    // From 01:55 to 03:00, slot 35.
    expect(wallAt(grid, "2026-03-08T06:55:00Z")).toBe(22);
    expect(wallAt(grid, "2026-03-08T07:00:00Z")).toBe(35);
    expect(wallAt(grid, "2026-03-09T04:00:00Z")).toBe(287);
  });

  it("half an hour, as on Lord Howe Island, moves six slots", () => {
    const offset = newYork("2026-04-04T15:00:00Z", 660, 630);
    const grid = layOut(stream("2026-04-04T13:05:00Z", "2026-04-05T13:35:00Z", 120, { offset }));
    expect(grid).toMatchObject({ present: 24.5 * 12 });
    expect(wallAt(grid, "2026-04-04T14:55:00Z")).toBe(22);
    expect(wallAt(grid, "2026-04-04T15:00:00Z")).toBe(17);
    expect(wallAt(grid, "2026-04-05T13:30:00Z")).toBe(287);
  });

  it("a flight moves the clock and not the time between readings", () => {
    // From Paris (+1) to Los Angeles (−8) in the evening: nine hours back, 108 slots.
    const offset = newYork("2026-01-10T20:00:00Z", 60, -480);
    const grid = layOut(stream("2026-01-10T08:00:00Z", "2026-01-11T08:00:00Z", 120, { offset }));
    expect(grid).toMatchObject({ present: 288 });
    expect(wallAt(grid, "2026-01-10T19:55:00Z")).toBe(250);
    expect(wallAt(grid, "2026-01-10T20:00:00Z")).toBe(251 - 108);
  });

  it("a flight westwards can lead back into the day before the first", () => {
    const offset = newYork("2026-01-10T03:00:00Z", 0, -360);
    const grid = layOut(stream("2026-01-10T01:00:00Z", "2026-01-10T05:00:00Z", 120, { offset }));
    // 03:00 UTC is slot 35 of the first day; 21:00 the evening before stands 37 slots before its slot 0.
    expect(wallAt(grid, "2026-01-10T03:00:00Z")).toBe(35 - 72);
  });
});

const Grids = z.object({
  subjects: z.record(
    z.string(),
    z.object({ grid: z.object({ dt0: z.number(), nonMissing: z.number(), sum: z.number() }) }),
  ),
});

describe.each(["iglu-example5", "hall2018-19", "hupa-ucm", "t1d-uom-messy"])("%s", (dataset) => {
  // The other two of t1d-uom-messy carry copies of readings that the product drops and the reference keeps.
  const people = [...peopleOf(dataset)].filter(([who]) => !["uom-2305", "uom-2401"].includes(who));
  const { subjects } = Grids.parse(oracle(`independent-${dataset}`));

  it.each(people)(
    "%s: step, filled slots and their sum are those of an independent calculation",
    (who, readings) => {
      const grid = layOut(readings);
      const theirs = subjects[who]?.grid;
      const sum = grid.values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
      expect({ dt0: grid.stepMinutes, nonMissing: grid.present }).toEqual({
        dt0: theirs?.dt0,
        nonMissing: theirs?.nonMissing,
      });
      expect(Math.abs(sum / (theirs?.sum ?? Number.NaN) - 1)).toBeLessThanOrEqual(1e-12);
    },
  );
});
