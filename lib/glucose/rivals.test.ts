import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { percentilesByTimeOfDay } from "./agp";
import { dayChart } from "./day";
import { localDateOf, minuteOfDay } from "./local-time";
import { instantsToLoad, latestPeriod } from "./period";
import { classify } from "./ranges";
import { buildSeries } from "./series";
import { summarize } from "./summary";
import { datesFrom, freshAt, longAfter, stream, withGap } from "./testing/readings";
import { mgDlToMmolL } from "./units";

// Defects that were found by running or reading other people's software. Each has cost somebody a wrong number.

const newYork = (at: number) => (at < Date.parse("2026-11-01T06:00:00Z") ? -240 : -300);

describe("R1: one reading is in one band, on every page", () => {
  it.each([54, 70, 180, 250])(
    "%i mg/dL stays in its band, although converting it first would move it",
    (value) => {
      const band = classify(value);
      expect(band).toBe(value === 54 ? "low" : value === 250 ? "high" : "target");
      const { bands } = summarize({
        series: buildSeries(stream("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", value)),
        period: datesFrom("2026-03-01", 1),
        freshness: longAfter,
      });
      expect(bands.find((share) => share.band === band)?.count).toBe(288);
    },
  );

  it("the trap is real: 70 mg/dL in mmol/L to five places lies below 3.9", () => {
    expect(classify(Number(mgDlToMmolL(70).toFixed(5)), "mmol/L")).toBe("low");
    expect(classify(70)).toBe("target");
  });
});

describe("R2: an offset of 5 h 30 min, or 45, is kept to the minute", () => {
  it.each([
    [330, "2026-03-02", 0],
    [345, "2026-03-02", 15],
    [-210, "2026-03-01", 900],
    [630, "2026-03-02", 300],
  ])("offset %i", (offset, date, minute) => {
    const instant = Date.parse("2026-03-01T18:30:00Z");
    expect(localDateOf(instant, offset)).toBe(date);
    expect(minuteOfDay(instant, offset)).toBe(minute);
  });
});

describe("R3: 14 days over the end of summer time are 100 % covered, not 100.298 %", () => {
  it("with 4,044 readings expected and observed", () => {
    const readings = stream("2026-10-25T00:00:00Z", "2026-11-10T00:00:00Z", 120, { offset: newYork });
    const { coverage } = summarize({
      series: buildSeries(readings),
      period: datesFrom("2026-10-26", 14),
      freshness: longAfter,
    });
    expect(coverage).toMatchObject({ observed: 4_044, expected: 4_044, activePercent: 100 });
  });
});

describe("R4: N days are N dates, never N + 1", () => {
  it.each([2, 7, 14, 30, 90])("%i days, at any hour of the day", (days) => {
    for (let hour = 0; hour < 24; hour += 5) {
      const now = Date.parse("2026-11-23T03:00:00Z") + hour * HOUR_MS;
      const freshness = freshAt(now, { displayOffsetMinutes: -300 });
      const period = latestPeriod(days, freshness);
      const { from } = instantsToLoad(period);
      const readings = stream(from, freshness.availableUntil + 1, 120, { offset: newYork });
      const { coverage, days: lines } = summarize({ series: buildSeries(readings), period, freshness });
      expect(coverage.daysWithReadings).toBe(days);
      expect(lines).toHaveLength(days);
    }
  });
});

describe("R5: GMI is computed from mg/dL, so a mean of 124.5 is 6.3 %, not 79.8 %", () => {
  it("whatever unit is displayed", () => {
    const readings = stream("2026-03-01T00:00:00Z", "2026-03-15T00:00:00Z", (at) =>
      at % 600_000 === 0 ? 120 : 129,
    );
    const { mean, gmi } = summarize({
      series: buildSeries(readings),
      period: datesFrom("2026-03-01", 14),
      freshness: longAfter,
    });
    expect(mean).toBe(124.5);
    expect(gmi).toBeCloseTo(6.288, 3);
  });
});

