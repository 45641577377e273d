import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { coverPeriod } from "./coverage";
import type { Freshness } from "./figures";
import { type LocalDate, localDateOfEpochDay } from "./local-time";
import type { Period } from "./period";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { datesFrom, egv, freshAt, longAfter, stream, withGap } from "./testing/readings";
import { timelineOf } from "./timeline";

function coverage(readings: readonly Egv[], period: Period, freshness: Freshness = longAfter) {
  return coverPeriod(timelineOf(buildSeries(readings), freshness), period).coverage;
}

const twoWeeks = stream("2026-03-01T00:00:00Z", "2026-03-15T00:00:00Z", 120);

describe("coverage of a period", () => {
  it("is 100 % of 4,032 readings in 14 whole days", () => {
    expect(coverage(twoWeeks, datesFrom("2026-03-01", 14))).toMatchObject({
      cadenceMinutes: 5,
      observed: 4_032,
      expected: 4_032,
      activePercent: 100,
      activePercentOfWornSpan: 100,
      daysWithReadings: 14,
      hoursOfReadings: 336,
      gaps: [],
    });
  });

  it("expects what the sensor's own cadence gives", () => {
    const libre = stream("2026-03-01T00:00:00Z", "2026-03-15T00:00:00Z", 120, { everyMinutes: 15 });
    expect(coverage(libre, datesFrom("2026-03-01", 14))).toMatchObject({
      cadenceMinutes: 15,
      expected: 1_344,
      activePercent: 100,
    });
  });

  it("counts the days before the first reading, of the worn span only where it says so", () => {
    const half = coverage(twoWeeks.slice(2_016), datesFrom("2026-03-01", 14));
    expect(half).toMatchObject({
      observed: 2_016,
      expected: 4_032,
      activePercent: 50,
      activePercentOfWornSpan: 100,
    });
    expect(half.daysWithReadings).toBe(7);
    expect(half.gaps).toEqual([
      {
        from: Date.parse("2026-03-01T00:00:00Z"),
        to: Date.parse("2026-03-08T00:00:00Z"),
        minutes: 10_080,
        displayOffsetMinutes: 0,
      },
    ]);
  });

  it("expects nothing after checkedThrough, and lists no gap there", () => {
    const readings = stream("2026-03-01T00:00:00Z", "2026-03-14T18:00:00Z", 120);
    const freshness = freshAt("2026-03-14T21:00:00Z");
    expect(coverage(readings, datesFrom("2026-03-01", 14), freshness)).toMatchObject({
      expected: 13 * 288 + 216,
      activePercent: 100,
      gaps: [],
    });
    const notAskedForSince = { ...freshness, checkedThrough: Date.parse("2026-03-14T12:00:00Z") };
    expect(coverage(readings, datesFrom("2026-03-01", 14), notAskedForSince)).toMatchObject({
      expected: 13 * 288 + 144,
      observed: 13 * 288 + 145,
      activePercent: 100,
      gaps: [],
    });
  });

  it("expects only the part between oldest and newest reading while the first import runs", () => {
    const freshness = freshAt("2026-03-15T03:00:00Z", { checkedThrough: null, dataThrough: null });
    expect(coverage(twoWeeks.slice(2_016), datesFrom("2026-03-01", 14), freshness)).toMatchObject({
      expected: 2_015,
      activePercent: 100,
      daysWithReadings: 7,
      gaps: [],
    });
  });

  it("is 0 without readings, not an error", () => {
    expect(coverage([], datesFrom("2026-03-01", 14))).toEqual({
      cadenceMinutes: null,
      observed: 0,
      expected: 4_032,
      activePercent: 0,
      activePercentOfWornSpan: 0,
      daysWithReadings: 0,
      hoursOfReadings: 0,
      gaps: [
        {
          from: Date.parse("2026-03-01T00:00:00Z"),
          to: Date.parse("2026-03-15T00:00:00Z"),
          minutes: 20_160,
          displayOffsetMinutes: 0,
        },
      ],
      lowSentinels: 0,
      highSentinels: 0,
      implausible: 0,
      excluded: 0,
    });
  });

  it("counts two overlapping sensors once", () => {
    const one = stream("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", 120, { transmitterId: "one" });
    const other = stream("2026-03-01T00:02:00Z", "2026-03-02T00:00:00Z", 130, { transmitterId: "two" });
    expect(coverage([...one, ...other], datesFrom("2026-03-01", 1))).toMatchObject({
      observed: 288,
      activePercent: 100,
    });
  });

  it("counts readings once that are less than half a cadence apart, as at a hand-over", () => {
    const start = Date.parse("2026-03-01T00:00:00Z");
    const apart = (ms: number) => [
      ...stream(start, start + 3_600_000, 120, { transmitterId: "one" }),
      ...stream(start + 3_300_000 + ms, start + 7_200_000, 120, { transmitterId: "two" }),
    ];
    expect(coverage(apart(149_999), datesFrom("2026-03-01", 1)).observed).toBe(12 + 12);
    expect(coverage(apart(150_000), datesFrom("2026-03-01", 1)).observed).toBe(12 + 13);
  });

  it("counts sentinels, and implausible values apart from all else", () => {
    const readings = [
      ...stream("2026-03-01T00:00:00Z", "2026-03-01T23:40:00Z", 120),
      egv("2026-03-01T23:40:00Z", 39, { status: "low" }),
      egv("2026-03-01T23:45:00Z", 401, { status: "high" }),
      egv("2026-03-01T23:50:00Z", 1.8),
      egv("2026-03-01T23:55:00Z", 601),
    ];
    expect(coverage(readings, datesFrom("2026-03-01", 1))).toMatchObject({
      observed: 286,
      lowSentinels: 1,
      highSentinels: 1,
      implausible: 2,
    });
  });

  it("keeps 20 and 600 and what lies between", () => {
    const readings = [20, 600, 19.99, 600.01].map((value, i) =>
      egv(Date.parse("2026-03-01T00:00:00Z") + i * 300_000, value),
    );
    expect(coverage(readings, datesFrom("2026-03-01", 1))).toMatchObject({ observed: 2, implausible: 2 });
  });
});

