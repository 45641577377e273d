import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { dayChart } from "./day";
import type { LocalDate } from "./local-time";
import { RANGE_SETS } from "./range-sets";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { summarize } from "./summary";
import { datesFrom, egv, freshAt, longAfter, stream, twelfths, withGap } from "./testing/readings";

const chart = (readings: readonly Egv[], date: LocalDate, freshness = longAfter) =>
  dayChart({ series: buildSeries(readings), date, freshness });
const threeDays = stream("2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z", 120);
const marks = (day: ReturnType<typeof chart>) =>
  day.hours.map(({ elapsedMinutes, minuteOfDay }) => [elapsedMinutes, minuteOfDay]);

describe("an ordinary day", () => {
  const day = chart(threeDays, "2026-03-02");

  it("runs from midnight to midnight with every reading at its minute", () => {
    expect([day.start, day.end, day.lengthMinutes]).toEqual([
      Date.parse("2026-03-02T00:00:00Z"),
      Date.parse("2026-03-03T00:00:00Z"),
      1_440,
    ]);
    expect(day.points).toHaveLength(288);
    expect(day.points[13]).toEqual({
      instant: Date.parse("2026-03-02T01:05:00Z"),
      elapsedMinutes: 65,
      minuteOfDay: 65,
      offsetMinutes: 0,
      value: 120,
      status: null,
      band: "target",
      trend: null,
      isExcluded: false,
    });
    expect(day.lines).toEqual([{ first: 0, end: 288 }]);
  });

  it("has a mark for each hour, both midnights included, and no change of the clock", () => {
    expect(day.hours).toHaveLength(25);
    expect(marks(day)[9]).toEqual([540, 540]);
    expect(marks(day)[24]).toEqual([1_440, 1_440]);
    expect(day.clockChanges).toEqual([]);
    expect(day.otherDate).toEqual([]);
  });

  it("has no gap, nothing to come, and the figures of a summary of that day", () => {
    expect([day.gaps, day.notFetchedYet, day.notYetAvailable, day.future]).toEqual([[], [], null, null]);
    const summary = summarize({
      series: buildSeries(threeDays),
      period: datesFrom("2026-03-02", 1),
      freshness: longAfter,
    });
    expect(day.summary).toEqual(summary.days[0]);
    expect(day.bands.map(({ count }) => count)).toEqual(summary.bands.map(({ count }) => count));
    expect(day.bands.every(({ goal }) => goal === null)).toBe(true);
  });

  it("carries each reading's trend", () => {
    const readings = [
      egv("2026-03-02T01:00:00Z", 100, { trend: "none" }),
      egv("2026-03-02T01:05:00Z", 110, { trend: "singleUp" }),
      egv("2026-03-02T01:10:00Z", 120, { trend: "rateOutOfRange" }),
      egv("2026-03-02T01:15:00Z", 120),
    ];
    expect(chart(readings, "2026-03-02").points.map(({ trend }) => trend)).toEqual([
      "none",
      "singleUp",
      "rateOutOfRange",
      null,
    ]);
  });

  it("says LOW and HIGH, and counts what is implausible without drawing it", () => {
    const odd = chart(
      [
        egv("2026-03-02T01:00:00Z", 0, { status: "low" }),
        egv("2026-03-02T01:05:00Z", 0, { status: "high" }),
        egv("2026-03-02T01:10:00Z", 1.8),
      ],
      "2026-03-02",
    );
    expect(odd.points.map(({ status, value, band }) => [status, value, band])).toEqual([
      ["low", 39, "veryLow"],
      ["high", 401, "veryHigh"],
    ]);
    expect(odd.implausible).toBe(1);
  });
});

