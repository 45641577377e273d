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
    });
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
