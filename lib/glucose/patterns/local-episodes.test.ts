import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { epochDay } from "../local-time";
import { buildSeries } from "../series";
import { stream } from "../testing/readings";
import { onWallClock } from "./local-episodes";

const firstDay = epochDay("2026-03-02");
const home = stream("2026-03-02T00:00:00Z", "2026-03-02T12:00:00Z", 100);
const abroad = stream("2026-03-02T12:00:00Z", "2026-03-03T00:00:00Z", 100, { offset: 120 });
const readings = buildSeries([...home, ...abroad]);
const startAt = (iso: string, minutes = 30) => ({ start: Date.parse(iso), minutes });

describe("episodes on the wall clock", () => {
  it("stand at the time of day that the reading at or before their start showed", () => {
    const { startMs, endMs } = onWallClock(
      readings,
      [startAt("2026-03-02T11:59:00Z"), startAt("2026-03-02T12:00:00Z")],
      firstDay,
    );
    expect([...startMs]).toEqual([11 * HOUR_MS + 59 * MINUTE_MS, 14 * HOUR_MS]);
    expect([...endMs]).toEqual([12 * HOUR_MS + 29 * MINUTE_MS, 14 * HOUR_MS + 30 * MINUTE_MS]);
  });

  it("keep their length across a change of the clock", () => {
    const { startMs, endMs } = onWallClock(readings, [startAt("2026-03-02T11:00:00Z", 180)], firstDay);
    expect((endMs[0] ?? 0) - (startMs[0] ?? 0)).toBe(180 * MINUTE_MS);
  });

  it("come out ascending whatever order they went in", () => {
    const one = startAt("2026-03-02T03:00:00Z");
    const other = startAt("2026-03-02T13:00:00Z");
    expect(onWallClock(readings, [other, one], firstDay)).toEqual(
      onWallClock(readings, [one, other], firstDay),
    );
  });

  it("stand where looking at every reading puts them", () => {
    const clockless = stream("2026-03-02T00:00:00Z", "2026-03-04T00:00:00Z", 100, {
      offset: (instant) => 60 * (Math.floor(instant / (7 * HOUR_MS)) % 3),
    });
    const series = buildSeries(clockless);
    const first = Date.parse("2026-03-01T20:00:00Z");
    const minute = fc.integer({ min: 0, max: 60 * 60 });
    fc.assert(
      fc.property(fc.array(minute, { maxLength: 20 }), (minutes) => {
        const spans = minutes.map((after) => ({ start: first + after * MINUTE_MS, minutes: 15 }));
        const expected = spans
          .map(({ start }) => start)
          .toSorted((a, b) => a - b)
          .map((start) => {
            const before = clockless.findLast(({ systemTime }) => systemTime <= start) ?? clockless[0];
            return (
              start + (before?.displayOffsetMinutes ?? 0) * MINUTE_MS - Date.parse("2026-03-02T00:00:00Z")
            );
          });
        expect([...onWallClock(series, spans, firstDay).startMs]).toEqual(expected);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("take the first reading's clock before it, and UTC without readings", () => {
    const early = startAt("2026-03-02T10:00:00Z");
    expect([...onWallClock(buildSeries(abroad), [early], firstDay).startMs]).toEqual([12 * HOUR_MS]);
    expect([...onWallClock(buildSeries([]), [early], firstDay).startMs]).toEqual([10 * HOUR_MS]);
  });
});
