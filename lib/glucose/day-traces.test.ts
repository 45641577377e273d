import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/clock";
import { dayTraces } from "./day-traces";
import type { Period } from "./period";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { datesFrom, egv, longAfter, stream, withGap } from "./testing/readings";
import { workingsOf } from "./workings";

const tracesOf = (readings: readonly Egv[], period: Period) =>
  dayTraces(workingsOf({ series: buildSeries(readings), period, freshness: longAfter }));

describe("a date laid over others", () => {
  it("is its readings one cadence apart from the minute at which they begin", () => {
    const [day] = tracesOf(
      stream("2026-03-03T06:02:00Z", "2026-03-03T06:17:00Z", 120),
      datesFrom("2026-03-03", 1),
    );
    expect(day).toMatchObject({
      date: "2026-03-03",
      weekday: 2,
      count: 3,
      lowest: 120,
      highest: 120,
      runs: [{ fromMinute: 362, values: [120, 120, 120] }],
    });
  });

  it("breaks its line at a gap and leaves a hole at a pause that is none", () => {
    const all = stream("2026-03-03T00:00:00Z", "2026-03-03T01:00:00Z", 100);
    const pause = tracesOf(
      withGap(all, "2026-03-03T00:05:00Z", "2026-03-03T00:10:00Z"),
      datesFrom("2026-03-03", 1),
    );
    expect(pause[0]?.runs.map(({ values }) => values.slice(0, 4))).toEqual([[100, null, 100, 100]]);
    const gap = tracesOf(
      withGap(all, "2026-03-03T00:05:00Z", "2026-03-03T00:15:00Z"),
      datesFrom("2026-03-03", 1),
    );
    expect(gap[0]?.runs.map(({ fromMinute, values }) => [fromMinute, values.length])).toEqual([
      [0, 1],
      [15, 9],
    ]);
  });

  it("lays the hour that comes twice over itself, and connects it with nothing", () => {
    // Chicago, 2026-11-01: at 07:00 UTC the clock goes from 02:00 back to 01:00.
    const offset = (at: number) => (at < Date.parse("2026-11-01T07:00:00Z") ? -300 : -360);
    const readings = stream("2026-11-01T05:00:00Z", "2026-11-02T06:00:00Z", 110, { offset });
    const [day] = tracesOf(readings, datesFrom("2026-11-01", 1));
    expect(day?.lengthMinutes).toBe(1_500);
    expect(day?.runs.map(({ fromMinute, values }) => [fromMinute, values.length])).toEqual([
      [0, 24],
      [60, 276],
    ]);
  });

  it("stands in its place without readings", () => {
    const [first, second] = tracesOf([egv("2026-03-04T12:00:00Z", 90)], datesFrom("2026-03-03", 2));
    expect(first).toMatchObject({ date: "2026-03-03", count: 0, lowest: null, highest: null, runs: [] });
    expect(second?.runs).toEqual([{ fromMinute: 720, values: [90] }]);
  });

  it("keeps every reading, none further than one cadence from its time", () => {
    const from = Date.parse("2026-03-03T00:00:00Z");
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 151, max: 1_500 }), { minLength: 30, maxLength: 120 }),
        (steps) => {
          let at = from;
          const readings = steps.map((seconds, i) => egv((at += seconds * 1_000), 60 + i));
          const days = tracesOf(readings, datesFrom("2026-03-03", 3));
          const { cadenceMinutes, covered } = workingsOf({
            series: buildSeries(readings),
            period: datesFrom("2026-03-03", 3),
            freshness: longAfter,
          });
          const placed = days.flatMap(({ runs }, day) =>
            runs.flatMap(({ fromMinute, values }) =>
              values.flatMap((value, i) =>
                value === null ? [] : [{ value, minute: day * 1_440 + fromMinute + i * cadenceMinutes }],
              ),
            ),
          );
          expect(placed.map(({ value }) => value)).toEqual([...covered.readings.value]);
          placed.forEach(({ minute }, i) => {
            const real = ((covered.readings.systemTime[i] ?? 0) - from) / MINUTE_MS;
            // The minute at which a run begins is written without its seconds.
            expect(Math.abs(minute - real)).toBeLessThan(cadenceMinutes + 1);
          });
        },
      ),
      { seed: 4021, numRuns: 60 },
    );
  });
});