describe("R6: no reading is invented in a gap, and 180 is in range", () => {
  it("a gap between 100 and 300 adds nothing to count, mean or bands", () => {
    const morning = stream("2026-03-01T00:00:00Z", "2026-03-01T12:00:00Z", 100);
    const evening = stream("2026-03-01T16:00:00Z", "2026-03-02T00:00:00Z", 300);
    const { mean, bands } = summarize({
      series: buildSeries([...morning, ...evening]),
      period: datesFrom("2026-03-01", 1),
      freshness: longAfter,
    });
    expect(mean).toBe((144 * 100 + 96 * 300) / 240);
    expect(bands.map(({ count }) => count)).toEqual([0, 0, 144, 0, 96]);
    expect(classify(180)).toBe("target");
  });

  it("a chart draws no line over it", () => {
    const readings = withGap(
      stream("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", 120),
      "2026-03-01T06:00:00Z",
      "2026-03-01T07:00:00Z",
    );
    const { lines, points } = dayChart({
      series: buildSeries(readings),
      date: "2026-03-01",
      freshness: longAfter,
    });
    expect(points).toHaveLength(276);
    expect(lines).toEqual([
      { first: 0, end: 72 },
      { first: 72, end: 276 },
    ]);
  });
});

describe("R7: the profile is by the person's own hours, wherever server and browser stand", () => {
  it("is the same in this process, which runs in Kathmandu, as the readings' clocks say", () => {
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    const readings = Array.from({ length: 5 }, (_, day) => {
      const seven = Date.parse("2026-03-01T12:00:00Z") + day * DAY_MS;
      return stream(seven, seven + 60 * MINUTE_MS, 200, { offset: -300 });
    }).flat();
    const points = percentilesByTimeOfDay(buildSeries(readings), { binMinutes: 60 });
    expect(points.filter(({ p50 }) => p50 !== null).map(({ minuteOfDay: at }) => at)).toEqual([450]);
  });
});

describe("R8: the engine rounds nothing", () => {
  it("a third of the readings is 33.33… percent in summary and JSON", () => {
    const readings = stream("2026-03-01T00:00:00Z", "2026-03-15T00:00:00Z", (at) =>
      at % 900_000 === 0 ? 60.4 : 120.7,
    );
    const { timeInRanges, mean } = summarize({
      series: buildSeries(readings),
      period: datesFrom("2026-03-01", 14),
      freshness: longAfter,
    });
    expect(timeInRanges.low).toBeCloseTo(100 / 3, 12);
    expect(mean).toBeCloseTo((60.4 + 2 * 120.7) / 3, 10);
  });
});

describe("R10: one excursion is one episode, and a sensor of any cadence can be fully worn", () => {
  it("high, very high, high again: one level 1 and one level 2", () => {
    const hour = (at: number) => Math.floor((at % DAY_MS) / HOUR_MS);
    const readings = stream("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", (at) =>
      hour(at) === 12 || hour(at) === 14 ? 220 : hour(at) === 13 ? 280 : 120,
    );
    const { episodes } = summarize({
      series: buildSeries(readings),
      period: datesFrom("2026-03-01", 1),
      freshness: longAfter,
    });
    expect(episodes.hyper.level1.list.map(({ minutes, extreme }) => [minutes, extreme])).toEqual([
      [180, 280],
    ]);
    expect(episodes.hyper.level2.list.map(({ minutes }) => minutes)).toEqual([60]);
    expect(episodes.hyper.level1Exclusive.count).toBe(0);
  });

  it.each([1, 5, 15])("readings every %i minutes are 100 % of what there could be", (everyMinutes) => {
    const readings = stream("2026-03-01T00:00:00Z", "2026-03-15T00:00:00Z", 120, { everyMinutes });
    const { coverage, sufficiency } = summarize({
      series: buildSeries(readings),
      period: datesFrom("2026-03-01", 14),
      freshness: longAfter,
    });
    expect(coverage).toMatchObject({ cadenceMinutes: everyMinutes, activePercent: 100, gaps: [] });
    expect(sufficiency.gmi).toEqual({ status: "sufficient" });
  });
});
