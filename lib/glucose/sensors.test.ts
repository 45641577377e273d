import { describe, expect, it } from "vitest";
import { oneSensorAtATime } from "./sensors";
import { buildSeries } from "./series";
import { stream, withGap } from "./testing/readings";

const older = stream("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", 100, { transmitterId: "older" });
const newer = stream("2026-03-01T12:02:00Z", "2026-03-03T00:00:00Z", 200, { transmitterId: "newer" });
const valuesOf = (readings: Parameters<typeof buildSeries>[0]) => [
  ...oneSensorAtATime(buildSeries(readings), 5).value,
];
const count = (values: readonly number[], value: number) => values.filter((one) => one === value).length;

describe("where two sensors overlap", () => {
  it("the later-started one is used", () => {
    const values = valuesOf([...older, ...newer]);
    // The older one up to 12:00, then only the newer one.
    expect(count(values, 100)).toBe(145);
    expect(count(values, 200)).toBe(newer.length);
  });

  it("later-started means by transmitter, not by which spoke first in what was loaded", () => {
    const sameDay = newer.filter(({ systemTime }) => systemTime >= Date.parse("2026-03-01T18:00:00Z"));
    const olderFromLater = older.filter(({ systemTime }) => systemTime >= Date.parse("2026-03-01T19:00:00Z"));
    expect(count(valuesOf([...sameDay, ...olderFromLater]), 100)).toBe(0);
  });

  it("the earlier one still speaks while the later one is silent", () => {
    const silent = withGap(newer, "2026-03-01T15:00:00Z", "2026-03-01T16:00:00Z");
    const values = valuesOf([...older, ...silent]);
    // The newer one is silent from 14:57 to 16:02: the older one's 15:00 to 16:00.
    expect(count(values, 100)).toBe(145 + 13);
    expect(count(values, 200)).toBe(newer.length - 12);
  });

  it("a known sensor is used rather than readings without a transmitter", () => {
    const unknown = stream("2026-03-01T12:00:00Z", "2026-03-01T18:00:00Z", 300);
    expect(count(valuesOf([...older, ...unknown]), 300)).toBe(0);
  });

  it("three sensors in turn are handed over one after the other", () => {
    const third = stream("2026-03-02T20:00:00Z", "2026-03-04T00:00:00Z", 150, { transmitterId: "third" });
    const values = valuesOf([...third, ...older, ...newer]);
    expect(count(values, 150)).toBe(third.length);
    expect(values.indexOf(150)).toBe(values.lastIndexOf(200) + 1);
  });
});

describe("where sensors do not overlap", () => {
  it("nothing is left out", () => {
    const next = stream("2026-03-02T02:00:00Z", "2026-03-03T00:00:00Z", 200, { transmitterId: "next" });
    expect(valuesOf([...older, ...next])).toHaveLength(older.length + next.length);
    const alone = buildSeries(older);
    expect(oneSensorAtATime(alone, 5)).toBe(alone);
  });
});