describe("a day against a set of ranges", () => {
  // Of twelve readings 1 is 50, 1 is 60, 3 are 66, 3 are 100, 2 are 150, 1 is 200 and 1 is 300: 24 times a day.
  const series = buildSeries(stream("2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z", twelfths));
  const request = { series, date: "2026-03-02", freshness: longAfter } as const;
  const counts = ({ bands }: Pick<ReturnType<typeof chart>, "bands">) =>
    bands.map(({ band, count }) => [band, count / 24]);

  it("is that of everybody for the standard set", () => {
    expect(dayChart({ ...request, set: RANGE_SETS.standard })).toEqual(dayChart(request));
    // The bounds of older adults are the same, and a day has no goals.
    expect(dayChart({ ...request, set: RANGE_SETS.older })).toEqual(dayChart(request));
  });

  it("in pregnancy counts 63 to 140 as in range and has no very high", () => {
    const day = dayChart({ ...request, set: RANGE_SETS.pregnancy });
    expect(counts(day)).toEqual([
      ["veryLow", 1],
      ["low", 1],
      ["target", 6],
      ["high", 4],
    ]);
    expect(day.bands.every(({ goal }) => goal === null)).toBe(true);
    expect(day.summary.targetShare).toBe(0.5);
    expect(day.summary.aboveShare).toBeCloseTo(4 / 12, 9);
    const bandAt = (value: number) => day.points.find((point) => point.value === value)?.band;
    expect([50, 60, 66, 100, 150, 200, 300].map(bandAt)).toEqual([
      "veryLow",
      "low",
      "target",
      "target",
      "high",
      "high",
      "high",
    ]);
  });

  it("has the same bands with and without what was left out", () => {
    const day = dayChart({
      ...request,
      set: RANGE_SETS.pregnancy,
      exclusions: [
        {
          kind: "by-hand",
          from: Date.parse("2026-03-02T00:00:00Z"),
          to: Date.parse("2026-03-02T12:00:00Z"),
          transmitterId: null,
          reason: "",
          markedBy: "owner",
        },
      ],
    });
    expect(counts(day)).toEqual([
      ["veryLow", 0.5],
      ["low", 0.5],
      ["target", 3],
      ["high", 2],
    ]);
    expect(day.withExcluded && counts(day.withExcluded)).toEqual([
      ["veryLow", 1],
      ["low", 1],
      ["target", 6],
      ["high", 4],
    ]);
    expect(day.points.filter(({ isExcluded, band }) => isExcluded && band === "high")).toHaveLength(48);
  });
});

describe("gaps of a day", () => {
  it("break the line when they are over two and a half cadences, and are named", () => {
    const day = chart(withGap(threeDays, "2026-03-02T06:00:00Z", "2026-03-02T08:00:00Z"), "2026-03-02");
    expect(day.lines).toEqual([
      { first: 0, end: 72 },
      { first: 72, end: 264 },
    ]);
    expect(day.gaps).toEqual([
      {
        from: Date.parse("2026-03-02T05:55:00Z"),
        to: Date.parse("2026-03-02T08:00:00Z"),
        fromMinutes: 355,
        toMinutes: 480,
      },
    ]);
  });

  it("do not break it at one lost reading", () => {
    const day = chart(withGap(threeDays, "2026-03-02T06:00:00Z", "2026-03-02T06:05:00Z"), "2026-03-02");
    expect(day.lines).toHaveLength(1);
    expect(day.gaps).toEqual([]);
  });

  it("begin after two and a half cadences, not at them", () => {
    const start = Date.parse("2026-03-02T06:00:00Z");
    const apart = (ms: number) =>
      chart([...stream(start, start + 3_600_000, 120), egv(start + 3_300_000 + ms, 120)], "2026-03-02");
    expect(apart(750_000).lines).toHaveLength(1);
    expect(apart(750_001).lines).toHaveLength(2);
  });

  it("fill a day without readings between days with some", () => {
    const day = chart(withGap(threeDays, "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"), "2026-03-02");
    expect(day.points).toEqual([]);
    expect(day.gaps).toMatchObject([{ fromMinutes: 0, toMinutes: 1_440 }]);
  });
});

