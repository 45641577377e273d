import { describe, expect, it } from "vitest";
import { gapsIn } from "./gaps";
import { buildSeries } from "./series";
import { egv, stream, withGap } from "./testing/readings";

const day = { from: Date.parse("2026-03-01T00:00:00Z"), to: Date.parse("2026-03-02T00:00:00Z") };
const whole = stream(day.from, day.to, 120);
const minutesOf = (readings: Parameters<typeof buildSeries>[0], within = day) =>
  gapsIn(buildSeries(readings), within, 5).map(({ minutes }) => minutes);

describe("a gap", () => {
  it("is longer than 2.5 times the cadence: one lost reading is none, two are", () => {
    expect(minutesOf(whole)).toEqual([]);
    expect(minutesOf(withGap(whole, "2026-03-01T06:00:00Z", "2026-03-01T06:05:00Z"))).toEqual([]);
    expect(minutesOf(withGap(whole, "2026-03-01T06:00:00Z", "2026-03-01T06:10:00Z"))).toEqual([15]);
    expect(
      minutesOf([egv(day.from, 100), egv(day.from + 750_000, 100)], {
        from: day.from,
        to: day.from + 750_000,
      }),
    ).toEqual([]);
  });

  it("lies between the readings on both sides of it", () => {
    const [gap] = gapsIn(buildSeries(withGap(whole, "2026-03-01T06:00:00Z", "2026-03-01T12:00:00Z")), day, 5);
    expect(gap).toEqual({
      from: Date.parse("2026-03-01T05:55:00Z"),
      to: Date.parse("2026-03-01T12:00:00Z"),
      minutes: 365,
      displayOffsetMinutes: 0,
    });
  });

  it("began on the wall clock of the reading before it, also when clocks have changed since", () => {
    const readings = whole.map((reading) => ({
      ...reading,
      displayOffsetMinutes: reading.systemTime < Date.parse("2026-03-01T12:00:00Z") ? 120 : 60,
    }));
    const from = (start: string, end: string) =>
      gapsIn(buildSeries(withGap(readings, start, end)), day, 5)[0]?.displayOffsetMinutes;
    expect(from("2026-03-01T06:00:00Z", "2026-03-01T07:00:00Z")).toBe(120);
    expect(from("2026-03-01T11:00:00Z", "2026-03-01T14:00:00Z")).toBe(120);
    expect(from("2026-03-01T15:00:00Z", "2026-03-01T16:00:00Z")).toBe(60);
    expect(from("2026-03-01T00:00:00Z", "2026-03-01T02:00:00Z")).toBe(120);
  });

  it("can open or close the stretch, or be all of it", () => {
    expect(minutesOf(withGap(whole, "2026-03-01T00:00:00Z", "2026-03-01T02:00:00Z"))).toEqual([120]);
    expect(minutesOf(withGap(whole, "2026-03-01T22:00:00Z", "2026-03-02T00:00:00Z"))).toEqual([125]);
    expect(minutesOf([])).toEqual([1_440]);
  });

  it("is cut at the ends of the stretch", () => {
    const night = withGap(
      stream("2026-02-28T12:00:00Z", day.to, 120),
      "2026-02-28T22:00:00Z",
      "2026-03-01T01:00:00Z",
    );
    expect(minutesOf(night)).toEqual([60]);
  });
});
