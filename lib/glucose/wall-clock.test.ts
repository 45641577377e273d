import { describe, expect, it } from "vitest";
import { epochDay } from "./local-time";
import { buildSeries } from "./series";
import { egv, stream } from "./testing/readings";
import { ALWAYS, hull, instantsOfDates, minutesOfDates, offsetSpans } from "./wall-clock";

const changeAt = (change: string, before: number, after: number) => (at: number) =>
  at < Date.parse(change) ? before : after;
const lengths = (series: ReturnType<typeof buildSeries>, from: string, days: number) => [
  ...minutesOfDates(offsetSpans(series, 0), {
    firstDay: Date.parse(`${from}T00:00:00Z`) / 86_400_000,
    days,
    within: ALWAYS,
  }),
];

describe("the wall clock, told by the readings alone", () => {
  it("has one offset for ever when nothing changed, the given one without readings", () => {
    expect(offsetSpans(buildSeries([]), 345)).toEqual([{ ...ALWAYS, offsetMinutes: 345 }]);
    expect(offsetSpans(buildSeries([egv("2026-03-01T00:00:00Z", 100, { offset: 60 })]), 345)).toEqual([
      { ...ALWAYS, offsetMinutes: 60 },
    ]);
  });

  it("changes on the quarter hour between two readings, where clocks change", () => {
    const offset = changeAt("2026-11-01T06:00:00Z", -240, -300);
    const series = buildSeries(stream("2026-10-31T00:02:10Z", "2026-11-02T00:00:00Z", 120, { offset }));
    expect(offsetSpans(series, 0).map(({ to }) => to)[0]).toBe(Date.parse("2026-11-01T06:00:00Z"));
  });

  it("changes on the first reading with the new offset when no quarter hour lies between", () => {
    const series = buildSeries([
      egv("2026-03-01T12:01:00Z", 100, { offset: 0 }),
      egv("2026-03-01T12:06:00Z", 100, { offset: 60 }),
    ]);
    expect(offsetSpans(series, 0)[0]?.to).toBe(Date.parse("2026-03-01T12:06:00Z"));
  });
});

describe("the real length of a date", () => {
  const days = (change: string, before: number, after: number, first: string) =>
    lengths(
      buildSeries(
        stream(`${first}T00:00:00Z`, Date.parse(`${first}T00:00:00Z`) + 5 * 86_400_000, 120, {
          offset: changeAt(change, before, after),
        }),
      ),
      first,
      4,
    );

  it.each([
    ["New York in autumn", "2026-11-01T06:00:00Z", -240, -300, "2026-10-31", [1_440, 1_500, 1_440, 1_440]],
    ["New York in spring", "2026-03-08T07:00:00Z", -300, -240, "2026-03-07", [1_440, 1_380, 1_440, 1_440]],
    ["Lord Howe in autumn", "2026-04-04T15:00:00Z", 660, 630, "2026-04-04", [1_440, 1_470, 1_440, 1_440]],
    ["Lord Howe in spring", "2026-10-03T15:30:00Z", 630, 660, "2026-10-03", [1_440, 1_410, 1_440, 1_440]],
    [
      "a flight from Kathmandu to Frankfurt",
      "2026-05-02T14:20:00Z",
      345,
      120,
      "2026-05-01",
      [1_440, 1_665, 1_440, 1_440],
    ],
  ])("%s", (_, change, before, after, first, expected) => {
    expect(days(change, before, after, first)).toEqual(expected);
  });

  it("is all of two dates when the clock falls back over midnight", () => {
    // 00:00 becomes 23:00 of the day before, as in Havana: 25 hours for the old date, none lost for the new one.
    expect(days("2026-11-01T04:00:00Z", -240, -300, "2026-10-31")).toEqual([1_500, 1_440, 1_440, 1_440]);
  });

  it("is nothing for a date that was skipped and twice as much for one that came twice", () => {
    // Samoa skipped 30 December 2011; a flight from Apia to Pago Pago lives a date twice.
    expect(days("2026-12-30T10:00:00Z", -600, 840, "2026-12-29")).toEqual([1_440, 0, 1_440, 1_440]);
    expect(days("2026-12-29T10:00:00Z", 840, -600, "2026-12-29")).toEqual([2_880, 1_440, 1_440, 1_440]);
  });

  it("adds up to the time that passed, whatever the clock did while no reading was taken", () => {
    const offDuring = buildSeries([
      ...stream("2026-10-29T04:00:00Z", "2026-10-30T20:00:00Z", 120, { offset: -240 }),
      ...stream("2026-11-03T14:00:00Z", "2026-11-05T05:00:00Z", 120, { offset: -300 }),
    ]);
    const all = lengths(offDuring, "2026-10-29", 7);
    expect(all.reduce((sum, minutes) => sum + minutes, 0)).toBe(7 * 1_440 + 60);
  });
});

describe("the instants of a date", () => {
  const flight = changeAt("2026-03-02T00:30:00Z", 0, -180);
  const spans = offsetSpans(
    buildSeries(stream("2026-02-28T00:00:00Z", "2026-03-05T00:00:00Z", 120, { offset: flight })),
    0,
  );
  const of = (date: "2026-03-01" | "2026-03-02") => instantsOfDates(spans, epochDay(date), epochDay(date));

  it("are in two pieces after a flight west over midnight", () => {
    expect(of("2026-03-02")).toEqual([
      { from: Date.parse("2026-03-02T00:00:00Z"), to: Date.parse("2026-03-02T00:30:00Z") },
      { from: Date.parse("2026-03-02T03:00:00Z"), to: Date.parse("2026-03-03T03:00:00Z") },
    ]);
    expect(of("2026-03-01")).toEqual([
      { from: Date.parse("2026-03-01T00:00:00Z"), to: Date.parse("2026-03-02T00:00:00Z") },
      { from: Date.parse("2026-03-02T00:30:00Z"), to: Date.parse("2026-03-02T03:00:00Z") },
    ]);
    expect(hull(of("2026-03-01"))).toEqual({
      from: Date.parse("2026-03-01T00:00:00Z"),
      to: Date.parse("2026-03-02T03:00:00Z"),
    });
  });
});
