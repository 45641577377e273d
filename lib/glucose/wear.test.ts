import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverPeriod } from "./coverage";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { datesFrom, freshAt, longAfter, stream, withGap } from "./testing/readings";
import { timelineOf } from "./timeline";
import { countWear, longestGaps, wornDays } from "./wear";

const PERIOD = datesFrom("2026-05-01", 4);

function wornOf(readings: readonly Egv[], freshness = longAfter, period = PERIOD) {
  const timeline = timelineOf(buildSeries(readings), freshness);
  const covered = coverPeriod(timeline, period);
  return { days: wornDays(covered, timeline), covered, cadenceMinutes: timeline.cadenceMinutes };
}

describe("the days of a period", () => {
  // Day 1 whole, day 2 without noon to evening (12 h left), day 3 nothing, day 4 only 10 h.
  const readings = withGap(
    [
      ...stream("2026-05-01T00:00:00Z", "2026-05-03T00:00:00Z", 120),
      ...stream("2026-05-04T00:00:00Z", "2026-05-04T10:00:00Z", 120),
    ],
    "2026-05-02T12:00:00Z",
    "2026-05-03T00:00:00Z",
  );

  it("carry their readings, their share and their hours", () => {
    expect(
      wornOf(readings).days.map(({ date, observed, expected, activePercent, hours }) => [
        date,
        observed,
        expected,
        Math.round(activePercent),
        hours,
      ]),
    ).toEqual([
      ["2026-05-01", 288, 288, 100, 24],
      ["2026-05-02", 144, 288, 50, 12],
      ["2026-05-03", 0, 288, 0, 0],
      ["2026-05-04", 120, 288, 42, 10],
    ]);
  });

  it("are counted by share and by hours, exactly ten hours included", () => {
    const { days, cadenceMinutes } = wornOf(readings);
    expect(countWear(days, cadenceMinutes)).toMatchObject({
      days: 4,
      daysWithReadings: 3,
      daysByPercent: 1,
      daysByHours: 3,
      observed: 552,
      expected: 1_152,
    });
  });

  it("of 25 hours expect 300 readings, of 23 hours 276", () => {
    const back = (at: number) => (at < Date.parse("2026-11-01T06:00:00Z") ? -240 : -300);
    const autumn = stream("2026-10-31T00:00:00Z", "2026-11-03T00:00:00Z", 120, { offset: back });
    expect(wornOf(autumn, longAfter, datesFrom("2026-11-01", 1)).days).toMatchObject([
      { expected: 300, observed: 300, activePercent: 100, hours: 25 },
    ]);
    const forth = (at: number) => (at < Date.parse("2026-03-08T07:00:00Z") ? -300 : -240);
    const spring = stream("2026-03-07T00:00:00Z", "2026-03-10T00:00:00Z", 120, { offset: forth });
    expect(wornOf(spring, longAfter, datesFrom("2026-03-08", 1)).days).toMatchObject([
      { expected: 276, observed: 276, activePercent: 100, hours: 23 },
    ]);
  });

  it("that have not been asked for expect nothing and are not worn", () => {
    const { days, cadenceMinutes } = wornOf(
      stream("2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z", 120),
      freshAt("2026-05-02T03:00:00Z"),
    );
    expect(days.map(({ expected }) => expected)).toEqual([288, 0, 0, 0]);
    expect(countWear(days, cadenceMinutes)).toMatchObject({ daysByPercent: 1, activePercent: 100 });
  });
});

it("all days together say what the coverage of the period says, whatever is missing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1_151), { maxLength: 400 }),
      fc.integer({ min: 1, max: 4 * 24 }),
      (missing, hours) => {
        const gone = new Set(missing);
        const readings = stream("2026-05-01T00:00:00Z", "2026-05-05T00:00:00Z", 120).filter(
          (_, i) => !gone.has(i),
        );
        const freshness = freshAt(Date.parse("2026-05-01T03:00:00Z") + hours * 3_600_000);
        const { days, covered, cadenceMinutes } = wornOf(readings, freshness);
        const wear = countWear(days, cadenceMinutes);
        expect(wear.activePercent).toBe(covered.coverage.activePercent);
        expect(wear.expected).toBe(covered.coverage.expected);
        expect(wear.observed).toBe(covered.coverage.observed);
        expect(wear.daysWithReadings).toBe(covered.coverage.daysWithReadings);
      },
    ),
    { seed: 20_260_501, numRuns: 60 },
  );
});

it("gaps come longest first, and a sensor started in one is said beside it", () => {
  const gap = (from: number, minutes: number) => ({
    from,
    to: from + minutes * 60_000,
    minutes,
    displayOffsetMinutes: 0,
  });
  const gaps = longestGaps([gap(0, 30), gap(10_000_000, 90), gap(20_000_000, 30)], [10_060_000, 1_800_000]);
  expect(gaps.map(({ from, sensorStarted }) => [from, sensorStarted])).toEqual([
    [10_000_000, true],
    [20_000_000, false],
    // A sensor that started at the very end of a gap did not start in it.
    [0, false],
  ]);
});
