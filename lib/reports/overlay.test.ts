import { describe, expect, it } from "vitest";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, longAfter, stream } from "@/lib/glucose/testing/readings";
import { ALL_WEEKDAYS, WEEKEND } from "@/lib/glucose/weekday-sets";
import { overlayFrom, TRACES_MAX } from "./overlay";
import { overlayOptions, overlayQuery } from "./overlay-query";

describe("the days laid over one another", () => {
  // Two weeks from Monday 2026-03-02; the second Saturday has no readings.
  const readings = stream("2026-03-02T00:00:00Z", "2026-03-16T00:00:00Z", 120).filter(
    ({ systemTime }) => new Date(systemTime).toISOString().slice(0, 10) !== "2026-03-14",
  );
  const input = { series: buildSeries(readings), period: datesFrom("2026-03-02", 14), freshness: longAfter };

  it("are those of the chosen weekdays, a date without readings in its place", () => {
    expect(overlayFrom(input, WEEKEND).days.map(({ date, count }) => [date, count])).toEqual([
      ["2026-03-07", 288],
      ["2026-03-08", 288],
      ["2026-03-14", 0],
      ["2026-03-15", 288],
    ]);
  });

  it("begin with the first one that has readings, and are none where none has", () => {
    const earlier = { ...input, period: datesFrom("2026-02-20", 14) };
    expect(overlayFrom(earlier, ALL_WEEKDAYS).days[0]?.date).toBe("2026-03-02");
    expect(overlayFrom(earlier, WEEKEND).days).toEqual([]);
  });

  it("are counted by weekday whatever was chosen", () => {
    for (const weekdays of [ALL_WEEKDAYS, WEEKEND])
      expect(overlayFrom(input, weekdays).datesByWeekday).toEqual([2, 2, 2, 2, 2, 1, 2]);
  });

  it("in pregnancy have its time in range, and the same lines", () => {
    const at150 = {
      ...input,
      series: buildSeries(stream("2026-03-02T00:00:00Z", "2026-03-04T00:00:00Z", 150)),
    };
    const standard = overlayFrom(at150, ALL_WEEKDAYS);
    expect(overlayFrom(at150, ALL_WEEKDAYS, "standard")).toEqual(standard);
    const pregnancy = overlayFrom(at150, ALL_WEEKDAYS, "pregnancy");
    expect(standard.days[0]).toMatchObject({ targetShare: 1, aboveShare: 0 });
    expect(pregnancy.days[0]).toMatchObject({ targetShare: 0, aboveShare: 1 });
    expect(pregnancy.days.map(({ runs }) => runs)).toEqual(standard.days.map(({ runs }) => runs));
  });

  it("are the newest ninety of a longer period, and the rest is counted", () => {
    const hourly = stream("2026-01-01T00:00:00Z", "2026-04-11T00:00:00Z", 120, { everyMinutes: 15 });
    const overlay = overlayFrom(
      { series: buildSeries(hourly), period: datesFrom("2026-01-01", 100), freshness: longAfter },
      ALL_WEEKDAYS,
    );
    expect(overlay.days).toHaveLength(TRACES_MAX);
    expect(overlay.days.at(-1)?.date).toBe("2026-04-10");
    expect(overlay.daysLeftOut).toBe(10);
  });
});

describe("the options in the address", () => {
  it.each([
    [{}, {}],
    [{ weekdays: "all" }, {}],
    [
      { weekdays: "sun,sat", day: "2026-03-07" },
      { weekdays: "weekend", day: "2026-03-07" },
    ],
    [{ weekdays: "wed,mon" }, { weekdays: "mon,wed" }],
  ])("%j is written as %j", (query, written) => {
    const options = overlayOptions(query);
    expect(options.ok && overlayQuery(options.value)).toEqual(written);
  });

  it.each([{ weekdays: "saturday" }, { weekdays: ["sat", "sun"] }, { day: "2026-02-30" }, { day: "today" }])(
    "%j is refused",
    (query) => expect(overlayOptions(query).ok).toBe(false),
  );
});