describe("the newest day", () => {
  const now = Date.parse("2026-03-02T15:00:00Z");
  const upTo = (end: string) => stream("2026-03-01T00:00:00Z", end, 120);

  it("ends in the withheld hours and the future, neither of which is a gap", () => {
    const day = chart(upTo("2026-03-02T12:05:00Z"), "2026-03-02", freshAt(now));
    expect(day.notYetAvailable).toMatchObject({ fromMinutes: 720, toMinutes: 900 });
    expect(day.future).toMatchObject({ fromMinutes: 900, toMinutes: 1_440 });
    expect(day.notFetchedYet).toEqual([]);
    expect(day.gaps).toEqual([]);
    expect(day.summary).toMatchObject({ count: 145, activePercent: 100, lengthMinutes: 1_440 });
  });

  it("says what was not fetched since the last sync", () => {
    const freshness = freshAt(now, { checkedThrough: Date.parse("2026-03-02T10:00:00Z") });
    const day = chart(upTo("2026-03-02T10:05:00Z"), "2026-03-02", freshness);
    expect(day.notFetchedYet).toMatchObject([{ fromMinutes: 600, toMinutes: 720 }]);
    expect(day.gaps).toEqual([]);
  });

  it("does not speak of a wait that is shorter than one reading", () => {
    const freshness = freshAt(now, { checkedThrough: Date.parse("2026-03-02T11:56:00Z") });
    expect(chart(upTo("2026-03-02T11:55:00Z"), "2026-03-02", freshness).notFetchedYet).toEqual([]);
  });

  it("knows a sensor that stopped before the last sync from one that was not asked since", () => {
    const day = chart(upTo("2026-03-02T08:00:00Z"), "2026-03-02", freshAt(now));
    expect(day.gaps).toMatchObject([{ fromMinutes: 475, toMinutes: 720 }]);
    expect(day.notFetchedYet).toEqual([]);
  });

  it("carries the withheld hours over midnight into the day before", () => {
    const early = Date.parse("2026-03-03T01:00:00Z");
    const before = chart(upTo("2026-03-02T22:05:00Z"), "2026-03-02", freshAt(early));
    expect(before.notYetAvailable).toMatchObject({ fromMinutes: 1_320, toMinutes: 1_440 });
    const today = chart(upTo("2026-03-02T22:05:00Z"), "2026-03-03", freshAt(early));
    expect(today.notYetAvailable).toMatchObject({ fromMinutes: 0, toMinutes: 60 });
    expect(today.gaps).toEqual([]);
  });

  it("while the first import runs calls nothing a gap that was not asked for", () => {
    const freshness = freshAt(now, { checkedThrough: null, dataThrough: null });
    const day = chart(stream("2026-03-02T06:00:00Z", "2026-03-02T09:05:00Z", 120), "2026-03-02", freshness);
    expect(day.notFetchedYet).toMatchObject([
      { fromMinutes: 0, toMinutes: 360 },
      { fromMinutes: 540, toMinutes: 720 },
    ]);
    expect(day.gaps).toEqual([]);
    expect(chart([], "2026-03-02", freshness).notFetchedYet).toMatchObject([
      { fromMinutes: 0, toMinutes: 720 },
    ]);
  });

  it("in days to come is all future", () => {
    const day = chart(threeDays, "2026-03-09", freshAt(now));
    expect(day.future).toMatchObject({ fromMinutes: 0, toMinutes: 1_440 });
    expect([day.gaps, day.notFetchedYet, day.notYetAvailable]).toEqual([[], [], null]);
  });
});

