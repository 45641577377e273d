import { describe, expect, it } from "vitest";
import { buildSeries } from "./series";
import { egv, freshAt, stream } from "./testing/readings";
import { timelineOf } from "./timeline";

const now = "2026-03-02T12:00:00Z";
const series = buildSeries(stream("2026-03-01T00:00:00Z", now, 120));
const newest = (freshness: ReturnType<typeof freshAt>) =>
  timelineOf(series, freshness).readings.systemTime.at(-1);

describe("the readings behind every figure", () => {
  it("end at availableUntil, whatever is stored: nothing newer is ever shown", () => {
    expect(newest(freshAt(now))).toBe(Date.parse("2026-03-02T09:00:00Z"));
    expect(newest(freshAt(now, { checkedThrough: Date.parse("2026-03-02T11:00:00Z") }))).toBe(
      Date.parse("2026-03-02T09:00:00Z"),
    );
    expect(newest(freshAt(now, { checkedThrough: null }))).toBe(Date.parse("2026-03-02T09:00:00Z"));
  });

  it("end at checkedThrough, so that no figure says more than its freshness line", () => {
    expect(newest(freshAt(now, { checkedThrough: Date.parse("2026-03-02T06:02:00Z") }))).toBe(
      Date.parse("2026-03-02T06:00:00Z"),
    );
  });

  it("hold no implausible value, but keep a LOW and a HIGH whatever number stood in them", () => {
    const { readings, implausible } = timelineOf(
      buildSeries([
        egv("2026-03-01T00:00:00Z", 1.8),
        egv("2026-03-01T00:05:00Z", 0, { status: "low" }),
        egv("2026-03-01T00:10:00Z", 999, { status: "high" }),
        egv("2026-03-01T00:15:00Z", Number.NaN),
      ]),
      freshAt(now),
    );
    expect([...readings.value]).toEqual([39, 401]);
    expect(implausible.length).toBe(2);
  });

  it("let no implausible value of a later sensor push out a good one of the earlier", () => {
    const good = stream("2026-03-01T00:00:00Z", "2026-03-01T06:00:00Z", 100, { transmitterId: "older" });
    const bad = stream("2026-03-01T03:00:00Z", "2026-03-01T06:00:00Z", 5, { transmitterId: "newer" });
    expect(timelineOf(buildSeries([...good, ...bad]), freshAt(now)).readings.length).toBe(good.length);
  });

  it("can be none", () => {
    const { readings, cadenceMinutes, checkedThrough, offsets } = timelineOf(
      buildSeries([]),
      freshAt(now, { checkedThrough: null, displayOffsetMinutes: 345 }),
    );
    expect(readings.length).toBe(0);
    expect(cadenceMinutes).toBe(5);
    expect(checkedThrough).toBe(Number.NEGATIVE_INFINITY);
    expect(offsets).toMatchObject([{ offsetMinutes: 345 }]);
  });
});
