import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { percentilesByTimeOfDay, smoothed } from "./agp";
import type { ProfilePoint } from "./figures";
import type { Egv } from "./reading";
import { buildSeries } from "./series";
import { egv, stream } from "./testing/readings";

const monday = Date.parse("2026-03-02T00:00:00Z");
const at = (day: number, hhmm: string) => Date.parse(`2026-03-0${2 + day}T${hhmm}:00Z`);
const hourly = (readings: readonly Egv[], binDaysMin?: number) =>
  percentilesByTimeOfDay(buildSeries(readings), { binMinutes: 60, ...(binDaysMin ? { binDaysMin } : {}) });

describe("percentiles by time of day", () => {
  it("are type 7 over the raw readings of the hour, drawn at the half hour", () => {
    // Five days with 100, 110, 120, 130, 140 at 08:20: h = 4p, so p5 is 102, p25 110, p50 120, p75 130, p95 138.
    const points = hourly([0, 1, 2, 3, 4].map((day) => egv(at(day, "08:20"), 100 + 10 * day)));
    expect(points).toHaveLength(24);
    expect(points[8]).toEqual({
      minuteOfDay: 510,
      p5: 102,
      p25: 110,
      p50: 120,
      p75: 130,
      p95: 138,
      readings: 5,
      days: 5,
    });
    expect(points[9]).toMatchObject({ p50: null, readings: 0, days: 0 });
  });

  it("need readings from five days, not five readings", () => {
    const fourDays = [0, 1, 2, 3].flatMap((day) => stream(at(day, "08:00"), at(day, "09:00"), 120));
    expect(hourly(fourDays)[8]).toMatchObject({ p50: null, readings: 48, days: 4 });
    expect(hourly([...fourDays, egv(at(4, "08:59"), 120)])[8]).toMatchObject({
      p50: 120,
      readings: 49,
      days: 5,
    });
  });

  it("put each reading where the person's own clock was", () => {
    const readings = [0, 1, 2, 3, 4].map((day) =>
      egv(at(day, "08:20"), 100, { offset: day < 3 ? 345 : -240 }),
    );
    const points = hourly(readings, 1);
    expect(points[14]).toMatchObject({ readings: 3, days: 3 });
    expect(points[4]).toMatchObject({ readings: 2, days: 2 });
  });

  it("count the hour that came twice as one day", () => {
    const offset = (instant: number) => (instant < Date.parse("2026-11-01T06:00:00Z") ? -240 : -300);
    const points = hourly(stream("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", 120, { offset }), 1);
    expect(points[1]).toMatchObject({ readings: 24, days: 1 });
    expect(points[2]).toMatchObject({ readings: 12, days: 1 });
  });

  it("come in bins of 15 and 5 minutes too, the edges belonging to the later bin", () => {
    const readings = [0, 1, 2, 3, 4].flatMap((day) =>
      stream(monday + day * DAY_MS, monday + (day + 1) * DAY_MS, 120),
    );
    for (const binMinutes of [60, 15, 5] as const) {
      const points = percentilesByTimeOfDay(buildSeries(readings), { binMinutes });
      expect(points).toHaveLength(1_440 / binMinutes);
      expect(
        points.every((point) => point.readings === binMinutes && point.days === 5 && point.p95 === 120),
      ).toBe(true);
      expect(points[1]?.minuteOfDay).toBe(1.5 * binMinutes);
    }
  });

  it("leave the series as it was", () => {
    const series = buildSeries([egv(at(0, "08:00"), 150), egv(at(0, "08:05"), 100)]);
    percentilesByTimeOfDay(series, { binMinutes: 60 });
    expect([...series.value]).toEqual([150, 100]);
  });
});

describe("smoothing", () => {
  const curve = (values: readonly (number | null)[]): ProfilePoint[] =>
    values.map((p50, i) => ({
      minuteOfDay: i,
      p5: null,
      p25: null,
      p50,
      p75: null,
      p95: null,
      readings: 0,
      days: 0,
    }));
  const smooth = (values: readonly (number | null)[]) => smoothed(curve(values)).map(({ p50 }) => p50);

  it("weighs 1-4-1 round the clock", () => {
    expect(smooth([60, 0, 0, 0, 120, 0])).toEqual([40, 10, 0, 20, 80, 30]);
    expect(smooth([6, 0, 0, 12])).toEqual([6, 1, 2, 9]);
  });

  it("goes on with one neighbour, or none, and never fills an empty bin", () => {
    expect(smooth([null, 100, 50, null, 70, null])).toEqual([null, 90, 60, null, 70, null]);
  });

  it("is done once: it starts from the raw neighbours", () => {
    expect(smooth([0, 0, 60, 0, 0, 0])).toEqual([0, 10, 40, 10, 0, 0]);
  });
});
