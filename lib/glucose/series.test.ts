import { describe, expect, it } from "vitest";
import { buildSeries, filterSeries, sliceByLocalDates } from "./series";
import { egv, stream } from "./testing/readings";

describe("a series", () => {
  it("stands in columns, ascending, with LOW as 39 and HIGH as 401 whatever number came with them", () => {
    const series = buildSeries([
      egv("2026-03-01T00:10:00Z", 0, { status: "high" }),
      egv("2026-03-01T00:00:00Z", 120.5, { offset: -300 }),
      egv("2026-03-01T00:05:00Z", 0, { status: "low" }),
    ]);
    expect([...series.value]).toEqual([120.5, 39, 401]);
    expect([...series.status]).toEqual([0, 1, 2]);
    expect([...series.displayOffsetMinutes]).toEqual([-300, 0, 0]);
    expect(series.systemTime[0]).toBe(Date.parse("2026-03-01T00:00:00Z"));
  });

  it("names its sensors in the order in which they started, by ticks even where only a part was loaded", () => {
    const series = buildSeries([
      egv("2026-03-01T00:00:00Z", 110, { transmitterId: "newer", transmitterTicks: 3_600 }),
      egv("2026-03-01T00:03:00Z", 110, { transmitterId: "older", transmitterTicks: 360_000 }),
      egv("2026-03-01T00:04:00Z", 120, { transmitterId: null }),
    ]);
    expect(series.transmitters).toEqual([null, "older", "newer"]);
    expect([...series.transmitter]).toEqual([2, 1, 0]);
  });

  it("takes a sensor's start from its first ticks, even when a reading without any came before", () => {
    const series = buildSeries([
      egv("2026-03-01T00:00:00Z", 110, { transmitterId: "younger", transmitterTicks: 36_000 }),
      egv("2026-03-01T00:05:00Z", 110, { transmitterId: "elder" }),
      egv("2026-03-01T00:10:00Z", 110, { transmitterId: "elder", transmitterTicks: 360_000 }),
    ]);
    expect(series.transmitters).toEqual(["elder", "younger"]);
  });

  it("holds an empty transmitter and none as the same unknown one", () => {
    const series = buildSeries([
      egv("2026-03-01T00:00:00Z", 110, { transmitterId: "" }),
      egv("2026-03-01T00:05:00Z", 110),
    ]);
    expect(series.transmitters).toEqual([null]);
  });

  it("can be empty", () => {
    expect(buildSeries([])).toMatchObject({ length: 0, transmitters: [] });
  });
});

describe("a part of a series", () => {
  const series = buildSeries(stream("2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z", 120, { offset: -300 }));

  it("by local dates holds what the person's clock showed on them, both inclusive", () => {
    const day = sliceByLocalDates(series, { from: "2026-03-02", to: "2026-03-02" });
    expect(day.length).toBe(288);
    expect(day.systemTime[0]).toBe(Date.parse("2026-03-02T05:00:00Z"));
    expect(day.systemTime[287]).toBe(Date.parse("2026-03-03T04:55:00Z"));
  });

  it("keeps its columns together", () => {
    const odd = filterSeries(series, (i) => i % 2 === 1);
    expect(odd.length).toBe(432);
    expect(odd.systemTime[3]).toBe(series.systemTime[7]);
    expect(odd.value.length).toBe(432);
  });

  it("is the series itself when nothing is left out", () => {
    expect(filterSeries(series, () => true)).toBe(series);
  });
});