describe("where the clock changed", () => {
  const worn = (from: string, change: string, before: number, after: number) =>
    stream(Date.parse(`${from}T00:00:00Z`) - DAY_MS, Date.parse(`${from}T00:00:00Z`) + 16 * DAY_MS, 120, {
      offset: (at) => (at < Date.parse(change) ? before : after),
    });

  it.each<[string, LocalDate, string, number, number, number]>([
    ["New York in autumn", "2026-10-25", "2026-11-01T06:00:00Z", -240, -300, 4_044],
    ["New York in spring", "2026-03-01", "2026-03-08T07:00:00Z", -300, -240, 4_020],
    ["Lord Howe in autumn", "2026-04-01", "2026-04-04T15:00:00Z", 660, 630, 4_038],
    ["Lord Howe in spring", "2026-10-01", "2026-10-03T15:30:00Z", 630, 660, 4_026],
    ["Kathmandu", "2026-04-01", "2000-01-01T00:00:00Z", 345, 345, 4_032],
    ["Kathmandu to New York", "2026-04-01", "2026-04-05T10:10:00Z", 345, -240, 4_149],
    ["over the date line", "2026-04-01", "2026-04-05T10:10:00Z", 840, -600, 4_320],
  ])("%s: 14 dates worn throughout are exactly 100 %%", (_, from, change, before, after, expected) => {
    const covered = coverage(worn(from, change, before, after), datesFrom(from, 14));
    expect(covered).toMatchObject({
      expected,
      observed: expected,
      activePercent: 100,
      daysWithReadings: 14,
      gaps: [],
    });
  });

  it("a gap over the change is as long as it really was", () => {
    const readings = withGap(
      worn("2026-10-25", "2026-11-01T06:00:00Z", -240, -300),
      "2026-11-01T04:00:00Z",
      "2026-11-01T09:00:00Z",
    );
    expect(coverage(readings, datesFrom("2026-10-25", 14)).gaps.map(({ minutes }) => minutes)).toEqual([305]);
  });

  it("no pattern of offsets, losses and doubled sensors makes more than 100 %", () => {
    const pattern = fc.record({
      changes: fc.array(
        fc.record({
          hour: fc.integer({ min: 0, max: 96 }),
          offset: fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15),
        }),
        { maxLength: 4 },
      ),
      phaseSeconds: fc.integer({ min: 0, max: 299 }),
      lostEvery: fc.integer({ min: 2, max: 40 }),
      secondSensorShift: fc.constantFrom(null, 40, 100, 149, 151),
      days: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(pattern, ({ changes, phaseSeconds, lostEvery, secondSensorShift, days }) => {
        const start = Date.parse("2026-06-01T00:00:00Z");
        const offset = (at: number) =>
          changes.findLast(({ hour }) => at >= start + hour * 3_600_000)?.offset ?? 0;
        changes.sort((a, b) => a.hour - b.hour);
        const readings = stream(start + phaseSeconds * 1_000, start + 4 * DAY_MS, 120, {
          offset,
          transmitterId: "a",
        });
        const kept = readings.filter((__, i) => i % lostEvery !== 1);
        const second =
          secondSensorShift === null
            ? []
            : kept.map((one) => ({
                ...one,
                systemTime: one.systemTime + secondSensorShift * 1_000,
                transmitterId: "b",
                transmitterTicks: (one.transmitterTicks ?? 0) + 7,
              }));
        for (let first = -1; first < 5; first += 1) {
          const from = localDateOfEpochDay(start / DAY_MS + first);
          const { activePercent, activePercentOfWornSpan, observed, daysWithReadings } = coverage(
            [...kept, ...second],
            datesFrom(from, days),
          );
          expect(activePercent).toBeLessThanOrEqual(100);
          expect(activePercentOfWornSpan).toBeLessThanOrEqual(100);
          expect(daysWithReadings).toBeLessThanOrEqual(days);
          expect(observed).toBeLessThanOrEqual(readings.length + second.length);
        }
      }),
      { seed: 9, numRuns: 120 },
    );
  });
});

describe("jitter", () => {
  it("of the device's clock does not lose readings", () => {
    const jittered = twoWeeks.map((one, i) => ({
      ...one,
      systemTime: one.systemTime + ((i * 7) % 11) * 1_000,
    }));
    expect(coverage(jittered, datesFrom("2026-03-01", 14))).toMatchObject({
      observed: 4_032,
      activePercent: 100,
    });
  });

  it("of a sensor whose five minutes are 301 seconds is not called a gap", () => {
    const slow = Array.from({ length: 2_000 }, (_, i) =>
      egv(Date.parse("2026-03-01T00:00:00Z") + i * 301_000, 120),
    );
    const covered = coverage(slow, datesFrom("2026-03-01", 6));
    expect(covered.gaps).toEqual([]);
    expect(covered.activePercent).toBeGreaterThan(99.6);
    expect(covered.expected - covered.observed).toBeLessThanOrEqual((6 * 1_440 * MINUTE_MS) / 300_000 / 300);
  });
});