describe("a day on which the clock changed", () => {
  const worn = (around: string, change: string, before: number, after: number) =>
    stream(Date.parse(around) - 2 * DAY_MS, Date.parse(around) + 3 * DAY_MS, 120, {
      offset: (at) => (at < Date.parse(change) ? before : after),
    });

  it("in autumn has 25 hours, one of them twice", () => {
    const day = chart(worn("2026-11-01T00:00:00Z", "2026-11-01T06:00:00Z", -240, -300), "2026-11-01");
    expect(day.lengthMinutes).toBe(1_500);
    expect(day.otherDate).toEqual([]);
    expect(day.points).toHaveLength(300);
    expect(marks(day).slice(0, 4)).toEqual([
      [0, 0],
      [60, 60],
      [120, 60],
      [180, 120],
    ]);
    expect(day.clockChanges).toEqual([
      {
        at: Date.parse("2026-11-01T06:00:00Z"),
        elapsedMinutes: 120,
        fromOffsetMinutes: -240,
        toOffsetMinutes: -300,
        kind: "clock",
      },
    ]);
    expect([day.lines.length, day.gaps.length, day.summary.activePercent]).toEqual([1, 0, 100]);
    expect(
      day.points.filter(({ minuteOfDay }) => minuteOfDay === 65).map((point) => point.elapsedMinutes),
    ).toEqual([65, 125]);
  });

  it("in spring has 23 hours, one of them never", () => {
    const day = chart(worn("2026-03-08T00:00:00Z", "2026-03-08T07:00:00Z", -300, -240), "2026-03-08");
    expect([day.lengthMinutes, day.points.length]).toEqual([1_380, 276]);
    expect(marks(day).slice(1, 3)).toEqual([
      [60, 60],
      [120, 180],
    ]);
    expect([day.lines.length, day.gaps.length]).toEqual([1, 0]);
  });

  it("begins at 01:00 where clocks go forward at midnight", () => {
    const day = chart(worn("2026-04-24T00:00:00Z", "2026-04-23T22:00:00Z", 120, 180), "2026-04-24");
    expect([day.lengthMinutes, day.points.length]).toEqual([1_380, 276]);
    expect(day.clockChanges).toMatchObject([
      { elapsedMinutes: 0, fromOffsetMinutes: 120, toOffsetMinutes: 180 },
    ]);
    expect(marks(day)[0]).toEqual([0, 60]);
    const before = chart(worn("2026-04-24T00:00:00Z", "2026-04-23T22:00:00Z", 120, 180), "2026-04-23");
    expect([before.lengthMinutes, before.clockChanges]).toEqual([1_440, []]);
  });

  it("on Lord Howe moves by half an hour", () => {
    const day = chart(worn("2026-04-05T00:00:00Z", "2026-04-04T15:00:00Z", 660, 630), "2026-04-05");
    expect([day.lengthMinutes, day.points.length]).toEqual([1_470, 294]);
    expect(marks(day).slice(1, 4)).toEqual([
      [60, 60],
      [150, 120],
      [210, 180],
    ]);
  });

  it("by a flight west over midnight shows where another date was, and loses no reading", () => {
    const readings = stream("2026-02-28T00:00:00Z", "2026-03-05T00:00:00Z", 120, {
      offset: (at) => (at < Date.parse("2026-03-02T00:30:00Z") ? 0 : -180),
    });
    const arrival = chart(readings, "2026-03-02");
    expect(arrival.lengthMinutes).toBe(27 * 60);
    expect(arrival.otherDate).toMatchObject([{ fromMinutes: 30, toMinutes: 180 }]);
    expect(arrival.points).toHaveLength(294);
    expect(arrival.gaps).toEqual([]);
    const departure = chart(readings, "2026-03-01");
    expect(departure.points).toHaveLength(288 + 30);
    expect(departure.otherDate).toMatchObject([{ fromMinutes: 1_440, toMinutes: 1_470 }]);
  });

  it("that was skipped over the date line has no length and no reading", () => {
    const readings = worn("2026-12-30T00:00:00Z", "2026-12-30T10:00:00Z", -600, 840);
    expect(chart(readings, "2026-12-30")).toMatchObject({
      lengthMinutes: 0,
      points: [],
      hours: [],
      gaps: [],
    });
  });
});
